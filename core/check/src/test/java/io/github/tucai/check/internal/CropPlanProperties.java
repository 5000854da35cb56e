package io.github.tucai.check.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.tucai.check.PhotoProfiles;
import io.github.tucai.contract.Clause;
import io.github.tucai.photo.Advice;
import io.github.tucai.photo.Crop;
import io.github.tucai.photo.ProductSpec;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

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
        Head head = new Head(
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
        Head head = new Head(1200, 1600, crown, crown + rise, face, 600);
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
        Head head = new Head(1200, 1600, crown, crown + 0.8 * face, face, 600);
        CropPlan plan = CropPlan.best(head, KEPT);
        assertThat(plan.headTop()).isLessThanOrEqualTo(crown * plan.scale() + 1e-6);
    }

    @Property(tries = 300)
    void aCropWithoutFaultsMeetsEveryRangeAndStaysInThePicture(
            @ForAll @IntRange(min = 300, max = 3000) int width,
            @ForAll @IntRange(min = 300, max = 3000) int height,
            @ForAll @DoubleRange(min = 0.02, max = 0.6) double crownShare,
            @ForAll @DoubleRange(min = 0.05, max = 0.4) double headShare,
            @ForAll @DoubleRange(min = 0.1, max = 0.9) double axisShare) {
        double crown = crownShare * height;
        double rise = headShare * height;
        Head head = new Head(width, height, crown, crown + rise, rise * 1.2, axisShare * width);
        CropPlan plan = CropPlan.best(head, FILLED);
        if (plan.faults(FILLED).isEmpty()) {
            assertThat(FILLED.headTop().contains(plan.headTop())).isTrue();
            assertThat(FILLED.eyeLine().contains(plan.eyeLine())).isTrue();
            assertThat(FILLED.faceWidth().contains(plan.faceWidth())).isTrue();
            assertThat(plan.scale()).isLessThanOrEqualTo(1.001);
            assertThat(plan.left()).isBetween(0.0, width - 480 / plan.scale() + 1e-6);
            assertThat(plan.top() + 640 / plan.scale()).isLessThanOrEqualTo(height + 1e-6);
            assertThat((crown - plan.top()) * plan.scale()).isCloseTo(plan.headTop(), within(1e-6));
            Crop crop = plan.crop(FILLED);
            assertThat(crop.width() * plan.scale()).isCloseTo(480, within(1e-6));
            assertThat(crop.height() * plan.scale()).isCloseTo(640, within(1e-6));
        }
    }

    /** Whoever follows one of them is not told the opposite by another. */
    @Property(tries = 1000)
    void aRefusalSaysOneThingAboutTheDistanceAndOneAboutTheHeight(
            @ForAll @DoubleRange(min = -400, max = 1000) double headTop,
            @ForAll @DoubleRange(min = 1, max = 1200) double rise,
            @ForAll @DoubleRange(min = 1, max = 1200) double faceWidth,
            @ForAll @DoubleRange(min = 0.1, max = 3) double scale) {
        List<Advice> faults = new CropPlan(0, 0, scale, headTop, headTop + rise, faceWidth, 0).faults(FILLED);
        List<String> reasons = faults.stream().map(Advice::en).toList();
        assertThat(reasons)
                .filteredOn(words -> words.matches(".*(step back|come closer|in full|too (small|large)).*"))
                .hasSizeLessThan(2);
        assertThat(reasons)
                .filteredOn(words -> words.matches(".*(the camera|too (high|low)).*"))
                .hasSizeLessThan(2)
                .allMatch(words -> words.matches(".*(raise|lower) the camera.*"));
        List<String> inChinese = faults.stream().map(Advice::zhCn).toList();
        assertThat(inChinese)
                .filteredOn(words -> words.matches(".*(拍得远|靠近|完整入镜|过[大小]).*"))
                .hasSizeLessThan(2);
        assertThat(inChinese)
                .filteredOn(words -> words.matches(".*(镜头|位置过[高低]).*"))
                .hasSizeLessThan(2)
                .allMatch(words -> words.matches(".*把镜头(抬高|放低).*"));
        boolean fits = FILLED.headTop().contains(headTop)
                && FILLED.eyeLine().contains(headTop + rise)
                && FILLED.faceWidth().contains(faceWidth)
                && scale <= 1.001;
        assertThat(reasons.isEmpty()).isEqualTo(fits);
    }
}
