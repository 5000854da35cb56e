package io.github.tucai.benchmarks;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.portraits.Jpeg;
import io.github.tucai.portraits.Portraits;
import io.github.tucai.portraits.spec.Dial;
import io.github.tucai.portraits.spec.PortraitSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Pictures to measure on: a folder's where {@code -Dtucai.testdata} names one, else drawn. */
final class Testdata {
    // Drawn skin reflects more than real skin.
    private static final double EXPOSURE = 0.8;

    private Testdata() {}

    /**
     * A picture whose texts are known.
     *
     * @param file PNG or JPEG
     * @param texts what its codes say
     */
    record CodePicture(PhotoImage file, List<String> texts) {}

    private static Optional<Path> folder() {
        return Optional.ofNullable(System.getProperty("tucai.testdata")).map(Path::of);
    }

    /** The folder's pictures of codes; none where there is no folder. */
    static List<CodePicture> codes() throws IOException {
        Optional<Path> folder = folder();
        List<CodePicture> codes = new ArrayList<>();
        if (folder.isPresent()) {
            try (CsvReader<NamedCsvRecord> rows =
                    CsvReader.builder().ofNamedCsvRecord(folder.get().resolve("manifest.csv"))) {
                for (NamedCsvRecord row : rows) {
                    if (!row.getField("qr_text").isEmpty()) {
                        codes.add(new CodePicture(
                                read(folder.get().resolve(row.getField("file"))), texts(row.getField("qr_text"))));
                    }
                }
            }
        }
        return codes;
    }

    private static List<String> texts(String field) {
        return Arrays.stream(field.split(" \\|\\|\\| ", -1))
                .map(text -> text.replace("\\n", "\n"))
                .toList();
    }

    /** Portraits: the folder's, else people drawn for this. */
    static List<PhotoImage> portraits(int most) throws IOException {
        Optional<Path> folder = folder();
        List<PhotoImage> portraits = new ArrayList<>();
        if (folder.isEmpty()) {
            for (int seed = 1; seed <= Math.min(most, 40); seed++) {
                portraits.add(drawn(20 + seed));
            }
            return portraits;
        }
        try (Stream<Path> files = Files.list(folder.get().resolve("portraits"))) {
            for (Path file : files.sorted().limit(most).toList()) {
                portraits.add(read(file));
            }
        }
        return portraits;
    }

    /** Someone who does not exist, as a phone would hand the picture in. */
    static PhotoImage drawn(long seed) {
        PortraitSpec person = PortraitSpec.registration(seed).with(Dial.EXPOSURE, EXPOSURE);
        return PhotoImage.copyOf(Jpeg.bytes(Portraits.draw(person).image()));
    }

    private static PhotoImage read(Path file) throws IOException {
        return PhotoImage.copyOf(Files.readAllBytes(file));
    }
}
