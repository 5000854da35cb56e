package io.github.tucai.crypto;

import io.github.tucai.delivery.DeliveryKey;
import io.github.tucai.delivery.DeliveryOutcome;
import io.github.tucai.delivery.Receipt;
import io.github.tucai.failure.TransportException;
import io.github.tucai.spi.KeyProvider;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells an acknowledgement from a refusal from no answer at all. */
final class RegistryAnswer {
    static final String SIGNATURE_HEADER = "Tucai-Signature";

    private static final Set<Integer> STORED = Set.of(200, 201);
    /** The delivery itself is at fault; what else there is of 4xx is about the caller or the moment. */
    private static final Set<Integer> REFUSED = Set.of(400, 409, 413, 415, 422);

    private static final Set<Integer> NOT_NOW = Set.of(408, 425, 429);

    private final HttpResponse<byte[]> response;

    RegistryAnswer(HttpResponse<byte[]> response) {
        this.response = response;
    }

    DeliveryOutcome outcome(DeliveryKey sent, @Nullable KeyProvider receiptKeys) {
        int status = response.statusCode();
        if (STORED.contains(status)) {
            if (receiptKeys != null) {
                Receipts.checkSignature(
                        receiptKeys,
                        response.body(),
                        response.headers().firstValue(SIGNATURE_HEADER).orElse(""));
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
            return Receipts.receipt(JsonMembers.read(text()), sent);
        } catch (IllegalArgumentException e) {
            throw Receipts.unreadable(e);
        }
    }

    private DeliveryOutcome refusal() {
        try {
            return Receipts.refusal(JsonMembers.read(text()), "refused-" + response.statusCode());
        } catch (IllegalArgumentException e) {
            throw new TransportException("The registry refused, but its reason cannot be read", false, e);
        }
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
