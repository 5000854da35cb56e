package io.github.tucai.cli.output;

import java.awt.image.RenderedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;

/** Files that are whole or not there: they are written beside their place and moved into it, which replaces an older one. */
public final class WholeFile {
    private static final Set<PosixFilePermission> WRITERS =
            Set.of(PosixFilePermission.OWNER_WRITE, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private WholeFile() {}

    /**
     * What fills a file.
     *
     * @param <E> what may end it besides the file's own failures
     */
    @FunctionalInterface
    public interface Content<E extends Exception> {
        /** Writes all of it. */
        void to(OutputStream out) throws IOException, E;
    }

    /** Bytes. */
    public static void write(Path file, byte[] bytes) throws IOException {
        write(file, out -> out.write(bytes));
    }

    /** A text, in UTF-8. */
    public static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A picture as PNG. */
    public static void png(Path file, RenderedImage picture) throws IOException {
        write(file, out -> ImageIO.write(picture, "png", out));
    }

    /** A text that its owner alone may read, where the file system can tell owners apart. */
    public static void secret(Path file, String text) throws IOException {
        boolean tellsOwners =
                Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix");
        FileAttribute<?>[] ownerOnly = tellsOwners
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        replace(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)), ownerOnly);
    }

    /** Whatever is written; a device or a pipe gets it as it comes, and what a link stands for is replaced, not the link. */
    public static <E extends Exception> void write(Path file, Content<E> content) throws IOException, E {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            try (OutputStream out = Files.newOutputStream(file)) {
                content.to(out);
            }
        } else {
            replace(Files.exists(file) ? file.toRealPath() : file.toAbsolutePath(), content);
        }
    }

    /** Root may write everything, but a file that nobody is to write is meant for root too. */
    private static boolean isProtected(Path file) throws IOException {
        PosixFileAttributeView owners = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return !Files.isWritable(file)
                || (owners != null
                        && Collections.disjoint(owners.readAttributes().permissions(), WRITERS));
    }

    private static <E extends Exception> void replace(Path file, Content<E> content, FileAttribute<?>... attributes)
            throws IOException, E {
        if (Files.exists(file) && isProtected(file)) {
            // A move needs the folder's leave alone; whoever protected the file meant it.
            throw new AccessDeniedException(file.toString());
        }
        Path part = file.resolveSibling("." + UUID.randomUUID() + ".part");
        try {
            Files.createFile(part, attributes);
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part, StandardOpenOption.WRITE))) {
                content.to(out);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
