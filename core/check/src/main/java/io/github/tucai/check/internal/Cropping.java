package io.github.tucai.check.internal;

import io.github.tucai.photo.Advice;
import io.github.tucai.photo.Crop;
import io.github.tucai.photo.Measurements;
import io.github.tucai.photo.ProductSpec;
import java.util.List;
import java.util.Optional;

/**
 * The crop that a product is made of, or why there is none.
 *
 * @param crop empty where no product can be made
 * @param faults empty where one can
 */
public record Cropping(Optional<Crop> crop, List<Advice> faults) {
    /** From what was measured in the whole photo. */
    public static Cropping of(Measurements measured, ProductSpec spec) {
        if (Head.isTurned(measured)) {
            return not(List.of(CropFault.NOT_UPRIGHT));
        }
        return Head.of(measured)
                .map(head -> of(CropPlan.best(head, spec), spec))
                .orElseGet(() -> not(List.of(CropFault.NO_FACE)));
    }

    private static Cropping of(CropPlan plan, ProductSpec spec) {
        List<Advice> faults = plan.faults(spec);
        return faults.isEmpty() ? new Cropping(Optional.of(plan.crop(spec)), List.of()) : not(faults);
    }

    private static Cropping not(List<Advice> faults) {
        return new Cropping(Optional.empty(), faults);
    }
}
