package io.github.tucai.crypto;

import io.github.tucai.delivery.DeliveryKey;
import io.github.tucai.delivery.DeliveryOutcome;
import io.github.tucai.delivery.Receipt;
import io.github.tucai.failure.TransportException;
import io.github.tucai.key.KeyId;
import io.github.tucai.key.KeyInfo;
import io.github.tucai.key.KeyUse;
import io.github.tucai.spi.KeyProvider;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells an acknowledgement from a refusal from no answer at all. */
final class RegistryAnswer {
    static final String SIGNATURE_HEADER = "Tucai-Signature";

    private static final Set<Integer> STORED = Set.of(200, 201);
    /** The delivery itself is at fault; what else there is of 4xx is about the caller or the moment. */
    private static final Set<Integer> REFUSED = Set.of(400, 409, 413, 415, 422);

    private static final Set<Integer> NOT_NOW = Set.of(408, 425, 429);
    private static final Pattern CODE = Pattern.compile("[a-z0-9-]{1,64}");
    private static final Pattern LONG_NUMBER = Pattern.compile("[0-9]{6,}[0-9Xx]?");
    private static final Pattern SIGNATURE = Pattern.compile("([0-9a-f]{8}) ([A-Za-z0-9+/=]{1,200})");
    private static final int LONGEST_DETAIL = 300;

    private final HttpResponse<byte[]> response;

    RegistryAnswer(HttpResponse<byte[]> response) {
        this.response = response;
    }

    DeliveryOutcome outcome(DeliveryKey sent, @Nullable KeyProvider receiptKeys) {
        int status = response.statusCode();
        if (STORED.contains(status)) {
            if (receiptKeys != null) {
                checkSignature(receiptKeys);
            }
            return new DeliveryOutcome.Accepted(receipt(sent));
        }
        if (REFUSED.contains(status) && contentType().equals("application/problem+json")) {
            return refusal();
        }
        throw noAnswer();
    }

    /** What an answer says that is neither an acknowledgement nor a refusal. */
    TransportException noAnswer() {
        int status = response.statusCode();
        if (status >= 500 || NOT_NOW.contains(status)) {
            return new TransportException(
                    "The registry cannot take deliveries just now (status " + status + ")", true, null);
        }
        if (status == 401 || status == 403) {
            return new TransportException(
                    "The registry knows this client but does not let it in (status " + status
                            + "): ask it to admit the client certificate",
                    false,
                    null);
        }
        return new TransportException(
                "The address answers, but not as a registry does (status " + status + "): check the endpoint",
                false,
                null);
    }

    private Receipt receipt(DeliveryKey sent) {
        try {
            Map<String, String> members = JsonMembers.read(text());
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
            throw new TransportException("The registry's receipt cannot be read", true, e);
        }
    }

    private static String member(Map<String, String> members, String name) {
        String value = members.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the receipt has no " + name);
        }
        return value;
    }

    private void checkSignature(KeyProvider keys) {
        Matcher header = SIGNATURE.matcher(
                response.headers().firstValue(SIGNATURE_HEADER).orElse(""));
        if (!header.matches() || !verifies(keys, new KeyId(header.group(1)), header.group(2))) {
            throw new TransportException(
                    "The registry's receipt is not signed with a trusted RECEIPT_SIGNING key", true, null);
        }
    }

    private boolean verifies(KeyProvider keys, KeyId id, String base64) {
        KeyInfo key =
                keys.alive(id).filter(k -> k.use() == KeyUse.RECEIPT_SIGNING).orElse(null);
        if (key == null) {
            return false;
        }
        try {
            byte[] signature = Base64.getDecoder().decode(base64);
            byte[] body = response.body();
            return Algorithms.of(key.suite()).verify(key.publicPoint(), body, body.length, signature);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private DeliveryOutcome refusal() {
        Map<String, String> members;
        try {
            members = JsonMembers.read(text());
        } catch (IllegalArgumentException e) {
            throw new TransportException("The registry refused, but its reason cannot be read", false, e);
        }
        String type = Objects.requireNonNullElse(members.get("type"), "");
        String code = type.substring(Math.max(type.lastIndexOf(':'), type.lastIndexOf('/')) + 1);
        String detail = Objects.requireNonNullElse(members.get("detail"), members.getOrDefault("title", ""));
        return new DeliveryOutcome.Refused(
                CODE.matcher(code).matches() ? code : "refused-" + response.statusCode(), harmless(detail));
    }

    /** The text comes from outside and goes into logs: bounded, on one line, and without numbers that could be a person's. */
    private static String harmless(String text) {
        String line = LONG_NUMBER.matcher(text.replaceAll("\\p{Cntrl}", " ")).replaceAll("…");
        return line.length() <= LONGEST_DETAIL ? line : line.substring(0, LONGEST_DETAIL) + "…";
    }

    private String contentType() {
        String type = response.headers().firstValue("Content-Type").orElse("");
        int parameters = type.indexOf(';');
        return (parameters < 0 ? type : type.substring(0, parameters)).strip();
    }

    private String text() {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
