package io.github.tucai.crypto;

import io.github.tucai.delivery.DeliveryKey;
import io.github.tucai.delivery.DeliveryOutcome;
import io.github.tucai.delivery.Receipt;
import io.github.tucai.failure.TransportException;
import io.github.tucai.key.KeyId;
import io.github.tucai.key.KeyInfo;
import io.github.tucai.key.KeyUse;
import io.github.tucai.spi.KeyProvider;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a registry says of a delivery, as JSON, whichever way it came. */
final class Receipts {
    private static final Pattern CODE = Pattern.compile("[a-z0-9-]{1,64}");
    private static final Pattern LONG_NUMBER = Pattern.compile("[0-9]{6,}[0-9Xx]?");
    private static final Pattern SIGNATURE = Pattern.compile("([0-9a-f]{8}) ([A-Za-z0-9+/=]{1,200})");
    private static final int LONGEST_DETAIL = 300;

    private Receipts() {}

    static Receipt receipt(Map<String, String> members, DeliveryKey sent) {
        try {
            Receipt receipt = new Receipt(
                    new DeliveryKey(member(members, "key")),
                    member(members, "registryId"),
                    Instant.parse(member(members, "receivedAt")),
                    member(members, "duplicate").equals("true"));
            if (!receipt.key().equals(sent)) {
                throw new TransportException(
                        "The registry acknowledged another delivery than the one sent", true, null);
            }
            return receipt;
        } catch (IllegalArgumentException | DateTimeException e) {
            throw unreadable(e);
        }
    }

    static TransportException unreadable(Exception cause) {
        return new TransportException("The registry's receipt cannot be read", true, cause);
    }

    private static String member(Map<String, String> members, String name) {
        String value = members.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the receipt has no " + name);
        }
        return value;
    }

    /** A problem (RFC 9457); {@code otherwise} stands where its type is no code. */
    static DeliveryOutcome.Refused refusal(Map<String, String> members, String otherwise) {
        String type = Objects.requireNonNullElse(members.get("type"), "");
        String code = type.substring(Math.max(type.lastIndexOf(':'), type.lastIndexOf('/')) + 1);
        String detail = Objects.requireNonNullElse(members.get("detail"), members.getOrDefault("title", ""));
        return new DeliveryOutcome.Refused(CODE.matcher(code).matches() ? code : otherwise, harmless(detail));
    }

    /** The text comes from outside and goes into logs: bounded, on one line, and without numbers that could be a person's. */
    private static String harmless(String text) {
        String line = LONG_NUMBER.matcher(text.replaceAll("\\p{Cntrl}", " ")).replaceAll("…");
        return line.length() <= LONGEST_DETAIL ? line : line.substring(0, LONGEST_DETAIL) + "…";
    }

    /**
     * Holds a body against its signature.
     *
     * @param signature id of a key and Base64 of {@code r ‖ s}
     */
    static void checkSignature(KeyProvider keys, byte[] body, String signature) {
        Matcher parts = SIGNATURE.matcher(signature);
        if (!parts.matches() || !verifies(keys, new KeyId(parts.group(1)), parts.group(2), body)) {
            throw new TransportException(
                    "The registry's receipt is not signed with a trusted RECEIPT_SIGNING key", true, null);
        }
    }

    private static boolean verifies(KeyProvider keys, KeyId id, String base64, byte[] body) {
        KeyInfo key =
                keys.alive(id).filter(k -> k.use() == KeyUse.RECEIPT_SIGNING).orElse(null);
        if (key == null) {
            return false;
        }
        try {
            byte[] signature = Base64.getDecoder().decode(base64);
            return Algorithms.of(key.suite()).verify(key.publicPoint(), body, body.length, signature);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
