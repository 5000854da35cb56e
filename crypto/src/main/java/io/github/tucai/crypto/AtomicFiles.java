package io.github.tucai.crypto;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Changes to files that are whole or not there, and on disk when they return. Each step is told to a listener first, so that a
 * test can end the program at any of them.
 */
final class AtomicFiles {
    /** What an unfinished file ends in; it begins with a dot and the name it will have. */
    static final String PART = ".part";

    private final Consumer<String> steps;

    AtomicFiles(Consumer<String> steps) {
        this.steps = steps;
    }

    /** The file's old content, or its absence, stays until the new one is whole. */
    void write(Path file, byte[] bytes, FileAttribute<?>... attributes) throws IOException {
        Path directory = directory(file);
        Path part = Files.createTempFile(directory, "." + file.getFileName() + "-", PART, attributes);
        try {
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                steps.accept("opened");
                ByteBuffer buffer = ByteBuffer.wrap(bytes).limit(bytes.length / 2);
                drain(buffer, channel);
                steps.accept("half written");
                drain(buffer.limit(bytes.length), channel);
                channel.force(true);
            }
            steps.accept("written");
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            steps.accept("in place");
        } catch (IOException e) {
            Files.deleteIfExists(part);
            throw e;
        }
        force(directory);
    }

    private static void drain(ByteBuffer buffer, FileChannel channel) throws IOException {
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    void move(Path from, Path to) throws IOException {
        steps.accept("before the move");
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        steps.accept("moved");
        force(directory(to));
        force(directory(from));
    }

    void delete(Path file) throws IOException {
        steps.accept("before the deletion");
        if (Files.deleteIfExists(file)) {
            steps.accept("deleted");
        }
    }

    /** Removes what programs that ended in the middle left behind; what is young may still be worked on. */
    static void sweep(Path directory, Instant olderThan) throws IOException {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(directory, ".*" + PART)) {
            for (Path part : parts) {
                if (Files.getLastModifiedTime(part).toInstant().isBefore(olderThan)) {
                    Files.deleteIfExists(part);
                }
            }
        }
    }

    private static Path directory(Path file) {
        Path directory = file.getParent();
        return directory == null ? Path.of("") : directory;
    }

    /** Makes renames and deletions last; file systems that cannot open a folder keep renames in order by themselves. */
    static void force(Path directory) throws IOException {
        if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
