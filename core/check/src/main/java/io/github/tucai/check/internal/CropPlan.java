package io.github.tucai.check.internal;

import io.github.tucai.photo.ProductSpec;

/**
 * The best crop of a photo for a product: where crown, eyes and cheeks would lie in it. A submission is judged by what can
 * be made of it, and this says so in the product's pixels; no crop leaves the picture, but above the head the background
 * may be extended where it is filled anyway.
 *
 * @param headTop crown to the product's upper edge
 * @param eyeLine eyes to the product's upper edge
 * @param faceWidth cheek to cheek
 * @param offCentre how far the face's axis stays from the middle, 0 or more
 * @param scale product pixels per pixel of the photo
 */
record CropPlan(double headTop, double eyeLine, double faceWidth, double offCentre, double scale) {
    private static final int STEPS = 200;
    /** Share of the product's width that counts as one full deviation from the middle. */
    private static final double CENTRE_TOLERANCE = 0.05;

    /**
     * What the plan starts from, pixels of the upright photo.
     *
     * @param width of the photo
     * @param height of the photo
     * @param crown distance of the crown from the upper edge
     * @param eyes distance of the eyes from the upper edge
     * @param face cheek to cheek
     * @param axis distance of the face's axis from the left edge
     */
    record Head(double width, double height, double crown, double eyes, double face, double axis) {}

    /** The photo as it is, scaled to the product's width: for what should be a product already. */
    static CropPlan asIs(Head head, ProductSpec spec) {
        double scale = spec.width() / head.width();
        return new CropPlan(
                head.crown() * scale,
                head.eyes() * scale,
                head.face() * scale,
                Math.abs(head.axis() - head.width() / 2) * scale,
                scale);
    }

    /** The crop that strays least from the middle of all ranges, never enlarging unless the photo is too small anyway. */
    static CropPlan best(Head head, ProductSpec spec) {
        double least = Math.max(spec.width() / head.width(), spec.height() / head.height());
        double most = Math.max(1, least);
        CropPlan best = at(least, head, spec);
        for (int i = 1; i <= STEPS; i++) {
            CropPlan next = at(least + (most - least) * i / STEPS, head, spec);
            if (next.strain(spec) < best.strain(spec)) {
                best = next;
            }
        }
        return best;
    }

    private static CropPlan at(double scale, Head head, ProductSpec spec) {
        double rise = (head.eyes() - head.crown()) * scale;
        double room = spec.background().isPresent() ? spec.headTop().most() : head.crown() * scale;
        double bottom = spec.height() - (head.height() - head.crown()) * scale;
        double top = clamp(wantedTop(rise, spec), bottom, Math.max(bottom, room));
        double half = spec.width() / 2.0;
        double beside = Math.min(head.axis(), head.width() - head.axis()) * scale;
        return new CropPlan(top, top + rise, head.face() * scale, Math.max(0, half - beside), scale);
    }

    /** Shares the strain between crown and eyes. */
    private static double wantedTop(double rise, ProductSpec spec) {
        double crownHalf = half(spec.headTop());
        double eyesHalf = half(spec.eyeLine());
        double crownTop = spec.headTop().middle();
        double eyesTop = spec.eyeLine().middle() - rise;
        return (crownTop * eyesHalf + eyesTop * crownHalf) / (crownHalf + eyesHalf);
    }

    private double strain(ProductSpec spec) {
        double vertical = Math.max(strain(headTop, spec.headTop()), strain(eyeLine, spec.eyeLine()));
        double centre = offCentre / (spec.width() * CENTRE_TOLERANCE);
        return Math.max(Math.max(vertical, centre), strain(faceWidth, spec.faceWidth()));
    }

    private static double strain(double value, ProductSpec.Range range) {
        return Math.abs(value - range.middle()) / half(range);
    }

    private static double half(ProductSpec.Range range) {
        return Math.max(1, (range.most() - range.least()) / 2);
    }

    private static double clamp(double value, double least, double most) {
        return Math.max(least, Math.min(most, value));
    }
}
