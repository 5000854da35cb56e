package io.github.tucai.imaging.internal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.tucai.failure.PluginException;
import io.github.tucai.imaging.internal.pixel.Picture;
import io.github.tucai.imaging.internal.pixel.Point;
import io.github.tucai.imaging.internal.pixel.Tile;
import io.github.tucai.portraits.PortraitCache;
import io.github.tucai.portraits.spec.DrawnPortrait;
import io.github.tucai.portraits.spec.PixelClass;
import io.github.tucai.portraits.spec.PortraitSpec;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NetworksTest {
    private static final int[] WELL_DEFINED = {33, 133, 263, 362, 468, 473, 61, 291, 13, 14, 159, 145, 386, 374};

    private static DrawnPortrait portrait;
    private static Picture picture;

    @BeforeAll
    static void draw() {
        portrait = PortraitCache.in(Path.of("target", "portraits"))
                .get(PortraitSpec.builder().build(), 2);
        picture = new Picture(portrait.width(), portrait.height(), portrait.pixels());
    }

    @Test
    void oneCopyServesTheWholeProgram() {
        assertThat(Networks.shared()).isSameAs(Networks.shared());
        assertThat(Networks.shared().digests()).hasSize(5);
    }

    @Test
    void theFaceIsFoundOnceByBothDetectors() {
        FacesFound faces = Networks.shared().faces(picture);
        assertThat(faces.count()).isEqualTo(1);
        assertThat(faces.main().orElseThrow().score()).isGreaterThan(0.8);
        assertThat(Networks.shared().nearFaces(picture).count()).isEqualTo(1);
    }

    @Test
    void landmarksLieWhereTheyWereDrawn() {
        FaceLandmarks found =
                Networks.shared().faces(picture).main().orElseThrow().landmarks();
        assertThat(found).isNotNull();
        double unit = portrait.landmark(468).distanceTo(portrait.landmark(473));
        for (int i : WELL_DEFINED) {
            Point drawn =
                    new Point(portrait.landmark(i).x(), portrait.landmark(i).y());
            assertThat(found.point(i).distance(drawn) / unit)
                    .as("landmark %s", i)
                    // About 7 px of an eye distance of 120: single points stray twice as far as their group's mean.
                    .isLessThan(0.06);
        }
        assertThat(found.presence()).isCloseTo(1, within(0.01));
    }

    @Test
    void thePersonIsToldFromTheWall() {
        PersonMask mask = Networks.shared().segmenters().person(picture);
        int both = 0;
        int either = 0;
        for (int row = 0; row < Tile.SIZE; row++) {
            for (int column = 0; column < Tile.SIZE; column++) {
                boolean seen = mask.isPerson(column, row);
                boolean drawn = portrait.classAt((int) mask.x(column), (int) mask.y(row)) != PixelClass.BACKGROUND;
                both += seen && drawn ? 1 : 0;
                either += seen || drawn ? 1 : 0;
            }
        }
        assertThat((double) both / either).isGreaterThan(0.93);
    }

    @Test
    void faceAndHairAreToldApart() {
        PartMap map = Networks.shared()
                .segmenters()
                .parts(
                        picture,
                        Networks.shared().faces(picture).main().orElseThrow().detected());
        assertThat(overlap(map, Part.FACE_SKIN, PixelClass.FACE_SKIN)).isGreaterThan(0.85);
        assertThat(overlap(map, Part.HAIR, PixelClass.HAIR)).isGreaterThan(0.7);
        assertThat(overlap(map, Part.BACKGROUND, PixelClass.BACKGROUND)).isGreaterThan(0.9);
    }

    private static double overlap(PartMap map, Part part, PixelClass drawnClass) {
        int both = 0;
        int either = 0;
        for (int row = 0; row < Tile.SIZE; row++) {
            for (int column = 0; column < Tile.SIZE; column++) {
                int x = (int) Math.floor(map.x(column));
                int y = (int) Math.floor(map.y(row));
                if (picture.contains(x, y)) {
                    boolean seen = map.at(column, row) == part;
                    boolean drawn = portrait.classAt(x, y) == drawnClass;
                    both += seen && drawn ? 1 : 0;
                    either += seen || drawn ? 1 : 0;
                }
            }
        }
        return (double) both / either;
    }

    @Test
    void aFileThatIsNoNetworkIsNamed() {
        assertThatThrownBy(() -> Network.of("broken", "0", new byte[] {1, 2, 3}))
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("broken");
    }
}
