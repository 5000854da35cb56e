package io.github.tucai.imaging.internal.finish;

import io.github.tucai.photo.Advice;
import io.github.tucai.photo.ProductSpec;
import io.github.tucai.photo.ProductSpec.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A crop for a product, and where it puts the head. It stays inside the picture; only above the head may it reach out, where
 * the background is filled anyway.
 *
 * @param left edge, pixels of the picture
 * @param top edge, pixels of the picture
 * @param scale product pixels per pixel of the picture
 * @param headTop crown to the product's upper edge
 * @param eyeLine eyes to the product's upper edge
 * @param faceWidth cheek to cheek in the product
 * @param offCentre how far the face's axis stays from the product's middle
 */
record CropPlan(
        double left, double top, double scale, double headTop, double eyeLine, double faceWidth, double offCentre) {
    private static final int STEPS = 400;
    private static final double CENTRE_TOLERANCE = 0.05;

    /**
     * The crop that strays least from the middle of all ranges at once.
     *
     * @param mostScale scale from which on the product would be an enlargement
     */
    static CropPlan best(Head head, int width, int height, double mostScale, ProductSpec spec) {
        double least = Math.max((double) spec.width() / width, (double) spec.height() / height);
        double most = Math.max(mostScale, least);
        CropPlan best = at(least, head, width, height, spec);
        for (int i = 1; i <= STEPS; i++) {
            CropPlan next = at(least + (most - least) * i / STEPS, head, width, height, spec);
            if (next.strain(spec) < best.strain(spec)) {
                best = next;
            }
        }
        return best;
    }

    private static CropPlan at(double scale, Head head, int width, int height, ProductSpec spec) {
        double rise = (head.eyes() - head.crown()) * scale;
        double room = spec.background().isPresent() ? spec.headTop().most() : head.crown() * scale;
        double least = spec.height() - (height - head.crown()) * scale;
        double headTop = clamp(wantedTop(rise, spec), least, Math.max(least, room));
        double cropWidth = spec.width() / scale;
        double left = clamp(head.axis() - cropWidth / 2, 0, Math.max(0, width - cropWidth));
        return new CropPlan(
                left,
                head.crown() - headTop / scale,
                scale,
                headTop,
                headTop + rise,
                head.faceWidth() * scale,
                Math.abs(head.axis() - left - cropWidth / 2) * scale);
    }

    /** Shares the strain between crown and eyes. */
    private static double wantedTop(double rise, ProductSpec spec) {
        double crownHalf = half(spec.headTop());
        double eyesHalf = half(spec.eyeLine());
        double eyesTop = spec.eyeLine().middle() - rise;
        return (spec.headTop().middle() * eyesHalf + eyesTop * crownHalf) / (crownHalf + eyesHalf);
    }

    private double strain(ProductSpec spec) {
        double centre = offCentre / (spec.width() * CENTRE_TOLERANCE);
        double vertical = Math.max(strain(headTop, spec.headTop()), strain(eyeLine, spec.eyeLine()));
        return Math.max(Math.max(vertical, centre), strain(faceWidth, spec.faceWidth()));
    }

    private static double strain(double value, Range range) {
        return Math.abs(value - range.middle()) / half(range);
    }

    private static double half(Range range) {
        return Math.max(1, (range.most() - range.least()) / 2);
    }

    private static double clamp(double value, double least, double most) {
        return Math.max(least, Math.min(most, value));
    }

    /** What keeps this crop from being a product, one fault for each thing to change; empty where nothing does. */
    List<Advice> faults(double mostScale, ProductSpec spec) {
        List<Advice> faults = new ArrayList<>();
        if (scale > mostScale * 1.001) {
            faults.add(Refusal.TOO_FEW_PIXELS);
        }
        distanceFault(spec).ifPresent(faults::add);
        heightFault(spec).ifPresent(faults::add);
        if (offCentre > spec.width() * CENTRE_TOLERANCE) {
            faults.add(Refusal.NOT_CENTRED);
        }
        return faults;
    }

    private Optional<Advice> distanceFault(ProductSpec spec) {
        if (isTooTall(spec)) {
            return Optional.of(Refusal.HEAD_TOO_TALL);
        }
        if (isTooShort(spec)) {
            return Optional.of(Refusal.HEAD_TOO_SHORT);
        }
        if (!spec.faceWidth().contains(faceWidth)) {
            return Optional.of(faceWidth < spec.faceWidth().least() ? Refusal.FACE_TOO_SMALL : Refusal.FACE_TOO_LARGE);
        }
        return headTop < spec.headTop().least() ? Optional.of(Refusal.NO_ROOM_ABOVE) : Optional.empty();
    }

    /** Crown and eyes hang together: where no shift could satisfy both, it is the size that is wrong. */
    private Optional<Advice> heightFault(ProductSpec spec) {
        if (isTooTall(spec) || isTooShort(spec)) {
            return Optional.empty();
        }
        if (headTop > spec.headTop().most()) {
            return Optional.of(Refusal.TOO_MUCH_ROOM_ABOVE);
        }
        if (spec.eyeLine().contains(eyeLine)) {
            return Optional.empty();
        }
        return Optional.of(eyeLine < spec.eyeLine().least() ? Refusal.EYES_TOO_HIGH : Refusal.EYES_TOO_LOW);
    }

    private boolean isTooTall(ProductSpec spec) {
        return eyeLine - headTop > spec.eyeLine().most() - spec.headTop().least();
    }

    private boolean isTooShort(ProductSpec spec) {
        return eyeLine - headTop < spec.eyeLine().least() - spec.headTop().most();
    }
}
