package io.github.tucai.calibration.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledPhotosTest {
    private static final String HEADER = "file,kind,group,earrings\n";

    @TempDir
    Path folder;

    @BeforeEach
    void measure() throws IOException {
        Files.writeString(
                folder.resolve("measures.csv"),
                "file,eyes.distance\nportraits/inter_1.jpg,90\nportraits2/ros007.jpg,91\nportraits2/pif002.jpg,92\n");
        Files.writeString(folder.resolve("manifest.csv"), HEADER + "portraits/inter_1.jpg,portrait,inter_1,no\n");
    }

    @Test
    void labelsOfTwoReadingsStandBeforeThoseOfOne() throws IOException {
        assertThat(read().labels("portraits/inter_1.jpg")).containsEntry("earrings", "no");
        consensus();
        assertThat(read().labels("portraits/inter_1.jpg")).containsEntry("earrings", "yes");
        assertThat(read().portraits()).hasSize(3);
    }

    @Test
    void whoIsInTwoCollectionsCountsForThatOfThePicture() throws IOException {
        consensus();
        assertThat(read().source("portraits/inter_1.jpg")).isEqualTo("inter");
        assertThat(read().source("portraits2/ros007.jpg")).isEqualTo("ros");
        assertThat(read().source("portraits2/pif002.jpg")).isEqualTo("pif");
    }

    private void consensus() throws IOException {
        Files.writeString(
                folder.resolve("manifest2.csv"),
                HEADER
                        + "portraits/inter_1.jpg,portrait,inter_1,yes\n"
                        + "portraits2/ros007.jpg,portrait,person:somebody,no\n"
                        + "portraits2/pif002.jpg,portrait,pif:somebody-else,no\n");
    }

    private LabelledPhotos read() throws IOException {
        return LabelledPhotos.read(folder.resolve("measures.csv"), folder);
    }
}
