package io.github.tucai.crypto;

import io.github.tucai.delivery.DeliveryKey;
import io.github.tucai.delivery.DeliveryOutcome;
import io.github.tucai.failure.TransportException;
import io.github.tucai.spi.KeyProvider;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A registry's answer in a hand-over folder: a line of JSON and its signature. */
final class HandOverAnswer {
    private static final int MOST_BYTES = 16 << 10;
    private static final int NAME_DIGITS = 16;

    private final String line;
    private final String signature;
    private final Map<String, String> members;

    private HandOverAnswer(String line, String signature, Map<String, String> members) {
        this.line = line;
        this.signature = signature;
        this.members = members;
    }

    /** What a bundle is called in the folder. */
    static String name(DeliveryKey key, String digest) {
        return key.value() + "-" + digest.substring(0, NAME_DIGITS);
    }

    /** Reads without believing anything yet. */
    static HandOverAnswer read(Path file) throws IOException {
        String[] lines = text(file).split("\n", -1);
        if (lines.length != 3 || !lines[2].isEmpty()) {
            throw Receipts.unreadable(new IllegalArgumentException("an answer has two lines"));
        }
        try {
            return new HandOverAnswer(lines[0], lines[1], JsonMembers.read(lines[0]));
        } catch (IllegalArgumentException e) {
            throw Receipts.unreadable(e);
        }
    }

    /** Whether it is about the bundle with this digest. */
    boolean isFor(String digest) {
        return digest.equals(members.get("bundle"));
    }

    /** What the bundle is called that it is about. */
    String name(DeliveryKey key) {
        String digest = members.getOrDefault("bundle", "");
        if (!digest.matches("[0-9a-f]{64}")) {
            throw Receipts.unreadable(new IllegalArgumentException("an answer names its bundle"));
        }
        return name(key, digest);
    }

    /** What the registry says of a delivery, if it says it. */
    DeliveryOutcome outcome(KeyProvider receiptKeys, DeliveryKey key) {
        Receipts.checkSignature(receiptKeys, line.getBytes(StandardCharsets.UTF_8), signature);
        if (!key.value().equals(members.get("key"))) {
            throw another();
        }
        return members.containsKey("registryId")
                ? new DeliveryOutcome.Accepted(Receipts.receipt(members, key))
                : Receipts.refusal(members, "refused");
    }

    static TransportException another() {
        return new TransportException("The registry answered another delivery than the one handed over", true, null);
    }

    private static String text(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw Receipts.unreadable(new IllegalArgumentException("larger than " + MOST_BYTES + " bytes"));
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
