package io.github.tucai.crypto;

import io.github.tucai.delivery.DeliveryKey;
import io.github.tucai.delivery.DeliveryOutcome;
import io.github.tucai.delivery.SealedBundle;
import io.github.tucai.failure.TransportException;
import io.github.tucai.spi.ChsiTransport;
import io.github.tucai.spi.KeyProvider;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Delivers through a folder that somebody carries, or that both sides share: for centres without a line to the registry.
 * <pre>{@code
 * ChsiTransport transport = DirectoryChsiTransport.builder(Path.of("/media/handover"), keyRing).build();
 * }</pre>
 *
 * <p>The protocol. A delivery's name is its key, a hyphen, and the first 16 hexadecimal digits of the SHA-256 of its bundle, so
 * that a photo that comes back after another one is a delivery of its own. The collector writes {@code out/NAME.p7m}, the
 * bundle, and then {@code out/NAME.manifest}, JSON with {@code format} ({@code tucai-handover-1}), {@code key},
 * {@code bundle} (the SHA-256 of the bundle) and {@code size}. What has a manifest is handed over. The registry writes
 * {@code in/NAME.answer}: one line of JSON, then one line with the id of a key and the Base64 of its signature over the first
 * line without its end. The JSON has {@code key} and {@code bundle} and either the members of a receipt ({@code registryId},
 * {@code receivedAt}, {@code duplicate}) or those of a problem ({@code type}, {@code detail}). The collector removes what
 * is answered, the manifest first, and moves the answer to {@code done}, where an acknowledgement stays as proof and a refusal
 * until the key is handed over again. A collector takes back what was not collected by deleting both files, the manifest first.
 *
 * <p>Files appear whole or not at all and are on disk before the next step, so that a program that ends anywhere loses no
 * delivery and makes no second one: deliver the same bundle again. Several processes may share a folder. Safe for concurrent
 * use.
 */
public final class DirectoryChsiTransport implements ChsiTransport {
    private static final int LOCKS = 64;
    private static final long LOOK_MILLIS = 20;

    private final Path folder;
    private final HandOver handOver;
    private final Duration answerWait;
    private final int mostBundleBytes;
    private final Object[] locks = new Object[LOCKS];

    private DirectoryChsiTransport(Builder builder) {
        folder = builder.folder;
        handOver = new HandOver(builder.folder, builder.receiptKeys, builder.steps);
        answerWait = builder.answerWait;
        mostBundleBytes = builder.mostBundleBytes;
        for (int i = 0; i < LOCKS; i++) {
            locks[i] = new Object();
        }
    }

    /**
     * Starts with the folder, which is made where it is missing, and the keys that tell a genuine answer.
     *
     * @param receiptKeys answers must be signed with a {@code RECEIPT_SIGNING} key among these
     */
    public static Builder builder(Path folder, KeyProvider receiptKeys) {
        return new Builder(folder, receiptKeys);
    }

    @Override
    public String id() {
        return "directory";
    }

    /**
     * Hands a bundle over, or looks for the answer to one that was handed over before.
     *
     * @throws TransportException retryable, where there is no answer yet ({@link TransportException#awaitingAnswer()}) or the
     *     folder cannot be used now
     */
    @Override
    public DeliveryOutcome deliver(SealedBundle bundle) {
        if (bundle.sizeBytes() > mostBundleBytes) {
            throw new TransportException(
                    "The bundle has " + bundle.sizeBytes() + " bytes; at most " + mostBundleBytes + " are handed over",
                    false,
                    null);
        }
        long deadline = System.nanoTime() + answerWait.toNanos();
        HandOver.Item item = HandOver.Item.of(bundle);
        Optional<DeliveryOutcome> outcome = locked(item.key(), () -> handOver.handedOver(item));
        while (outcome.isEmpty()) {
            if (System.nanoTime() - deadline >= 0) {
                throw TransportException.awaitingAnswer(
                        "Handed over in " + folder + "; the registry's answer is not there yet");
            }
            pause();
            // Never handed over again: what is gone meanwhile was collected or recalled.
            outcome = locked(item.key(), () -> handOver.answered(item));
        }
        return outcome.get();
    }

    /**
     * Deletes what lies in {@code out} under a key, half written files too. When this returns, whoever looks finds nothing of
     * it, after a power cut either. Who had begun to read before may still have it, and whoever copied or moved the files
     * has them: then an answer may come, which {@link #collect} brings. A {@code deliver} that begins afterwards, or runs
     * meanwhile in another process, hands over again.
     */
    @Override
    public void recall(DeliveryKey key) {
        locked(key, () -> {
            handOver.recall(key);
            return Optional.empty();
        });
    }

    /**
     * The answer to the bundle that was handed over last under a key, whether or not the bundle still lies there. It is moved
     * to {@code done} and what lies of the bundle is removed.
     */
    @Override
    public Optional<DeliveryOutcome> collect(DeliveryKey key) {
        return locked(key, () -> handOver.collected(key));
    }

    /** Work on the files of one key. */
    private interface Work {
        Optional<DeliveryOutcome> done() throws IOException;
    }

    private Optional<DeliveryOutcome> locked(DeliveryKey key, Work work) {
        synchronized (locks[Math.floorMod(key.hashCode(), LOCKS)]) {
            try {
                return work.done();
            } catch (IOException | DirectoryIteratorException e) {
                throw new TransportException(
                        "The hand-over folder " + folder + " cannot be read or written: check that it is there,"
                                + " writable, and not full",
                        true,
                        e);
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransportException("The delivery was interrupted", true, e);
        }
    }

    @Override
    public String toString() {
        return "DirectoryChsiTransport[" + folder + "]";
    }

    /** Collects what a transport needs. */
    public static final class Builder {
        private final Path folder;
        private final KeyProvider receiptKeys;
        private Duration answerWait = Duration.ZERO;
        private int mostBundleBytes = BundleOpener.MOST_BYTES;
        private Consumer<String> steps = step -> {};

        private Builder(Path folder, KeyProvider receiptKeys) {
            this.folder = Objects.requireNonNull(folder, "folder");
            this.receiptKeys = Objects.requireNonNull(receiptKeys, "receiptKeys");
        }

        /** How long a delivery waits for its answer; not at all unless told. For a folder that both sides share. */
        public Builder answerWait(Duration wait) {
            if (wait.isNegative()) {
                throw new IllegalArgumentException("answerWait must not be negative, got " + wait);
            }
            answerWait = wait;
            return this;
        }

        /** The largest bundle that is handed over; 4 MiB unless told. */
        public Builder mostBundleBytes(int most) {
            if (most < 1) {
                throw new IllegalArgumentException("mostBundleBytes must be at least 1, got " + most);
            }
            mostBundleBytes = most;
            return this;
        }

        /** Told before each change to a file, for tests that end the program there. */
        Builder steps(Consumer<String> listener) {
            steps = listener;
            return this;
        }

        /** Touches no file yet. */
        public DirectoryChsiTransport build() {
            return new DirectoryChsiTransport(this);
        }
    }
}
