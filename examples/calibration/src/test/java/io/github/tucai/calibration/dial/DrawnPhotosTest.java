package io.github.tucai.calibration.dial;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.calibration.Count;
import io.github.tucai.calibration.limits.JudgedPhotos;
import io.github.tucai.calibration.limits.LabelledPhotos;
import io.github.tucai.check.PhotoProfiles;
import io.github.tucai.photo.PhotoProfile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On written measures of tinted lenses; a darkness of 150 is sunglasses, of 0 clear glass. */
class DrawnPhotosTest {
    private static final PhotoProfile PROFILE = PhotoProfiles.get(PhotoProfiles.CN_DEGREE);
    private static final String CLEAR = "0";
    private static final String DARK = "150";

    @TempDir
    Path folder;

    /** A hundred wearers of two sources whose lenses are darker and darker. */
    @BeforeEach
    void measure() throws IOException {
        StringBuilder measures = new StringBuilder("file,lenses.darkness\n");
        StringBuilder labels = new StringBuilder("file,kind,group,glasses,tinted_glasses\n");
        for (int i = 0; i < 100; i++) {
            measures.append("portraits/" + i + ".jpg," + i + "\n");
            labels.append("portraits/" + i + ".jpg,portrait,place" + i % 2 + "_" + i + ",yes,no\n");
        }
        Files.writeString(folder.resolve("measures.csv"), measures);
        Files.writeString(folder.resolve("manifest2.csv"), labels);
        StringBuilder drawn = new StringBuilder(
                "row,base,severity,width,height,glasses.probability,lenses.darkness,skin.luminance\n");
        drawn.append(rows("told", "0.5", CLEAR, DARK));
        drawn.append(rows("missed", "0.3", CLEAR, CLEAR));
        drawn.append(rows("tinted-before", "0.5", DARK, DARK));
        Files.writeString(folder.resolve("TINT.csv"), drawn);
    }

    private static String rows(String base, String skin, String before, String after) {
        return base + "@0," + base + ",0.0,480,640,1," + before + "," + skin + "\n" + base + "@0.4," + base
                + ",0.4,480,640,1," + after + "," + skin + "\n";
    }

    @Test
    void toldCountsWhereNothingWasToldBefore() throws IOException {
        DrawnPhotos tints = tints();
        assertThat(tints.untouchedTold()).isEqualTo(new Count(1, 3));
        assertThat(tints.told(0.4)).isEqualTo(new Count(1, 2));
        assertThat(tints.failed(0.4)).isEqualTo(new Count(1, 2));
        assertThat(tints.plainTold()).isEqualTo(new Count(1, 2));
        assertThat(tints.plainTold(true)).isEqualTo(new Count(0, 1));
        assertThat(tints.plainTold(false)).isEqualTo(new Count(1, 1));
    }

    @Test
    void curvesAndTablesNameEveryKind() throws IOException {
        DegreeTables tables = new DegreeTables(photos(), List.of(tints()));
        assertThat(tables.svg()).startsWith("<svg ").contains(">TINT</text>").endsWith("</svg>\n");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        tables.print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("| TINT | ").contains("0.4: 50, 50");
    }

    /** No more than 1 in 200 may fail here, so none of a hundred, and what is plain begins beyond. */
    @Test
    void betweenTheFineAndThePlainUnsureLiesNearerToTheFine() throws IOException {
        Files.writeString(
                folder.resolve("TINT.csv"),
                "row,base,severity,width,height,lenses.darkness\n"
                        + "a@0.4,a,0.4,480,640,150\nb@0.4,b,0.4,480,640,150\n");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new DegreeLimits(photos(), Map.of(Degree.TINT, tints()), PROFILE)
                .print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .contains("| lenses-tinted | lenses.darkness | ")
                .contains(" | 122 | 34.3 | 100 | 0: 0.0 % (0–4) | 2: 100.0 % (34–100) | none |");
    }

    private DrawnPhotos tints() throws IOException {
        return DrawnPhotos.read(folder, Degree.TINT, new JudgedPhotos(photos(), folder, PROFILE));
    }

    private LabelledPhotos photos() throws IOException {
        return LabelledPhotos.read(folder.resolve("measures.csv"), folder);
    }
}
