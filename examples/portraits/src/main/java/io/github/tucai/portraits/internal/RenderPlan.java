package io.github.tucai.portraits.internal;

import io.github.tucai.portraits.spec.Quality;

/**
 * How much work a quality means.
 *
 * @param samples a pixel, along each side
 * @param keySide lights along each side of the main soft box
 * @param fillSide the same of the weaker one
 * @param skyLights lights of the sky
 * @param lampMap texels a side of a lamp's shadow map
 * @param skyMap texels a side of a sky light's shadow map
 * @param lampStrands in the shadow maps of lamps, one strand of so many is drawn
 * @param skyStrands the same for those of the sky
 */
record RenderPlan(
        int samples,
        int keySide,
        int fillSide,
        int skyLights,
        int lampMap,
        int skyMap,
        int lampStrands,
        int skyStrands) {
    /** Samples a centimetre at which the full head of hair just covers. */
    private static final double FULL_HAIR_SCALE = 41.8;

    static RenderPlan of(Quality quality) {
        return switch (quality) {
            case FINE -> new RenderPlan(2, 3, 2, 20, 512, 256, 2, 4);
            case DRAFT -> new RenderPlan(1, 2, 1, 8, 256, 128, 1, 2);
        };
    }

    /** Pixels a centimetre of the paint on a face that is seen at a scale. */
    static double facePaint(double samplesACm) {
        return Smooth.clamp(1.5 * samplesACm, 14, 56);
    }

    /** Pixels a centimetre of the paint on cloth that is seen at a scale. */
    static double clothPaint(double samplesACm) {
        return Smooth.clamp(samplesACm, 6, 24);
    }

    /** The share of the strands that is drawn: a strand is at least one sample wide, so coarse pictures need fewer. */
    double hairDensity(double samplesACm) {
        return Smooth.clamp(samplesACm / FULL_HAIR_SCALE, .25, 1);
    }
}
