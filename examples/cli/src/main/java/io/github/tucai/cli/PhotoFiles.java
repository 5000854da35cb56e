package io.github.tucai.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The files that a command line means: a folder stands for the pictures in it. */
final class PhotoFiles {
    private static final Set<String> ENDINGS =
            Set.of("jpg", "jpeg", "png", "webp", "bmp", "gif", "heic", "heif", "avif", "tif", "tiff");

    private PhotoFiles() {}

    /**
     * The files in the order given, those of a folder by name. A folder without pictures stands for itself, so that it is told
     * and not passed over.
     */
    static List<Path> of(List<Path> given) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path one : given) {
            List<Path> pictures = Files.isDirectory(one) ? pictures(one) : List.of(one);
            files.addAll(pictures.isEmpty() ? List.of(one) : pictures);
        }
        return files;
    }

    private static List<Path> pictures(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(PhotoFiles::isPicture).sorted().toList();
        }
    }

    private static boolean isPicture(Path file) {
        String name = file.getFileName().toString();
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return ENDINGS.contains(ending) && Files.isRegularFile(file);
    }
}
