package io.github.tucai.crypto;

import io.github.tucai.delivery.DeliveryKey;
import io.github.tucai.delivery.DeliveryOutcome;
import io.github.tucai.delivery.Receipt;
import io.github.tucai.delivery.SealedBundle;
import io.github.tucai.failure.TransportException;
import io.github.tucai.photo.ImageDigest;
import io.github.tucai.spi.KeyProvider;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The collector's files of a hand-over folder; {@link DirectoryChsiTransport} tells the protocol. */
final class HandOver {
    private static final int MOST_ANSWER_BYTES = 16 << 10;

    /** No file takes this long to write; its age is by the clock of the file system, so by the machine's. */
    private static final Duration LEFT_BEHIND = Duration.ofDays(1);

    private final Path out;
    private final Path in;
    private final Path done;
    private final KeyProvider receiptKeys;
    private final AtomicFiles files;

    HandOver(Path folder, KeyProvider receiptKeys, Consumer<String> steps) {
        this.out = folder.resolve("out");
        this.in = folder.resolve("in");
        this.done = folder.resolve("done");
        this.receiptKeys = receiptKeys;
        this.files = new AtomicFiles(steps);
    }

    /** A bundle and what it is called in the folder. */
    static final class Item {
        private final DeliveryKey key;
        private final byte[] bundle;
        private final String digest;

        private Item(DeliveryKey key, byte[] bundle) {
            this.key = key;
            this.bundle = bundle;
            this.digest = ImageDigest.of(bundle).hex();
        }

        static Item of(SealedBundle bundle) {
            return new Item(bundle.key(), bundle.bytes());
        }

        String name() {
            return key.value() + "-" + digest.substring(0, 16);
        }

        byte[] manifest() {
            return ("{\"format\":\"tucai-handover-1\",\"key\":\"" + key.value() + "\",\"bundle\":\"" + digest
                            + "\",\"size\":" + bundle.length + "}\n")
                    .getBytes(StandardCharsets.US_ASCII);
        }
    }

    /** What is known of a delivery; hands it over where nothing is. */
    Optional<DeliveryOutcome> outcome(Item item) throws IOException {
        for (Path directory : new Path[] {out, in, done}) {
            Files.createDirectories(directory);
        }
        Path kept = done.resolve(item.name() + ".answer");
        Path answer = in.resolve(item.name() + ".answer");
        if (Files.exists(kept)) {
            DeliveryOutcome outcome = repeated(read(kept, item));
            withdraw(item);
            files.delete(answer);
            return Optional.of(outcome);
        }
        if (Files.exists(answer)) {
            return Optional.of(imported(answer, kept, item));
        }
        if (!Files.exists(manifest(item))) {
            AtomicFiles.sweep(out, Clock.systemUTC().instant().minus(LEFT_BEHIND));
            files.write(bundle(item), item.bundle);
            files.write(manifest(item), item.manifest());
        }
        return Optional.empty();
    }

    /** An acknowledgement is kept before anything is removed; a refusal is told once, and may be asked for again. */
    private DeliveryOutcome imported(Path answer, Path kept, Item item) throws IOException {
        DeliveryOutcome outcome = read(answer, item);
        if (outcome instanceof DeliveryOutcome.Accepted) {
            files.move(answer, kept);
            withdraw(item);
        } else {
            withdraw(item);
            files.delete(answer);
        }
        return outcome;
    }

    private static DeliveryOutcome repeated(DeliveryOutcome outcome) {
        if (!(outcome instanceof DeliveryOutcome.Accepted accepted)) {
            throw new TransportException("A kept answer is no acknowledgement", false, null);
        }
        Receipt first = accepted.receipt();
        return new DeliveryOutcome.Accepted(new Receipt(first.key(), first.registryId(), first.receivedAt(), true));
    }

    /** The manifest goes first: a bundle without one is not handed over. */
    private void withdraw(Item item) throws IOException {
        files.delete(manifest(item));
        files.delete(bundle(item));
    }

    private Path manifest(Item item) {
        return out.resolve(item.name() + ".manifest");
    }

    private Path bundle(Item item) {
        return out.resolve(item.name() + ".p7m");
    }

    private DeliveryOutcome read(Path answer, Item item) throws IOException {
        String[] lines = text(answer).split("\n", -1);
        if (lines.length != 3 || !lines[2].isEmpty()) {
            throw Receipts.unreadable(new IllegalArgumentException("an answer has two lines"));
        }
        Receipts.checkSignature(receiptKeys, lines[0].getBytes(StandardCharsets.UTF_8), lines[1]);
        Map<String, String> members;
        try {
            members = JsonMembers.read(lines[0]);
        } catch (IllegalArgumentException e) {
            throw Receipts.unreadable(e);
        }
        if (!item.digest.equals(members.get("bundle")) || !item.key.value().equals(members.get("key"))) {
            throw new TransportException("The registry answered another delivery than the one handed over", true, null);
        }
        return members.containsKey("registryId")
                ? new DeliveryOutcome.Accepted(Receipts.receipt(members, item.key))
                : Receipts.refusal(members, "refused");
    }

    private static String text(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(MOST_ANSWER_BYTES + 1);
            if (bytes.length > MOST_ANSWER_BYTES) {
                throw Receipts.unreadable(new IllegalArgumentException("larger than " + MOST_ANSWER_BYTES + " bytes"));
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
