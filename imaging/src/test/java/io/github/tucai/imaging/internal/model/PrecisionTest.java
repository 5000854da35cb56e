package io.github.tucai.imaging.internal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tucai.failure.PluginException;
import io.github.tucai.imaging.internal.pixel.Picture;
import io.github.tucai.imaging.internal.pixel.Tile;
import io.github.tucai.portraits.PortraitCache;
import io.github.tucai.portraits.spec.DrawnPortrait;
import io.github.tucai.portraits.spec.Glasses;
import io.github.tucai.portraits.spec.Hat;
import io.github.tucai.portraits.spec.PortraitSpec;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

class PrecisionTest {
    @Test
    void theDigestsNameTheNetworkThatIsUsed() {
        String used = Precision.chosen().partsNetwork();
        assertThat(Networks.shared().digests())
                .containsEntry(used, ModelManifest.packed().sha256(used))
                .hasSize(5);
    }

    @Test
    @ResourceLock(Resources.SYSTEM_PROPERTIES)
    void precisionCanBeAskedFor() {
        try {
            System.setProperty(Precision.PROPERTY, "precise");
            assertThat(Precision.chosen()).isEqualTo(Precision.PRECISE);
            System.setProperty(Precision.PROPERTY, "exact");
            assertThatThrownBy(Precision::chosen)
                    .isInstanceOf(PluginException.class)
                    .hasMessageContaining("fast or precise, got exact");
        } finally {
            System.clearProperty(Precision.PROPERTY);
        }
    }

    @Test
    void eightBitsTellTheSamePartsButForAFewPixelsInAThousand() {
        Assumptions.assumeTrue(Precision.isExactInEightBits(), "this processor overflows in eight bits");
        PortraitCache portraits = PortraitCache.in(Path.of("target", "portraits"));
        List<PortraitSpec> specs = List.of(
                PortraitSpec.builder().build(),
                PortraitSpec.builder().glasses(Glasses.THICK).build(),
                PortraitSpec.builder().hat(Hat.CAP).build());
        int changed = 0;
        try (Network precise = Network.load(Precision.PRECISE.partsNetwork());
                Network fast = Network.load(Precision.FAST.partsNetwork())) {
            for (PortraitSpec spec : specs) {
                changed += changed(portraits.get(spec, 2), precise, fast);
            }
        }
        // Of these portraits 0.14 % change, of photographs 0.35 %; a crop that is shifted by one pixel changes 0.75 %
        // of them.
        assertThat((double) changed / (specs.size() * Tile.SIZE * Tile.SIZE)).isBetween(1e-5, 0.003);
    }

    private static int changed(DrawnPortrait portrait, Network precise, Network fast) {
        Picture picture = new Picture(portrait.width(), portrait.height(), portrait.pixels());
        DetectedFace face =
                Networks.shared().nearFaces(picture).main().orElseThrow().detected();
        PartMap exact = new Segmenters(precise, precise).parts(picture, face);
        PartMap rounded = new Segmenters(fast, fast).parts(picture, face);
        int changed = 0;
        for (int row = 0; row < Tile.SIZE; row++) {
            for (int column = 0; column < Tile.SIZE; column++) {
                changed += exact.at(column, row) == rounded.at(column, row) ? 0 : 1;
            }
        }
        return changed;
    }
}
