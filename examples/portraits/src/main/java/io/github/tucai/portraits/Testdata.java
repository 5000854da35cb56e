package io.github.tucai.portraits;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The labelled photos, which are not part of the repository; {@code -Dtucai.testdata} says where else they are. */
public final class Testdata {
    private Testdata() {}

    /** The folder, where it is present. */
    public static Optional<Path> folder() {
        String property = System.getProperty("tucai.testdata", "");
        Stream<Path> places = property.isEmpty()
                ? Stream.of("../../shared/testdata", "../shared/testdata", "../../../shared/testdata")
                        .map(Path::of)
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
}
