package io.github.tucai.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.benchmarks.GoodPhotos.GoodPhoto;
import io.github.tucai.check.Guidance;
import io.github.tucai.check.LiveGuide;
import io.github.tucai.check.PhotoChecker;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.portraits.Jpeg;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Somebody before a camera: far away with the head leaning, then near and still leaning, then upright beside the middle,
 * then as it should be; the hand is never quite still and focus comes and goes. Drawn people, and the good photos of
 * {@code -Dtucai.testdata=DIR}.
 */
class LiveSessionTest {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final Duration STEP = Duration.ofMillis(125);
    private static final int FRAMES_A_SCENE = 16;
    /** Where in a good photo the middle of the face is, from the upper edge. */
    private static final double FACE = 0.45;

    /** Where the person is: size by what fills the frame, pixels beside the middle, degrees; and what is then to be said. */
    private enum Scene {
        FAR_AND_LEANING(0.3, 0, 14, "face-width"),
        LEANING(0.9, 0, 14, "head-roll"),
        BESIDE(0.9, 140, 0, "face-centred"),
        GOOD(0.9, 0, 0, "");

        private final double size;
        private final int beside;
        private final int leanDegrees;
        private final String said;

        Scene(double size, int beside, int leanDegrees, String said) {
            this.size = size;
            this.beside = beside;
            this.leanDegrees = leanDegrees;
            this.said = said;
        }
    }

    private record Moment(Duration at, Scene scene, Guidance guidance) {}

    private final PhotoChecker checker = PhotoChecker.builder().build();

    static List<GoodPhoto> people() {
        return GoodPhotos.all();
    }

    @ParameterizedTest
    @MethodSource("people")
    void isToldOneThingAtATimeTheMostImportantFirstAndWithoutFlicker(GoodPhoto person) {
        List<Moment> session = play(person.picture());
        for (Scene scene : Scene.values()) {
            assertThat(last(session, scene)).as("%s", scene).isEqualTo(scene.said);
        }
        assertThat(session.get(session.size() - 1).guidance().ready()).isTrue();
        Duration hold = LiveGuide.Pace.USUAL.hold();
        List<Moment> changes = changes(session);
        for (int i = 1; i < changes.size(); i++) {
            assertThat(changes.get(i).at().minus(changes.get(i - 1).at()))
                    .as("%s", changes.get(i - 1))
                    .isGreaterThanOrEqualTo(hold);
        }
        // Each scene is told once; what was said before may still stand at its beginning.
        assertThat(changes).hasSizeLessThanOrEqualTo(Scene.values().length + 1);
    }

    private static String last(List<Moment> session, Scene scene) {
        return session.stream()
                .filter(moment -> moment.scene() == scene)
                .reduce((earlier, later) -> later)
                .flatMap(moment -> moment.guidance().check())
                .map(Object::toString)
                .orElse("");
    }

    /** Where something else is said than the moment before; what stands there before the first instruction is none. */
    private static List<Moment> changes(List<Moment> session) {
        List<Moment> changes = new ArrayList<>();
        for (Moment moment : session) {
            boolean isSaid = moment.guidance().kind() != Guidance.Kind.LOOKING;
            boolean isNew = changes.isEmpty()
                    || !changes.get(changes.size() - 1)
                            .guidance()
                            .words()
                            .equals(moment.guidance().words());
            if (isSaid && isNew) {
                changes.add(moment);
            }
        }
        return changes;
    }

    private List<Moment> play(BufferedImage picture) {
        List<Moment> session = new ArrayList<>();
        Random hand = new Random(1);
        LiveGuide guide = LiveGuide.start();
        Duration at = Duration.ZERO;
        for (Scene scene : Scene.values()) {
            for (int i = 0; i < FRAMES_A_SCENE; i++) {
                at = at.plus(STEP);
                guide = guide.next(at, checker.preview(frame(picture, scene, hand)));
                session.add(new Moment(at, scene, guide.guidance()));
            }
        }
        return session;
    }

    private static PhotoImage frame(BufferedImage picture, Scene scene, Random hand) {
        double scale = scene.size * (1 + 0.01 * hand.nextGaussian()) * HEIGHT / picture.getHeight();
        AffineTransform place = AffineTransform.getTranslateInstance(
                WIDTH / 2.0 + scene.beside + 2 * hand.nextGaussian(), HEIGHT / 2.0 + 2 * hand.nextGaussian());
        place.rotate(Math.toRadians(scene.leanDegrees + 0.5 * hand.nextGaussian()));
        place.scale(scale, scale);
        place.translate(-picture.getWidth() / 2.0, -FACE * picture.getHeight());
        BufferedImage frame = Variants.drawn(picture, WIDTH, HEIGHT, place);
        return PhotoImage.copyOf(Jpeg.bytes(blurred(frame, 1 + hand.nextInt(3)), 0.8f));
    }

    private static BufferedImage blurred(BufferedImage frame, int reach) {
        float[] row = new float[reach];
        Arrays.fill(row, 1f / reach);
        return new ConvolveOp(new Kernel(reach, 1, row), ConvolveOp.EDGE_NO_OP, null).filter(frame, null);
    }
}
