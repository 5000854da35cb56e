package io.github.tucai.portraits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tucai.portraits.spec.Dial;
import io.github.tucai.portraits.spec.DrawnPortrait;
import io.github.tucai.portraits.spec.Fault;
import io.github.tucai.portraits.spec.Landmark;
import io.github.tucai.portraits.spec.PixelClass;
import io.github.tucai.portraits.spec.PortraitSpec;
import io.github.tucai.portraits.spec.Quality;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PortraitsTest {
    @Test
    void theSameSpecificationGivesTheSamePictureOnAnyNumberOfThreads() {
        PortraitSpec spec = Sketches.student().with(Quality.FINE);
        DrawnPortrait one = Portraits.draw(spec);
        DrawnPortrait two = Portraits.draw(spec.toBuilder().build(), 3);
        assertThat(two.pixels()).isEqualTo(one.pixels());
        assertThat(two.classes()).isEqualTo(one.classes());
        assertThat(two.landmarks()).isEqualTo(one.landmarks());
    }

    @Test
    void anotherTakeHasOtherNoiseAndThePersonStays() {
        PortraitSpec first = Sketches.student();
        DrawnPortrait one = Sketches.draw(first);
        DrawnPortrait two = Sketches.draw(first.retake(1));
        assertThat(two.pixels()).isNotEqualTo(one.pixels());
        assertThat(two.spec().get(Dial.NOSE_WIDTH)).isEqualTo(first.get(Dial.NOSE_WIDTH));
        assertThat(two.spec().seed()).isEqualTo(first.seed());
    }

    @Test
    void refusesNoThreads() {
        assertThatThrownBy(() -> Portraits.draw(Sketches.student(), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("threads");
    }

    @Test
    void leavesNoThreadBehind() throws InterruptedException {
        Portraits.draw(Sketches.student(), 3);
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("portrait")) {
                thread.join(2000);
                assertThat(thread.isAlive()).isFalse();
            }
        }
    }

    @Test
    void classesAgreeWithLandmarks() {
        DrawnPortrait portrait = Sketches.draw(Sketches.student());
        assertThat(classAt(portrait, 4)).isEqualTo(PixelClass.FACE_SKIN); // nose
        assertThat(classAt(portrait, 50)).isEqualTo(PixelClass.FACE_SKIN); // cheeks
        assertThat(classAt(portrait, 280)).isEqualTo(PixelClass.FACE_SKIN);
        assertThat(portrait.classAt(0, 0)).isEqualTo(PixelClass.BACKGROUND);
        assertThat(portrait.classAt(portrait.width() - 1, 0)).isEqualTo(PixelClass.BACKGROUND);
        assertThat(portrait.classAt(portrait.width() / 2, portrait.height() - 1))
                .isEqualTo(PixelClass.CLOTHES);
        assertThat(portrait.classAt(portrait.width() / 2, portrait.height() / 5))
                .isEqualTo(PixelClass.HAIR);
        assertThat(portrait.shareOf(PixelClass.OTHER)).isZero();
    }

    private static PixelClass classAt(DrawnPortrait portrait, int number) {
        Landmark point = portrait.landmark(number);
        return portrait.classAt((int) point.x(), (int) point.y());
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"TINTED_GLASSES", "GLARE", "FRAME_OVER_EYES", "HAT", "CAP", "EARRINGS", "NECKLACE"})
    void thingsWornAreOfTheirOwnClass(Fault fault) {
        DrawnPortrait portrait = Sketches.draw(fault.applyTo(Sketches.student()));
        assertThat(portrait.shareOf(PixelClass.OTHER)).isGreaterThan(.0005);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void everyFaultNamesItsCheckAndChangesThePerson(Fault fault) {
        PortraitSpec student = Sketches.student();
        assertThat(fault.check()).matches("[a-z]+(-[a-z]+)*");
        assertThat(fault.applyTo(student)).isNotEqualTo(student);
    }

    @Test
    void lightFollowsTheExposure() {
        List<Double> means = List.of(.3, .6, 1.0, 1.6).stream()
                .map(e -> mean(Sketches.draw(Sketches.student().with(Dial.EXPOSURE, e))))
                .toList();
        assertThat(means).isSorted();
        assertThat(means.get(3)).isGreaterThan(means.get(0) + 40);
    }

    /** Mean green of the face. */
    private static double mean(DrawnPortrait portrait) {
        byte[] classes = portrait.classes();
        int[] pixels = portrait.pixels();
        long sum = 0;
        int count = 0;
        for (int i = 0; i < pixels.length; i++) {
            if (classes[i] == PixelClass.FACE_SKIN.code()) {
                sum += pixels[i] >> 8 & 255;
                count++;
            }
        }
        return (double) sum / count;
    }

    @Test
    void handsOutCopies() {
        DrawnPortrait portrait = Sketches.draw(Sketches.student());
        portrait.pixels()[0] = ~portrait.pixels()[0];
        portrait.classes()[0] = 5;
        portrait.image().setRGB(0, 0, 0);
        assertThat(portrait.classAt(0, 0)).isEqualTo(PixelClass.BACKGROUND);
        assertThat(portrait.image().getRGB(0, 0) & 0xffffff).isEqualTo(portrait.pixels()[0]);
    }
}
