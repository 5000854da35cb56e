package io.github.tucai.cli.demo;

import io.github.tucai.failure.TucaiException;
import io.github.tucai.photo.Advice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Where a demo keeps what. The page and what it shows lie on top; the database, the vault, the keys and the registry's store
 * lie in {@code system}.
 */
record Folders(Path out) {
    static final String PAGE = "index.html";

    private static final List<String> OWN =
            List.of("system", "fonts", "codes", "checks", "products", "prints", "forms", "receipts");
    private static final Advice NOT_A_DEMO = new Advice(
            "输出文件夹中有与演示同名的内容（" + PAGE + "、" + String.join("、", OWN) + "），但不是演示留下的；为免误删，请另选一个空文件夹",
            "The folder holds something named as a demo names its own (" + PAGE + ", " + String.join(", ", OWN)
                    + ") that no demo left. Nothing was removed; name an empty folder.");
    private static final Advice PHOTOS_IN_DEMO = new Advice(
            "照片在演示要清空的文件夹中；请把照片移到别处，或另选输出文件夹",
            "The photos lie in a folder that the demo empties. Move them, or name another folder to write into.");

    /**
     * Removes what an earlier demo left, portraits aside, and nothing else.
     *
     * @throws TucaiException if the folder holds some of the names a demo uses but not all: then they are somebody else's
     */
    void clear() {
        long there =
                OWN.stream().filter(name -> Files.exists(out.resolve(name))).count();
        boolean fresh = there == 0 && !Files.exists(file(PAGE));
        if (!fresh && there < OWN.size()) {
            throw new TucaiException(NOT_A_DEMO.in(Locale.getDefault()));
        }
        // All stand before one is emptied, so that what a demo leaves is known as a demo's whenever it ends.
        OWN.forEach(name -> make(out.resolve(name)));
        OWN.forEach(name -> empty(out.resolve(name)));
    }

    /**
     * Holds a folder of photos against those that {@link #clear} empties.
     *
     * @throws TucaiException if they lie in one of these
     */
    void keep(Path photos) throws IOException {
        Path real = photos.toRealPath();
        for (String name : OWN) {
            Path own = out.resolve(name);
            if (Files.exists(own) && real.startsWith(own.toRealPath())) {
                throw new TucaiException(PHOTOS_IN_DEMO.in(Locale.getDefault()));
            }
        }
    }

    Path system(String name) {
        return out.resolve("system").resolve(name);
    }

    Path portraits() {
        return out.resolve("portraits");
    }

    /** A file of the page, by its path relative to it. */
    Path file(String relative) {
        return out.resolve(relative);
    }

    private static void make(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void empty(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                if (!each.equals(folder)) {
                    Files.delete(each);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
