package io.github.tucai.imaging.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
        try {
            List<String> lines = Files.readAllLines(folder.resolve("manifest.csv"));
            List<String> header = cells(lines.get(0));
            Map<String, Map<String, String>> labels = new LinkedHashMap<>();
            for (String line : lines.subList(1, lines.size())) {
                List<String> cells = cells(line);
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 0; i < Math.min(header.size(), cells.size()); i++) {
                    row.put(header.get(i), cells.get(i));
                }
                labels.put(cells.get(0), row);
            }
            return labels;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean isQuoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                isQuoted = !isQuoted;
            } else if (c == ',' && !isQuoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
