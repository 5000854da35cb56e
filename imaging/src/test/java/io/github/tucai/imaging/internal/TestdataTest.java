package io.github.tucai.imaging.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.tucai.photo.AnalysisMode;
import io.github.tucai.photo.Measurements;
import io.github.tucai.photo.Measures;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.portraits.Testdata;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is promised about real photos; skipped where they are not at hand. */
class TestdataTest {
    // Every fifth: all of them take minutes.
    private static final int STEP = 5;

    private final OnnxImageAnalyzer analyzer = new OnnxImageAnalyzer();
    private Path folder = Path.of("");

    @BeforeEach
    void findThePhotos() {
        assumeTrue(
                Testdata.folder().isPresent(), "the labelled photos are not here; -Dtucai.testdata names their folder");
        folder = Testdata.folder().orElseThrow();
    }

    @Test
    void portraitsOfOnePersonHaveOneFace() throws IOException {
        Map<String, Map<String, String>> labels = labels(folder);
        List<Path> pictures = Testdata.pictures(folder, "portraits").stream()
                .filter(file -> "yes"
                        .equals(labels.get("portraits/" + file.getFileName()).get("single_face")))
                .toList();
        int seen = 0;
        for (int i = 0; i < pictures.size(); i += STEP) {
            Measurements measured = measured(pictures.get(i), AnalysisMode.FULL);
            assertThat(Drawn.value(measured, Measures.FACE_COUNT))
                    .as("%s", pictures.get(i).getFileName())
                    .isEqualTo(1);
            seen++;
        }
        assertThat(seen).isGreaterThan(40);
    }

    @Test
    void thingsHaveNoFace() throws IOException {
        for (Path picture : Testdata.pictures(folder, "noface")) {
            assertThat(Drawn.value(measured(picture, AnalysisMode.FULL), Measures.FACE_COUNT))
                    .as("%s", picture.getFileName())
                    .isZero();
        }
    }

    @Test
    void twoPeopleAreTwoFaces() throws IOException {
        for (Path picture : Testdata.pictures(folder, "derived")) {
            if (picture.toString().contains("two_faces")) {
                assertThat(Drawn.value(measured(picture, AnalysisMode.FULL), Measures.FACE_COUNT))
                        .as("%s", picture.getFileName())
                        .isEqualTo(2);
            }
        }
    }

    private Measurements measured(Path picture, AnalysisMode mode) throws IOException {
        return analyzer.analyze(PhotoImage.copyOf(Files.readAllBytes(picture)), mode);
    }

    /** One row of the manifest for each file, as column to value. */
    private static Map<String, Map<String, String>> labels(Path folder) {
        Map<String, Map<String, String>> labels = new LinkedHashMap<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(folder.resolve("manifest.csv"))) {
            rows.forEach(row -> labels.put(row.getField("file"), row.getFieldsAsMap()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return labels;
    }
}
