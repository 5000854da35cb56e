package io.github.tucai.sandbox;

import io.github.tucai.code.CodeClaims;
import io.github.tucai.delivery.DeliveryContent;
import io.github.tucai.delivery.DeliveryKey;
import io.github.tucai.delivery.Withdrawal;
import io.github.tucai.photo.ImageDigest;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * What the registry knows: a journal of one line per event, forced to disk before anyone is told, and a folder of images. At
 * the start the journal is read again. Enrolments stand in it as digests.
 */
final class RegistryStore implements AutoCloseable {
    private final Path images;
    private final Clock clock;
    private final Holdings holdings = new Holdings();
    private final Journal journal;

    RegistryStore(Path folder, Clock clock) throws IOException {
        this.images = Files.createDirectories(folder.resolve("images"));
        this.clock = clock;
        this.journal = new Journal(folder.resolve("journal.txt"), holdings::apply);
    }

    /** Remembers that a code with these claims was given out. */
    synchronized void issued(CodeClaims claims) throws IOException {
        if (!holdings.isIssued(digest(claims))) {
            append("code " + enrolment(claims) + " " + digest(claims));
        }
    }

    /** What became of a delivery or a withdrawal that opened. */
    record Storing(String registryId, DeliveryKey key, Instant receivedAt, boolean duplicate) {
        static Storing of(StoredImage entry, boolean duplicate) {
            return new Storing(entry.registryId(), entry.key(), entry.receivedAt(), duplicate);
        }
    }

    /**
     * Stores a delivery unless it is there. A newer version supersedes the older image of its enrolment, so that at most one is
     * valid at any time; an older one that comes late is acknowledged if it was stored once, stored all the same if its version
     * is withdrawn, else refused. A known image that comes as a later version counts as that version from then on.
     */
    synchronized Storing store(DeliveryContent content) throws IOException, Refusal {
        String enrolment = admitted(content.claims());
        int newest = holdings.newestVersion(enrolment);
        Optional<StoredImage> known = holdings.image(content.key());
        if (known.isPresent()) {
            StoredImage image = known.get();
            if (content.version() <= newest) {
                return Storing.of(image, true);
            }
            if (image.version() == newest) {
                append("again " + line(image.withVersion(content.version())));
                return Storing.of(image, true);
            }
        }
        if (content.version() <= newest && content.version() > holdings.withdrawnVersion(enrolment)) {
            throw new Refusal(409, "not-newer", "Version " + newest + " of this enrolment's image is stored already");
        }
        return Storing.of(add(content, enrolment), false);
    }

    /** Stores a delivery as a registry would that does not look at keys. */
    synchronized Storing storeAgain(DeliveryContent content) throws IOException, Refusal {
        return Storing.of(add(content, admitted(content.claims())), false);
    }

    /**
     * Takes note of a withdrawal unless it is known, whether or not its delivery has come. It is known if its key is, for that
     * version or a later one.
     */
    synchronized Storing withdraw(Withdrawal withdrawal) throws IOException, Refusal {
        String enrolment = admitted(withdrawal.claims());
        Optional<StoredImage> known = holdings.withdrawal(withdrawal.key())
                .filter(entry -> entry.enrolment().equals(enrolment) && entry.version() >= withdrawal.version());
        if (known.isPresent()) {
            return Storing.of(known.get(), true);
        }
        StoredImage entry =
                new StoredImage(holdings.nextWithdrawalId(), enrolment, withdrawal.key(), withdrawal.version(), now());
        append("withdrawal " + line(entry));
        return Storing.of(entry, false);
    }

    /** The enrolment's digest. */
    private String admitted(CodeClaims claims) throws Refusal {
        String enrolment = enrolment(claims);
        if (!holdings.isKnown(enrolment)) {
            throw new Refusal(422, "unknown-enrolment", "No code was issued for this enrolment");
        }
        if (!holdings.isIssued(digest(claims))) {
            throw new Refusal(422, "claims-differ", "The claims are not those of a code issued for this enrolment");
        }
        return enrolment;
    }

    private StoredImage add(DeliveryContent content, String enrolment) throws IOException {
        StoredImage image = new StoredImage(holdings.nextImageId(), enrolment, content.key(), content.version(), now());
        write(images.resolve(image.registryId() + ".jpg"), content.product().bytes());
        append("image " + line(image));
        return image;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static String line(StoredImage entry) {
        return String.join(
                " ",
                entry.registryId(),
                entry.enrolment(),
                entry.key().value(),
                Integer.toString(entry.version()),
                Long.toString(entry.receivedAt().toEpochMilli()));
    }

    private void append(String line) throws IOException {
        journal.append(line);
        holdings.apply(line);
    }

    /** The valid images, at most one per enrolment. */
    synchronized List<StoredImage> valid() {
        return holdings.valid();
    }

    /** Every image that was ever stored, in the order of their numbers. */
    synchronized List<Stored> all() {
        return holdings.all();
    }

    /** The bytes of an image as they were delivered. */
    Optional<byte[]> product(String registryId) throws IOException {
        Path file = images.resolve(registryId + ".jpg");
        return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    /** Whole or not there. */
    static void write(Path file, byte[] bytes) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try (FileChannel channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            Journal.write(channel, bytes);
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
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
