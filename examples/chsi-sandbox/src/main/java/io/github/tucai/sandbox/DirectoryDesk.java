package io.github.tucai.sandbox;

import io.github.tucai.crypto.BundleOpener;
import io.github.tucai.delivery.DeliveryKey;
import io.github.tucai.photo.ImageDigest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The registry's side of a hand-over folder: takes what has a manifest, and answers each once. */
final class DirectoryDesk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DirectoryDesk.class);
    private static final Pattern MANIFEST =
            Pattern.compile("\\{\"format\":\"tucai-handover-1\",\"key\":\"([0-9a-f]{64})\","
                    + "\"bundle\":\"([0-9a-f]{64})\",\"size\":([0-9]{1,9})}\\s*");
    private static final int MOST_MANIFEST_BYTES = 1024;
    private static final long LOOK_MILLIS = 50;

    private final Path out;
    private final Path in;
    private final BundleDesk desk;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final @Nullable ScheduledFuture<?> looking;

    /** Looks by itself, or only when told. */
    DirectoryDesk(Path folder, BundleDesk desk, boolean looksByItself) throws IOException {
        this.out = Files.createDirectories(folder.resolve("out"));
        this.in = Files.createDirectories(folder.resolve("in"));
        this.desk = desk;
        looking = looksByItself
                ? thread.scheduleWithFixedDelay(this::lookSafely, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS)
                : null;
    }

    private void lookSafely() {
        try {
            look();
        } catch (IOException | RuntimeException e) {
            LOG.warn("The hand-over folder cannot be read just now", e);
        }
    }

    /** Answers what is new; says how many. */
    synchronized int look() throws IOException {
        int answered = 0;
        try (DirectoryStream<Path> manifests = Files.newDirectoryStream(out, "*.manifest")) {
            for (Path manifest : manifests) {
                answered += answer(manifest) ? 1 : 0;
            }
        }
        return answered;
    }

    private boolean answer(Path manifest) throws IOException {
        String file = String.valueOf(manifest.getFileName());
        String name = file.substring(0, file.length() - ".manifest".length());
        Path answer = in.resolve(name + ".answer");
        if (Files.exists(answer)) {
            return false;
        }
        try {
            Matcher facts =
                    MANIFEST.matcher(new String(bytes(manifest, MOST_MANIFEST_BYTES), StandardCharsets.US_ASCII));
            byte[] bundle = bytes(out.resolve(name + ".p7m"), BundleOpener.MOST_BYTES);
            if (!facts.matches()
                    || bundle.length != Integer.parseInt(facts.group(3))
                    || !ImageDigest.of(bundle).hex().equals(facts.group(2))) {
                return false; // Still being copied, or not by this protocol: no answer is the safe one.
            }
            String json = json(new DeliveryKey(facts.group(1)), facts.group(2), bundle);
            byte[] line = Exchanges.utf8(json);
            RegistryStore.write(answer, Exchanges.utf8(json + "\n" + desk.signature(line) + "\n"));
            return true;
        } catch (NoSuchFileException withdrawn) {
            return false;
        }
    }

    private String json(DeliveryKey key, String digest, byte[] bundle) throws IOException {
        String about = "{\"bundle\":\"" + digest + "\",";
        try {
            RegistryStore.Storing storing = desk.taken(bundle, key);
            return about + BundleDesk.members(key.value(), storing, storing.duplicate()) + "}";
        } catch (Refusal refusal) {
            return about + "\"key\":\"" + key.value() + "\"," + refusal.members() + "}";
        }
    }

    private static byte[] bytes(Path file, int most) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return stream.readNBytes(most);
        }
    }

    @Override
    public void close() {
        if (looking != null) {
            looking.cancel(false);
        }
        thread.shutdownNow();
    }
}
