package io.github.tucai.sandbox;

import io.github.tucai.code.CodeClaims;
import io.github.tucai.delivery.DeliveryContent;
import io.github.tucai.delivery.DeliveryKey;
import io.github.tucai.photo.ImageDigest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the registry knows: a journal of one line per event, forced to disk before anyone is told, and a folder of images. At
 * the start the journal is read again; a last line that was torn is dropped. Enrolments stand in it as digests.
 */
final class RegistryStore implements AutoCloseable {
    private final Path images;
    private final FileChannel journal;
    private final Clock clock;
    private final Set<String> enrolments = new HashSet<>();
    private final Set<String> codes = new HashSet<>();
    private final Map<DeliveryKey, StoredImage> byKey = new HashMap<>();
    private final Map<String, StoredImage> valid = new TreeMap<>();
    private int stored;

    RegistryStore(Path folder, Clock clock) throws IOException {
        this.images = Files.createDirectories(folder.resolve("images"));
        this.clock = clock;
        this.journal = FileChannel.open(
                folder.resolve("journal.txt"),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        replay();
    }

    private void replay() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(journal.size()));
        while (bytes.hasRemaining() && journal.read(bytes) >= 0) {
            // read on
        }
        String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII);
        int whole = text.lastIndexOf('\n') + 1;
        text.substring(0, whole).lines().forEach(this::apply);
        journal.truncate(whole);
        journal.position(whole);
    }

    private void apply(String line) {
        String[] parts = line.split(" ", -1);
        if (parts[0].equals("code")) {
            enrolments.add(parts[1]);
            codes.add(parts[2]);
        } else {
            stored++;
            StoredImage image = new StoredImage(
                    parts[1],
                    parts[2],
                    new DeliveryKey(parts[3]),
                    Integer.parseInt(parts[4]),
                    Instant.ofEpochMilli(Long.parseLong(parts[5])));
            byKey.put(image.key(), image);
            valid.put(image.enrolment(), image);
        }
    }

    /** Remembers that a code with these claims was given out. */
    synchronized void issued(CodeClaims claims) throws IOException {
        if (!codes.contains(digest(claims))) {
            append("code " + enrolment(claims) + " " + digest(claims));
        }
    }

    /** What became of a delivery that opened. */
    record Storing(StoredImage image, boolean duplicate) {}

    /**
     * Stores a delivery unless it is there. A newer version supersedes the older image of its enrolment, so that one is valid
     * at any time; an older one that comes late is acknowledged if it was stored once, else refused.
     */
    synchronized Storing store(DeliveryContent content) throws IOException, Refusal {
        String enrolment = enrolment(content.claims());
        if (!enrolments.contains(enrolment)) {
            throw new Refusal(422, "unknown-enrolment", "No code was issued for this enrolment");
        }
        if (!codes.contains(digest(content.claims()))) {
            throw new Refusal(422, "claims-differ", "The claims are not those of a code issued for this enrolment");
        }
        StoredImage current = valid.get(enrolment);
        DeliveryKey key = content.key();
        if (current == null || (content.version() > current.version() && !key.equals(current.key()))) {
            return new Storing(add(content, enrolment), false);
        }
        StoredImage known = byKey.get(key);
        if (known == null) {
            throw new Refusal(
                    409, "not-newer", "Version " + current.version() + " of this enrolment's image is stored already");
        }
        return new Storing(known, true);
    }

    private StoredImage add(DeliveryContent content, String enrolment) throws IOException {
        StoredImage image = new StoredImage(
                String.format("R%08d", stored + 1),
                enrolment,
                content.key(),
                content.version(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        write(images.resolve(image.registryId() + ".jpg"), content.product().bytes());
        append(String.join(
                " ",
                "image",
                image.registryId(),
                enrolment,
                image.key().value(),
                Integer.toString(image.version()),
                Long.toString(image.receivedAt().toEpochMilli())));
        return image;
    }

    /** The valid images, one per enrolment. */
    synchronized List<StoredImage> valid() {
        return List.copyOf(valid.values());
    }

    /** The bytes of an image as they were delivered. */
    Optional<byte[]> product(String registryId) throws IOException {
        Path file = images.resolve(registryId + ".jpg");
        return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    private void append(String line) throws IOException {
        long before = journal.position();
        try {
            writeFully(journal, (line + "\n").getBytes(StandardCharsets.US_ASCII));
            journal.force(false);
        } catch (IOException e) {
            journal.truncate(before); // What was not acknowledged must not come back after a restart.
            throw e;
        }
        apply(line);
    }

    /** Whole or not there. */
    static void write(Path file, byte[] bytes) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            writeFully(channel, bytes);
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void writeFully(FileChannel channel, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    private static String enrolment(CodeClaims claims) {
        return digest(claims.enrolment().value());
    }

    private static String digest(CodeClaims claims) {
        return digest(String.join(
                "\n",
                claims.enrolment().value(),
                claims.name().value(),
                claims.id().value(),
                claims.school().value(),
                claims.studentNumber().value(),
                Integer.toString(claims.classYear()),
                claims.issuedAt().toString(),
                claims.expiresAt().toString(),
                claims.serial()));
    }

    private static String digest(String text) {
        return ImageDigest.of(text.getBytes(StandardCharsets.UTF_8)).hex();
    }

    @Override
    public synchronized void close() throws IOException {
        journal.close();
    }
}
