package io.github.tucai.sandbox;

import com.sun.net.httpserver.HttpExchange;
import io.github.tucai.crypto.BundleOpener;
import io.github.tucai.crypto.CmsBundles;
import io.github.tucai.delivery.DeliveryContent;
import io.github.tucai.delivery.DeliveryKey;
import io.github.tucai.failure.SealException;
import io.github.tucai.key.KeyInfo;
import io.github.tucai.key.KeyUse;
import io.github.tucai.key.Suite;
import io.github.tucai.spi.KeyProvider;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes deliveries: opens, verifies, stores, acknowledges. */
final class BundleDesk implements Exchanges.Work {
    private static final Logger LOG = LoggerFactory.getLogger(BundleDesk.class);

    private static final long DELAY_MILLIS = 3000;

    private final RegistryStore store;
    private final KeyProvider keys;
    private final BundleOpener opener;
    private final Queue<SandboxFault> faults = new ConcurrentLinkedQueue<>();
    private volatile @Nullable SandboxFault always;

    BundleDesk(RegistryStore store, KeyProvider keys) {
        this.store = store;
        this.keys = keys;
        this.opener = CmsBundles.opener(keys);
    }

    void failNext(SandboxFault fault) {
        faults.add(fault);
    }

    void failAlways(SandboxFault fault) {
        always = fault;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException, Refusal {
        byte[] bundle = Exchanges.body(exchange, BundleOpener.MOST_BYTES);
        SandboxFault next = faults.poll();
        SandboxFault fault = next == null ? always : next;
        if (fault == SandboxFault.UNAVAILABLE) {
            throw new Refusal(503, "unavailable", "Try again later");
        }
        if (fault == SandboxFault.HANG_UP) {
            return;
        }
        if (!"application/cms".equals(exchange.getRequestHeaders().getFirst("Content-Type"))) {
            throw new Refusal(415, "unsupported-media-type", "Send application/cms");
        }
        acknowledge(exchange, taken(bundle, key(exchange), fault == SandboxFault.STORES_TWICE), fault);
    }

    /** Opens a bundle, whichever way it came, and stores what is inside or takes note of it. */
    RegistryStore.Storing taken(byte[] bundle, DeliveryKey key) throws IOException, Refusal {
        return taken(bundle, key, false);
    }

    private RegistryStore.Storing taken(byte[] bundle, DeliveryKey key, boolean ignoresKey)
            throws IOException, Refusal {
        BundleOpener.Message message = opened(bundle, key);
        String kind = message.fold(delivery -> "Image", withdrawn -> "Withdrawal");
        RegistryStore.Storing storing = message instanceof BundleOpener.Withdrawn withdrawn
                ? store.withdraw(withdrawn.withdrawal())
                : stored(((BundleOpener.Opened) message).content(), ignoresKey || always == SandboxFault.STORES_TWICE);
        LOG.info("{} {} {}", kind, storing.registryId(), storing.duplicate() ? "delivered again" : "stored");
        return storing;
    }

    private static DeliveryKey key(HttpExchange exchange) throws Refusal {
        try {
            String header = exchange.getRequestHeaders().getFirst("Idempotency-Key");
            return new DeliveryKey(Objects.requireNonNullElse(header, ""));
        } catch (IllegalArgumentException e) {
            throw new Refusal(400, "bad-idempotency-key", "Idempotency-Key must be the delivery key");
        }
    }

    private RegistryStore.Storing stored(DeliveryContent content, boolean ignoresKey) throws IOException, Refusal {
        return ignoresKey ? store.storeAgain(content) : store.store(content);
    }

    private BundleOpener.Message opened(byte[] bundle, DeliveryKey key) throws Refusal {
        BundleOpener.Message message;
        try {
            message = opener.read(bundle);
        } catch (SealException e) {
            throw new Refusal(422, "does-not-open", "The bundle does not open");
        }
        DeliveryKey inside = message.fold(
                delivery -> delivery.content().key(),
                withdrawn -> withdrawn.withdrawal().key());
        if (!inside.equals(key)) {
            throw new Refusal(422, "key-differs", "Idempotency-Key is not the key of what is inside");
        }
        return message;
    }

    private void acknowledge(HttpExchange exchange, RegistryStore.Storing storing, @Nullable SandboxFault fault)
            throws IOException {
        if (fault == SandboxFault.LOST_ANSWER) {
            return;
        }
        if (fault == SandboxFault.DELAY) {
            pause();
        }
        boolean duplicate = storing.duplicate() || fault == SandboxFault.DUPLICATE;
        String key = fault == SandboxFault.WRONG_RECEIPT
                ? "0".repeat(64)
                : storing.key().value();
        byte[] receipt = Exchanges.utf8("{" + members(key, storing, duplicate) + "}");
        byte[] signed = fault == SandboxFault.WRONG_SIGNATURE ? Arrays.copyOf(receipt, 1) : receipt;
        exchange.getResponseHeaders().set("Tucai-Signature", signature(signed));
        if (fault == SandboxFault.HALF_ANSWER) {
            exchange.sendResponseHeaders(201, receipt.length);
            exchange.getResponseBody().write(receipt, 0, receipt.length / 2);
            exchange.getResponseBody().flush();
            return;
        }
        Exchanges.answer(exchange, duplicate ? 200 : 201, "application/json", receipt);
    }

    private static void pause() {
        try {
            Thread.sleep(DELAY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static String members(String key, RegistryStore.Storing storing, boolean duplicate) {
        return "\"key\":\"" + key + "\",\"registryId\":\"" + storing.registryId() + "\",\"receivedAt\":\""
                + storing.receivedAt() + "\",\"duplicate\":" + duplicate;
    }

    /** Key and signature as they stand in the header, or in the second line of an answer. */
    String signature(byte[] receipt) {
        KeyInfo signer = keys.newest(KeyUse.RECEIPT_SIGNING, Suite.SM)
                .orElseThrow(() -> new IllegalStateException("the registry has no key to sign receipts with"));
        return signer.id() + " " + Base64.getEncoder().encodeToString(keys.sign(signer.id(), receipt));
    }
}
