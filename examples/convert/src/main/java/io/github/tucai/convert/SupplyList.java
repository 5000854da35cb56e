package io.github.tucai.convert;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The pinned files that the build fetches, as its list names them. */
final class SupplyList {
    private final Path list;
    private final List<Entry> entries;

    private SupplyList(Path list, List<Entry> entries) {
        this.list = list;
        this.entries = entries;
    }

    /**
     * One file.
     *
     * @param path in the package, with the range of bytes where the file is a part of another
     */
    record Entry(String file, String sha256, String packageName, String packageVersion, String path) {}

    static SupplyList read(Path list) throws IOException {
        List<Entry> entries = new ArrayList<>();
        String[] source = new String[0];
        for (String line : Files.readAllLines(list)) {
            String[] words = line.strip().split("\\s+", 4);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (!Character.isWhitespace(line.charAt(0))) {
                source = words;
            } else {
                entries.add(entry(words[0], words, source));
            }
        }
        return new SupplyList(list, entries);
    }

    private static Entry entry(String file, String[] words, String[] source) {
        String range = words.length > 3 ? " bytes " + words[3] : "";
        return new Entry(file, words[1], source[0], source[1], words[2] + range);
    }

    Entry find(String file) {
        return entries.stream()
                .filter(entry -> entry.file().equals(file))
                .findFirst()
                .orElseThrow(() -> new ConversionException(file + " does not stand in " + list));
    }
}
