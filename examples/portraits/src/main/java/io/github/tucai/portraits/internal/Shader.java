package io.github.tucai.portraits.internal;

import java.util.List;
import java.util.stream.IntStream;

/** Lights every covered sample: wrapped light on surfaces, Kajiya-Kay on strands, shadows from maps. */
final class Shader {
    private static final double LIFT = .15; // centimetres off the surface, where shadows are asked
    private static final double SURFACE_BIAS = .10;
    private static final double STRAND_BIAS = .25;
    /** A highlight weaker than e to the minus this is not worth computing. */
    private static final double FAINT = 9;

    private final Raster raster;
    private final List<Part> parts;
    private final Light[] lights;
    private final ShadowMap[] shadows;
    private final int samples;

    Shader(Raster raster, List<Part> parts, List<Light> lights, RenderPlan plan, Workers workers) {
        this.raster = raster;
        this.parts = parts;
        this.lights = lights.toArray(new Light[0]);
        samples = plan.samples();
        shadows = new ShadowMap[this.lights.length];
        workers.forEach(shadows.length, i -> shadows[i] = shadow(this.lights[i], plan));
    }

    private ShadowMap shadow(Light light, RenderPlan plan) {
        ShadowMap map = new ShadowMap(light.direction(), light.lamp() ? plan.lampMap() : plan.skyMap());
        for (Part part : parts) {
            if (part.castsShadow()) {
                map.draw(part, light.lamp() ? plan.lampStrands() : plan.skyStrands());
            }
        }
        return map;
    }

    /** Linear red, green and blue of every sample; black where nothing was drawn. */
    float[] shade(Workers workers) {
        float[] light = new float[3 * raster.parts.length];
        workers.forEach(raster.camera.height() / samples, row -> shadeRow(row, light));
        return light;
    }

    private void shadeRow(int row, float[] light) {
        Material material = new Material();
        Glow[] glows =
                IntStream.range(0, samples * samples).mapToObj(i -> new Glow()).toArray(Glow[]::new);
        int width = raster.camera.width();
        for (int x = 0; x < width; x += samples) {
            for (Glow glow : glows) {
                glow.clear();
            }
            for (int k = 0; k < glows.length; k++) {
                int column = x + k % samples;
                int line = row * samples + k / samples;
                if (raster.parts[line * width + column] != Raster.NOTHING) {
                    shadeSample(column, line, glows, k, material, light);
                }
            }
        }
    }

    private void shadeSample(int column, int line, Glow[] glows, int k, Material material, float[] light) {
        int i = line * raster.camera.width() + column;
        int id = raster.parts[i];
        Part part = parts.get(id);
        material.finish(0, 0, 0);
        part.surface.at(raster.restX(i), raster.restY(i), raster.restZ(i), material);
        Vec normal = new Vec(raster.normalX(i), raster.normalY(i), raster.normalZ(i)).unit();
        Glow glow = glows[k];
        if (!part.isStrands() && !part.isFine()) {
            for (int j = 0; j < k; j++) {
                if (glows[j].serves(id, raster.depth[i], material, normal.x(), normal.y(), normal.z())) {
                    glow = glows[j];
                }
            }
        }
        if (glow == glows[k]) {
            glow.start(id, raster.depth[i], material, normal.x(), normal.y(), normal.z());
            illuminate(part, place(column, line, raster.depth[i]), normal, material, glow);
        }
        light[3 * i] = (float) (material.red * glow.red + material.shine * glow.mirroredRed);
        light[3 * i + 1] = (float) (material.green * glow.green + material.shine * glow.mirroredGreen);
        light[3 * i + 2] = (float) (material.blue * glow.blue + material.shine * glow.mirroredBlue);
    }

    private Vec place(int column, int line, double z) {
        return new Vec(raster.camera.xAt(column + .5, z), raster.camera.yAt(line + .5, z), z);
    }

    private void illuminate(Part part, Vec place, Vec normal, Material material, Glow glow) {
        Vec view = new Vec(-place.x(), -place.y(), raster.camera.distance() - place.z()).unit();
        if (part.isStrands()) {
            strand(place, normal, view, material, glow);
        } else {
            surface(place, normal.dot(view) < 0 ? normal.times(-1) : normal, view, material, glow);
        }
    }

    private void surface(Vec place, Vec normal, Vec view, Material material, Glow glow) {
        Vec asked = place.plus(normal, LIFT);
        for (int l = 0; l < lights.length; l++) {
            Light light = lights[l];
            double facing = normal.dot(light.direction());
            double red = wrapped(facing, .32 * material.scatter);
            if (red <= 0) {
                continue;
            }
            double arriving = shadows[l].lit(asked.x(), asked.y(), asked.z(), SURFACE_BIAS);
            if (arriving > 0) {
                double green = wrapped(facing, .14 * material.scatter);
                double blue = wrapped(facing, .10 * material.scatter);
                double mirrored =
                        light.lamp() ? highlight(normal, view, light.direction(), facing, material.exponent) : 0;
                glow.add(light.colour(), arriving, red, green, blue, mirrored);
            }
        }
    }

    /** Light that creeps round an edge by a width. */
    private static double wrapped(double facing, double width) {
        return Math.max(0, (facing + width) / ((1 + width) * (1 + width)));
    }

    private static double highlight(Vec normal, Vec view, Vec direction, double facing, double exponent) {
        if (facing <= 0) {
            return 0;
        }
        double near = normal.dot(direction.plus(view).unit());
        // ln(near) <= near - 1, so this bounds the power without computing it.
        return (1 - near) * exponent > FAINT ? 0 : (exponent + 8) / 25 * Math.pow(near, exponent) * facing;
    }

    private void strand(Vec place, Vec tangent, Vec view, Material material, Glow glow) {
        for (int l = 0; l < lights.length; l++) {
            Light light = lights[l];
            Vec d = light.direction();
            double along = tangent.dot(d);
            double across = .5 * Math.sqrt(Math.max(0, 1 - along * along));
            double arriving = shadows[l].lit(
                    place.x() + d.x() * STRAND_BIAS,
                    place.y() + d.y() * STRAND_BIAS,
                    place.z() + d.z() * STRAND_BIAS,
                    STRAND_BIAS);
            if (arriving > 0) {
                double mirrored = light.lamp() ? strandHighlight(tangent, view, d, material.exponent) : 0;
                glow.add(light.colour(), arriving, across, across, across, mirrored);
            }
        }
    }

    private static double strandHighlight(Vec tangent, Vec view, Vec direction, double exponent) {
        double tilt = tangent.dot(direction.plus(view).unit()) + .08;
        double square = tilt * tilt;
        return square * exponent / 2 > FAINT ? 0 : Math.pow(Math.max(0, 1 - square), exponent / 2);
    }
}
