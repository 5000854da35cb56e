package io.github.tucai.check.internal;

import io.github.tucai.photo.Advice;
import io.github.tucai.photo.Crop;
import io.github.tucai.photo.ProductSpec;
import io.github.tucai.photo.ProductSpec.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The best crop of a photo for a product: where crown, eyes and cheeks would lie in it. A submission is judged by what can
 * be made of it, and this says so in the product's pixels; no crop leaves the picture, but above the head the background
 * may be extended where it is filled anyway.
 *
 * @param left edge, pixels of the photo
 * @param top edge, pixels of the photo
 * @param scale product pixels per pixel of the photo
 * @param headTop crown to the product's upper edge
 * @param eyeLine eyes to the product's upper edge
 * @param faceWidth cheek to cheek in the product
 * @param offCentre how far the face's axis stays from the product's middle, 0 or more
 */
record CropPlan(
        double left, double top, double scale, double headTop, double eyeLine, double faceWidth, double offCentre) {
    private static final int STEPS = 400;
    /** Share of the product's width that counts as one full deviation from the middle. */
    private static final double CENTRE_TOLERANCE = 0.05;
    /** What rounding may add to a scale of 1. */
    private static final double ALMOST = 1.001;

    /** The photo as it is, scaled to the product's width: for what should be a product already. */
    static CropPlan asIs(Head head, ProductSpec spec) {
        double scale = spec.width() / head.width();
        return new CropPlan(
                0,
                0,
                scale,
                head.crown() * scale,
                head.eyes() * scale,
                head.face() * scale,
                Math.abs(head.axis() - head.width() / 2) * scale);
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
        double headTop = clamp(wantedTop(rise, spec), bottom, Math.max(bottom, room));
        double width = spec.width() / scale;
        double left = clamp(head.axis() - width / 2, 0, Math.max(0, head.width() - width));
        return new CropPlan(
                left,
                head.crown() - headTop / scale,
                scale,
                headTop,
                headTop + rise,
                head.face() * scale,
                Math.abs(head.axis() - left - width / 2) * scale);
    }

    /** Shares the strain between crown and eyes. */
    private static double wantedTop(double rise, ProductSpec spec) {
        double crownHalf = half(spec.headTop());
        double eyesHalf = half(spec.eyeLine());
        double eyesTop = spec.eyeLine().middle() - rise;
        return (spec.headTop().middle() * eyesHalf + eyesTop * crownHalf) / (crownHalf + eyesHalf);
    }

    private double strain(ProductSpec spec) {
        double vertical = Math.max(strain(headTop, spec.headTop()), strain(eyeLine, spec.eyeLine()));
        double centre = offCentre / (spec.width() * CENTRE_TOLERANCE);
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

    /** The rectangle itself. */
    Crop crop(ProductSpec spec) {
        return new Crop(left, top, spec.width() / scale, spec.height() / scale);
    }

    /** What keeps this crop from being a product, one fault for each thing to change; empty where nothing does. */
    List<Advice> faults(ProductSpec spec) {
        List<Advice> faults = new ArrayList<>();
        if (scale > ALMOST) {
            faults.add(CropFault.TOO_FEW_PIXELS);
        }
        distanceFault(spec).ifPresent(faults::add);
        heightFault(spec).ifPresent(faults::add);
        if (offCentre > spec.width() * CENTRE_TOLERANCE) {
            faults.add(CropFault.NOT_CENTRED);
        }
        return faults;
    }

    private Optional<Advice> distanceFault(ProductSpec spec) {
        if (isTooTall(spec)) {
            return Optional.of(CropFault.HEAD_TOO_TALL);
        }
        if (isTooShort(spec)) {
            return Optional.of(CropFault.HEAD_TOO_SHORT);
        }
        if (!spec.faceWidth().contains(faceWidth)) {
            return Optional.of(
                    faceWidth < spec.faceWidth().least() ? CropFault.FACE_TOO_SMALL : CropFault.FACE_TOO_LARGE);
        }
        return headTop < spec.headTop().least() ? Optional.of(CropFault.NO_ROOM_ABOVE) : Optional.empty();
    }

    /** Crown and eyes hang together: where no shift could satisfy both, it is the size that is wrong. */
    private Optional<Advice> heightFault(ProductSpec spec) {
        if (isTooTall(spec) || isTooShort(spec)) {
            return Optional.empty();
        }
        if (headTop > spec.headTop().most()) {
            return Optional.of(CropFault.TOO_MUCH_ROOM_ABOVE);
        }
        if (spec.eyeLine().contains(eyeLine)) {
            return Optional.empty();
        }
        return Optional.of(eyeLine < spec.eyeLine().least() ? CropFault.EYES_TOO_HIGH : CropFault.EYES_TOO_LOW);
    }

    private boolean isTooTall(ProductSpec spec) {
        return eyeLine - headTop > spec.eyeLine().most() - spec.headTop().least();
    }

    private boolean isTooShort(ProductSpec spec) {
        return eyeLine - headTop < spec.eyeLine().least() - spec.headTop().most();
    }
}
