package io.github.tucai.calibration.recapture;

import java.util.Arrays;

/** A picture on paper: inks in dots or grains, with less contrast and colour than the picture had. */
final class Print implements Scene {
    /** How ink comes to the paper. */
    enum Technique {
        /** Round dots in rows, a direction for each ink, as presses and laser printers make. */
        HALFTONE,
        /** Droplets strewn about, as inkjets make. */
        DROPLETS,
        /** Dyes without dots, as photo shops make. */
        DYE
    }

    // Of cyan, magenta, yellow and black.
    private static final double[] DIRECTIONS = {15, 75, 0, 45};
    private static final double[] COSINE =
            Arrays.stream(DIRECTIONS).map(Math::toRadians).map(Math::cos).toArray();
    private static final double[] SINE =
            Arrays.stream(DIRECTIONS).map(Math::toRadians).map(Math::sin).toArray();
    private static final double PAPER = 0.88;
    // Of light that full ink leaves, by ink and then red, green, blue.
    private static final float[][] LEFT = {
        {0.12f, 0.42f, 0.68f}, {0.62f, 0.13f, 0.32f}, {0.9f, 0.78f, 0.12f}, {0.05f, 0.05f, 0.05f}
    };

    private final Light picture;
    private final Technique process;
    private final double period;
    private final double margin;
    private final Room room;
    private final double texture;
    private final long seed;

    /**
     * A print.
     *
     * @param period of dots or droplets, by the picture's width
     * @param margin of white paper, by the picture's width; beyond it lies the room
     * @param texture of the paper, as a share of its light
     */
    Print(Light picture, Technique process, double period, double margin, Room room, double texture, long seed) {
        this.picture = picture;
        this.process = process;
        this.period = period;
        this.margin = margin;
        this.room = room;
        this.texture = texture;
        this.seed = seed;
    }

    @Override
    public void light(double u, double v, double reach, float[] rgb) {
        double outside = picture.outside(u, v);
        if (outside > margin) {
            room.wall(u, v, rgb);
            return;
        }
        if (outside > 0) {
            Arrays.fill(rgb, 1);
        } else {
            printed(u, v, reach, rgb);
        }
        double paper = PAPER * room.falling(u) * (1 + texture * (grain(u / period, v / period, 9) - 0.5));
        for (int i = 0; i < 3; i++) {
            rgb[i] *= (float) paper;
        }
        room.mirrored(u, v, rgb);
    }

    private void printed(double u, double v, double reach, float[] rgb) {
        picture.between(u * picture.width(), v * picture.width(), rgb);
        if (process == Technique.DYE) {
            return;
        }
        float red = Light.encoded(rgb[0]);
        float green = Light.encoded(rgb[1]);
        float blue = Light.encoded(rgb[2]);
        float black = 1 - Math.max(red, Math.max(green, blue));
        float rest = Math.max(1e-3f, 1 - black);
        float[] ink = {1 - black - red, 1 - black - green, 1 - black - blue, black};
        Arrays.fill(rgb, 1);
        for (int i = 0; i < 4; i++) {
            float area = area(i < 3 ? ink[i] / rest : black);
            float covered = process == Technique.HALFTONE ? dots(i, area, u, v, reach) : droplets(i, area, u, v, reach);
            for (int channel = 0; channel < 3; channel++) {
                rgb[channel] *= 1 - covered * (1 - LEFT[i][channel]);
            }
        }
    }

    /** Ink by area takes light as it is, while the picture's values are as the eye has them. */
    private static float area(float ink) {
        float left = 1 - ink;
        return 1 - left * left;
    }

    private float dots(int ink, float area, double u, double v, double reach) {
        double x = (u * COSINE[ink] + v * SINE[ink]) / period;
        double y = (v * COSINE[ink] - u * SINE[ink]) / period;
        return covered(hill(x) + hill(y), area, reach);
    }

    /** A wave from 0 to a half, made of parabolas. */
    private static double hill(double x) {
        double place = x - Math.floor(x) - 0.5;
        double part = 16 * place * (0.5 - Math.abs(place));
        return 0.25 + 0.25 * part;
    }

    private float droplets(int ink, float area, double u, double v, double reach) {
        return covered(grain(u / period, v / period, ink), area, reach);
    }

    /** Ink stands where the threshold is below the area; the edge is as soft as the place is wide. */
    private float covered(double threshold, float area, double reach) {
        double soft = Math.max(0.08, 2 * reach / period);
        return (float) Math.max(0, Math.min(1, 0.5 + (area * (1 + soft) - soft / 2 - threshold) / soft));
    }

    /** Chance, 0 to 1, one for every square of the paper and ink. */
    private double grain(double x, double y, int ink) {
        long hash =
                seed + 0x9E3779B97F4A7C15L * ((long) Math.floor(x) * 31_337 + (long) Math.floor(y) * 7_919_003 + ink);
        hash = (hash ^ hash >>> 30) * 0xBF58476D1CE4E5B9L;
        hash = (hash ^ hash >>> 27) * 0x94D049BB133111EBL;
        return ((hash ^ hash >>> 31) >>> 11) * 0x1.0p-53;
    }
}
