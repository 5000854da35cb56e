package io.github.tucai.check.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.tucai.check.PhotoProfiles;
import io.github.tucai.contract.Clause;
import io.github.tucai.photo.ProductSpec;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

@Clause("A2.3")
class CropPlanProperties {
    private static final ProductSpec FILLED = PhotoProfiles.get("CN-DEGREE").product();
    private static final ProductSpec KEPT = FILLED.withBackground(Optional.empty());

    /** Put a good product somewhere into a larger picture: the crop is found again, whatever the scale. */
    @Property
    void aPhotoThatHoldsAProductCanBeCroppedToOne(
            @ForAll @DoubleRange(min = 1, max = 6) double scale,
            @ForAll @DoubleRange(min = 0, max = 800) double left,
            @ForAll @DoubleRange(min = 0, max = 800) double above,
            @ForAll @DoubleRange(min = 0, max = 800) double right,
            @ForAll @DoubleRange(min = 0, max = 800) double below) {
        CropPlan.Head head = new CropPlan.Head(
                left + 480 * scale + right,
                above + 640 * scale + below,
                above + 80 * scale,
                above + 250 * scale,
                240 * scale,
                left + 240 * scale);
        CropPlan plan = CropPlan.best(head, KEPT);
        assertThat(KEPT.headTop().contains(plan.headTop())).isTrue();
        assertThat(KEPT.eyeLine().contains(plan.eyeLine())).isTrue();
        assertThat(KEPT.faceWidth().contains(plan.faceWidth())).isTrue();
        assertThat(plan.offCentre()).isLessThan(24);
        assertThat(plan.scale()).isLessThanOrEqualTo(1);
    }

    @Property
    void theCropKeepsTheProportionsOfTheFace(
            @ForAll @DoubleRange(min = 100, max = 900) double face,
            @ForAll @DoubleRange(min = 0, max = 400) double crown,
            @ForAll @DoubleRange(min = 50, max = 500) double rise) {
        CropPlan.Head head = new CropPlan.Head(1200, 1600, crown, crown + rise, face, 600);
        for (ProductSpec spec : new ProductSpec[] {FILLED, KEPT}) {
            CropPlan plan = CropPlan.best(head, spec);
            assertThat(plan.eyeLine() - plan.headTop()).isCloseTo(rise * plan.scale(), within(1e-6));
            assertThat(plan.faceWidth()).isCloseTo(face * plan.scale(), within(1e-6));
        }
    }

    @Property
    void withoutFillingTheCropNeverReachesAboveThePicture(
            @ForAll @DoubleRange(min = 0, max = 60) double crown,
            @ForAll @DoubleRange(min = 200, max = 700) double face) {
        CropPlan.Head head = new CropPlan.Head(1200, 1600, crown, crown + 0.8 * face, face, 600);
        CropPlan plan = CropPlan.best(head, KEPT);
        assertThat(plan.headTop()).isLessThanOrEqualTo(crown * plan.scale() + 1e-6);
    }
}
