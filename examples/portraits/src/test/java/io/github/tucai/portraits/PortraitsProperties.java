package io.github.tucai.portraits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.tucai.portraits.spec.Dial;
import io.github.tucai.portraits.spec.DrawnPortrait;
import io.github.tucai.portraits.spec.Hair;
import io.github.tucai.portraits.spec.Landmark;
import io.github.tucai.portraits.spec.Pattern;
import io.github.tucai.portraits.spec.PixelClass;
import io.github.tucai.portraits.spec.PortraitSpec;
import io.github.tucai.portraits.spec.Tint;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;

class PortraitsProperties {
    private static final int NOSE = 4;
    private static final int RIGHT_EYE = 468;
    private static final int LEFT_EYE = 473;

    @Property(tries = 12)
    void everyLandmarkOfAStudentLiesInThePicture(@ForAll @LongRange(min = 1, max = 1000) long seed) {
        DrawnPortrait portrait = Portraits.draw(Sketches.small(PortraitSpec.registration(seed)));
        assertThat(portrait.landmarks()).hasSize(478).allSatisfy(point -> {
            assertThat(point.x()).isBetween(0.0, (double) portrait.width());
            assertThat(point.y()).isBetween(0.0, (double) portrait.height());
        });
    }

    /** CN-DEGREE: the crown at 50 to 110, the eyes at 200 to 300 of 640; room is left on both sides of the range. */
    @Property(tries = 12)
    void aStudentIsFramedAsARegistrationPhotoIs(@ForAll @LongRange(min = 1, max = 1000) long seed) {
        DrawnPortrait portrait = Portraits.draw(Sketches.small(PortraitSpec.registration(seed)));
        double eyes =
                (portrait.landmark(RIGHT_EYE).y() + portrait.landmark(LEFT_EYE).y()) / 2 / portrait.height();
        assertThat(eyes).isBetween(.40, .44);
        double crown = (double) crown(portrait) / portrait.height();
        assertThat(crown).isBetween(.085, .17);
        double middle =
                (portrait.landmark(RIGHT_EYE).x() + portrait.landmark(LEFT_EYE).x()) / 2 / portrait.width();
        assertThat(middle).isCloseTo(.5, within(.01));
        assertThat(portrait.classAt(0, portrait.height() - 1)).isEqualTo(PixelClass.CLOTHES);
        assertThat(portrait.classAt(portrait.width() - 1, portrait.height() - 1))
                .isEqualTo(PixelClass.CLOTHES);
    }

    private static int crown(DrawnPortrait portrait) {
        for (int y = 0; y < portrait.height(); y++) {
            for (int x = 0; x < portrait.width(); x++) {
                if (portrait.classAt(x, y) != PixelClass.BACKGROUND) {
                    return y;
                }
            }
        }
        return portrait.height();
    }

    @Property(tries = 8)
    void yawMovesTheNoseToTheSideTheHeadTurnsTo(
            @ForAll @DoubleRange(min = -35, max = 30) double yaw, @ForAll @DoubleRange(min = 3, max = 15) double more) {
        assertThat(noseOffset(yaw + more)).isGreaterThan(noseOffset(yaw));
    }

    private static double noseOffset(double yaw) {
        DrawnPortrait portrait = Portraits.draw(Sketches.student().with(Dial.YAW, yaw));
        Landmark right = portrait.landmark(RIGHT_EYE);
        Landmark left = portrait.landmark(LEFT_EYE);
        return (portrait.landmark(NOSE).x() - (right.x() + left.x()) / 2) / right.distanceTo(left);
    }

    @Property(tries = 8)
    void theEyesOpenWithTheirDial(
            @ForAll @DoubleRange(min = 0, max = 1.1) double open,
            @ForAll @DoubleRange(min = .1, max = .4) double more) {
        assertThat(gap(open + more)).isGreaterThan(gap(open));
    }

    private static double gap(double open) {
        DrawnPortrait portrait = Portraits.draw(Sketches.student().with(Dial.EYE_OPEN_RIGHT, open));
        return portrait.landmark(145).y() - portrait.landmark(159).y();
    }

    @Property(tries = 8)
    void theEyesLeanWithTheHead(@ForAll @DoubleRange(min = -30, max = 30) double roll) {
        DrawnPortrait portrait = Portraits.draw(Sketches.student().with(Dial.ROLL, roll));
        Landmark right = portrait.landmark(RIGHT_EYE);
        Landmark left = portrait.landmark(LEFT_EYE);
        double lean = Math.toDegrees(Math.atan2(left.y() - right.y(), left.x() - right.x()));
        assertThat(lean).isCloseTo(roll, within(1.0));
    }

    @Property(tries = 60)
    void aSpecificationWithAnyDialsIsEqualToItsCopyAndDiffersFromItsChange(
            @ForAll Dial dial,
            @ForAll @DoubleRange(min = 0, max = 1) double place,
            @ForAll("people") PortraitSpec spec) {
        double value = dial.least() + place * (dial.most() - dial.least());
        PortraitSpec changed = spec.with(dial, value);
        assertThat(changed.get(dial)).isEqualTo(value);
        assertThat(changed.toBuilder().build()).isEqualTo(changed).hasSameHashCodeAs(changed);
        assertThat(changed.digest().equals(spec.digest())).isEqualTo(spec.get(dial) == value);
    }

    @Provide
    static Arbitrary<PortraitSpec> people() {
        return Arbitraries.longs().map(PortraitSpec::person);
    }

    @Property(tries = 200)
    void everyStudentFollowsTheRulesOfClothes(@ForAll long seed) {
        PortraitSpec spec = PortraitSpec.registration(seed);
        int rgb = spec.get(Tint.CLOTHES);
        int red = rgb >> 16 & 255;
        int green = rgb >> 8 & 255;
        int blue = rgb & 255;
        assertThat(blue).isLessThanOrEqualTo(Math.max(red, green) + 6);
        assertThat(spec.pattern()).isEqualTo(Pattern.PLAIN);
        assertThat(spec.hair()).isNotIn(Hair.FRINGE, Hair.LONG_OVER_EARS, Hair.NONE);
        assertThat(spec.retake(1).get(Dial.YAW)).isBetween(-3.0, 3.0);
    }
}
