package io.github.tucai.imaging.internal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.tucai.imaging.internal.pixel.Picture;
import io.github.tucai.portraits.PortraitCache;
import io.github.tucai.portraits.spec.DrawnPortrait;
import io.github.tucai.portraits.spec.PortraitSpec;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One drawn face beside itself: what makes the other one count as a second face. */
class FacesFoundTest {
    private static final LandmarkNetwork LANDMARKS = new LandmarkNetwork(Network.load("face_landmark_with_attention"));

    private static Picture pair;
    private static DetectedFace left;
    private static DetectedFace right;

    @BeforeAll
    static void drawThemSideBySide() {
        DrawnPortrait portrait = PortraitCache.in(Path.of("target", "portraits"))
                .get(PortraitSpec.builder().build(), 2);
        int width = portrait.width();
        int[] pixels = portrait.pixels();
        int[] both = new int[2 * pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            int row = Math.floorDiv(i, width);
            both[2 * row * width + i % width] = pixels[i];
            both[(2 * row + 1) * width + i % width] = pixels[i];
        }
        pair = new Picture(2 * width, portrait.height(), both);
        DetectedFace single = FaceDetector.shortRange()
                .detect(new Picture(width, portrait.height(), pixels))
                .get(0);
        left = shifted(single, 0, 0.9);
        right = shifted(single, width, 0.8);
    }

    private static DetectedFace shifted(DetectedFace face, double by, double score) {
        return new DetectedFace(score, face.left() + by, face.top(), face.right() + by, face.bottom(), face.angle());
    }

    @Test
    void bothDetectorsTogetherMakeASecondFace() {
        FacesFound faces = FacesFound.confirm(pair, List.of(left, right), List.of(left, right), LANDMARKS);
        assertThat(faces.count()).isEqualTo(2);
        assertThat(faces.other().orElseThrow().score()).isCloseTo(0.8, within(0.02));
    }

    @Test
    void theDetectorForSmallFacesMakesOneAlone() {
        FacesFound faces = FacesFound.confirm(pair, List.of(left), List.of(left, right), LANDMARKS);
        assertThat(faces.count()).isEqualTo(2);
        assertThat(faces.other().orElseThrow().score()).isCloseTo(0.8, within(0.02));
    }

    @Test
    void aSecondFaceThatOnlyTheNearDetectorSeesIsDoubtful() {
        FacesFound faces = FacesFound.confirm(pair, List.of(left, right), List.of(left), LANDMARKS);
        assertThat(faces.count()).isEqualTo(1);
        assertThat(faces.other().orElseThrow().score()).isCloseTo(0.4, within(0.01));
    }

    @Test
    void aLoneFaceIsNotDoubted() {
        FacesFound faces = FacesFound.confirm(pair, List.of(left), List.of(), LANDMARKS);
        assertThat(faces.count()).isEqualTo(1);
        assertThat(faces.main().orElseThrow().score()).isCloseTo(0.9, within(0.01));
    }
}
