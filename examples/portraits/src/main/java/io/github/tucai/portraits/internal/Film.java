package io.github.tucai.portraits.internal;

import io.github.tucai.portraits.spec.Dial;
import io.github.tucai.portraits.spec.PortraitSpec;
import io.github.tucai.portraits.spec.Tint;
import java.util.Random;

/** From light to pixels: the wall behind, a soft shoulder, blur and sensor noise. */
final class Film {
    private static final double BLUR_HEIGHT = 800; // pixels, see Dial.BLUR
    /** Centimetres by which the shadow on the wall is shifted a unit of the light's slope. */
    private static final double SHADOW_ACROSS = 9;

    private static final double SHADOW_DOWN = 5;
    private static final double SHADOW_BLUR = .9;
    private static final double SHOULDER = .7;

    private final PortraitSpec spec;
    private final Raster raster;
    private final int samples;
    private final int width;
    private final int height;

    Film(PortraitSpec spec, Raster raster, int samples) {
        this.spec = spec;
        this.raster = raster;
        this.samples = samples;
        width = spec.width();
        height = spec.height();
    }

    /** Develops to 0xRRGGBB, row by row. */
    int[] develop(float[] light, Workers workers) {
        float[] wall = wall(workers);
        float[] rgb = new float[width * height * 3];
        workers.forEach(height, y -> expose(y, light, wall, rgb));
        double blur = spec.get(Dial.BLUR) * height / BLUR_HEIGHT;
        return grain(Gauss.blur(rgb, width, height, 3, blur, workers));
    }

    private void expose(int y, float[] light, float[] wall, float[] rgb) {
        Colour paint = Colour.of(spec.get(Tint.BACKGROUND));
        int row = samples * width;
        for (int x = 0; x < width; x++) {
            int o = (y * width + x) * 3;
            double behind = wall[y * width + x];
            for (int k = 0; k < samples * samples; k++) {
                int i = (y * samples + k / samples) * row + x * samples + k % samples;
                boolean covered = raster.parts[i] != Raster.NOTHING;
                rgb[o] += encoded(covered ? shoulder(light[3 * i]) : paint.red() * behind);
                rgb[o + 1] += encoded(covered ? shoulder(light[3 * i + 1]) : paint.green() * behind);
                rgb[o + 2] += encoded(covered ? shoulder(light[3 * i + 2]) : paint.blue() * behind);
            }
        }
    }

    private float encoded(double light) {
        return (float) (Colour.encode(light) / (samples * samples));
    }

    /** Highlights roll off instead of clipping. */
    private static double shoulder(double v) {
        double rest = 1 - SHOULDER;
        return v < SHOULDER ? v : SHOULDER + rest * (1 - Math.exp(-(v - SHOULDER) / rest));
    }

    /** How bright each place of the wall is against its paint. */
    private float[] wall(Workers workers) {
        float[] wall = new float[width * height];
        double gradient = .42 * spec.get(Dial.BACKGROUND_GRADIENT);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                wall[y * width + x] = (float) (1 + gradient * ((x + .5) / width * 2 - 1));
            }
        }
        double strength = .65 * spec.get(Dial.BACKGROUND_SHADOW);
        if (strength > 0) {
            float[] shadow = shadow(workers);
            for (int i = 0; i < wall.length; i++) {
                wall[i] *= (float) (1 - strength * shadow[i]);
            }
        }
        return wall;
    }

    private float[] shadow(Workers workers) {
        double scale = raster.camera.scale() / samples;
        int dx = (int) (-Math.tan(Math.toRadians(spec.get(Dial.LIGHT_YAW))) * SHADOW_ACROSS * scale);
        int dy = (int) (Math.tan(Math.toRadians(spec.get(Dial.LIGHT_PITCH))) * SHADOW_DOWN * scale);
        float[] shadow = new float[width * height];
        for (int y = Math.max(0, dy); y < Math.min(height, height + dy); y++) {
            for (int x = Math.max(0, dx); x < Math.min(width, width + dx); x++) {
                shadow[y * width + x] = isCovered(x - dx, y - dy) ? 1 : 0;
            }
        }
        return Gauss.blur(shadow, width, height, 1, SHADOW_BLUR * scale, workers);
    }

    private boolean isCovered(int x, int y) {
        return raster.parts[y * samples * samples * width + x * samples] != Raster.NOTHING;
    }

    private int[] grain(float[] rgb) {
        Random random = new Random(spec.seed() ^ spec.take() * 0x9E3779B97F4A7C15L);
        double noise = spec.get(Dial.NOISE);
        int[] pixels = new int[width * height];
        for (int i = 0; i < pixels.length; i++) {
            double common = noise == 0 ? 0 : random.nextGaussian() * noise;
            int pixel = 0;
            for (int d = 0; d < 3; d++) {
                double own = noise == 0 ? 0 : .4 * noise * random.nextGaussian();
                pixel = pixel << 8 | (int) Smooth.clamp(rgb[i * 3 + d] + common + own + .5, 0, 255);
            }
            pixels[i] = pixel;
        }
        return pixels;
    }
}
