package io.github.tucai.sandbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/** Lines that are on disk before anyone is told of them; a last line that was torn is dropped at the start. */
final class Journal implements AutoCloseable {
    private final FileChannel file;

    /** Opens it and tells each line that stands in it. */
    Journal(Path path, Consumer<String> line) throws IOException {
        file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(file.size()));
        while (bytes.hasRemaining() && file.read(bytes) >= 0) {
            // read on
        }
        String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII);
        int whole = text.lastIndexOf('\n') + 1;
        text.substring(0, whole).lines().forEach(line);
        file.truncate(whole);
        file.position(whole);
    }

    void append(String line) throws IOException {
        long before = file.position();
        try {
            write(file, (line + "\n").getBytes(StandardCharsets.US_ASCII));
            file.force(false);
        } catch (IOException e) {
            file.truncate(before); // What was not acknowledged must not come back after a restart.
            throw e;
        }
    }

    static void write(FileChannel channel, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
