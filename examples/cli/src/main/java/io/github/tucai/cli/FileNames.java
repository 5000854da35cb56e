package io.github.tucai.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names for what is written about files: the files' own, made different where two files of different folders share one. */
final class FileNames {
    private FileNames() {}

    /**
     * One name for each file, in their order.
     *
     * @param taken names that something else has, in lower case
     * @return no two equal, not even where a file system tells no capitals from small letters
     */
    static List<String> of(List<Path> files, Set<String> taken) {
        Set<String> used = new HashSet<>(taken);
        List<String> names = new ArrayList<>();
        for (Path file : files) {
            Path last = file.getFileName();
            names.add(free(last == null ? "photo" : last.toString(), used));
        }
        return names;
    }

    private static String free(String wanted, Set<String> used) {
        int dot = wanted.lastIndexOf('.');
        String stem = dot > 0 ? wanted.substring(0, dot) : wanted;
        String ending = dot > 0 ? wanted.substring(dot) : "";
        String name = wanted;
        for (int i = 2; !used.add(name.toLowerCase(Locale.ROOT)); i++) {
            name = stem + "-" + i + ending;
        }
        return name;
    }
}
