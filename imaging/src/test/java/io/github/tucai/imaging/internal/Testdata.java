package io.github.tucai.imaging.internal;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The labelled photos, which are not part of the repository; {@code -Dtucai.testdata} says where else they are. */
public final class Testdata {
    private Testdata() {}

    /** The folder, where it is present. */
    public static Optional<Path> folder() {
        String property = System.getProperty("tucai.testdata", "");
        Stream<Path> places = property.isEmpty()
                ? Stream.of(Path.of("..", "..", "shared", "testdata"), Path.of("..", "shared", "testdata"))
                : Stream.of(Path.of(property));
        return places.filter(place -> Files.isDirectory(place.resolve("portraits")))
                .findFirst();
    }

    /** The pictures of a part such as {@code portraits}, by name. */
    public static List<Path> pictures(Path folder, String part) {
        try (Stream<Path> files = Files.list(folder.resolve(part))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(jpg|jpeg|png|webp)"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One row of the manifest for each file, as column to value. */
    public static Map<String, Map<String, String>> labels(Path folder) {
        Map<String, Map<String, String>> labels = new LinkedHashMap<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(folder.resolve("manifest.csv"))) {
            rows.forEach(row -> labels.put(row.getField("file"), row.getFieldsAsMap()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return labels;
    }
}
