package io.github.tucai.calibration.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.portraits.Jpeg;
import io.github.tucai.portraits.PortraitCache;
import io.github.tucai.portraits.spec.Fault;
import io.github.tucai.portraits.spec.Hair;
import io.github.tucai.portraits.spec.PortraitSpec;
import io.github.tucai.portraits.spec.Quality;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On four drawn people from two places, one of each with every fault by the labels. */
class WritePagesTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-12-01T10:00:00Z"), ZoneOffset.UTC);
    private static final PortraitCache CACHE = PortraitCache.in(Path.of("target", "portraits"));
    private static final String FAULTY_WHERE_NO =
            "frontal,eyes_open,mouth_closed,glasses,ears_both_visible,background_uniform";
    private static final String FAULTY_WHERE_YES = "tinted_glasses,glare_on_glasses,headgear,hair_covers_eyebrow,"
            + "hair_covers_ear,earrings,necklace,clothing_blue,clothing_pattern_stripes,shadow_on_face,monochrome,"
            + "low_resolution";

    @TempDir
    Path folder;

    private Path testdata = Path.of("");

    @BeforeEach
    void draw() throws IOException {
        testdata = Files.createDirectories(folder.resolve("testdata"));
        Files.createDirectories(testdata.resolve("portraits"));
        Files.createDirectories(testdata.resolve("derived"));
        StringBuilder manifest = new StringBuilder(
                "file,kind,group,width,height,single_face," + FAULTY_WHERE_NO + "," + FAULTY_WHERE_YES + "\n");
        for (int seed = 1; seed <= 2; seed++) {
            PortraitSpec good = PortraitSpec.registration(seed).sized(480, 640).with(Quality.DRAFT).toBuilder()
                    .hair(Hair.SHORT)
                    .build();
            manifest.append(row("portraits/" + seed + "-good.jpg", good, false));
            manifest.append(row("portraits/" + seed + "-worse.jpg", Fault.UNEVEN_WALL.applyTo(good), true));
        }
        Files.writeString(testdata.resolve("manifest.csv"), manifest);
        Files.writeString(testdata.resolve("derived/manifest.csv"), "file,base,defect,valid,width,height\n");
    }

    private String row(String file, PortraitSpec spec, boolean isFaulty) throws IOException {
        Files.write(testdata.resolve(file), Jpeg.bytes(CACHE.get(spec, 2).image()));
        String first = isFaulty ? ",no" : ",yes";
        String second = isFaulty ? ",yes" : ",no";
        return file + ",portrait,place" + spec.seed() + "_a,480,640,yes"
                + first.repeat(FAULTY_WHERE_NO.split(",", -1).length)
                + second.repeat(FAULTY_WHERE_YES.split(",", -1).length) + "\n";
    }

    @Test
    void twoRunsWriteTheSame() throws IOException {
        String page = written("checks");
        assertThat(written("checks")).isEqualTo(page);
        assertThat(page)
                .contains("| mouth_closed | mouth-closed | 2 | 2 | ")
                .contains("- ears.hidden: 2 fine, 2 faulty, ");
    }

    @Test
    void simulationsAreCountedByKind() throws IOException {
        assertThat(written("imaging"))
                .contains("| *all* | ")
                .contains("| COLOUR | 1 | 0 | 0 | 0 |")
                .contains("| SEPIA | 0 | 0 | 1 | 0 |")
                .contains("| CONTROL_BLURRED | ")
                .contains("| HALFTONE | 0 | ")
                .contains("| 95 | 30 | NOTHING | 1 | 1 | 1 | 0 | 0 | 1 |");
    }

    /** Every page says when, how and on what it was measured. */
    private String written(String part) throws IOException {
        Setting.Sample one = new Setting.Sample(4, 4, 4, 4);
        Setting setting = new Setting(
                testdata, folder.resolve("pages"), folder.resolve("work"), List.of(part), Optional.empty(), one);
        WritePages.write(setting, CLOCK);
        String page = Files.readString(folder.resolve("pages").resolve(part + ".md"));
        assertThat(page)
                .contains("Measured on 1 December 2026 by\n\n```\nmvn -q -Pcalibrate ")
                .contains(" -Dcalibrate.parts=" + part + "\n")
                .contains("\n- 4 labelled portraits of 2 sources, 2 of them ID-like")
                .contains("\n### 23 November 2026: ")
                .doesNotContain(folder.toString());
        return page;
    }
}
