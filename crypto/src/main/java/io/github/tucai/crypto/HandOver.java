package io.github.tucai.crypto;

import io.github.tucai.delivery.DeliveryKey;
import io.github.tucai.delivery.DeliveryOutcome;
import io.github.tucai.delivery.Receipt;
import io.github.tucai.delivery.SealedBundle;
import io.github.tucai.photo.ImageDigest;
import io.github.tucai.spi.KeyProvider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The collector's files of a hand-over folder; {@link DirectoryChsiTransport} tells the protocol. What was answered to the
 * bundle that was handed over last under a key is {@code done/KEY.answer} or {@code done/KEY.refusal}; an acknowledgement of
 * an earlier bundle is {@code done/NAME.answer}.
 */
final class HandOver {
    private static final String MANIFEST = ".manifest";
    private static final String BUNDLE = ".p7m";
    private static final String ANSWER = ".answer";

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

        DeliveryKey key() {
            return key;
        }

        String name() {
            return HandOverAnswer.name(key, digest);
        }

        byte[] manifest() {
            return ("{\"format\":\"tucai-handover-1\",\"key\":\"" + key.value() + "\",\"bundle\":\"" + digest
                            + "\",\"size\":" + bundle.length + "}\n")
                    .getBytes(StandardCharsets.US_ASCII);
        }
    }

    /** Hands a bundle over unless it lies there; says what was answered to it. */
    Optional<DeliveryOutcome> handedOver(Item item) throws IOException {
        for (Path directory : new Path[] {out, in, done}) {
            Files.createDirectories(directory);
        }
        Optional<DeliveryOutcome> outcome = answered(item);
        if (outcome.isEmpty() && !(Files.exists(manifest(item.name())) && Files.exists(bundle(item.name())))) {
            AtomicFiles.sweep(out, Clock.systemUTC().instant().minus(LEFT_BEHIND));
            settle(item.key());
            files.write(bundle(item.name()), item.bundle);
            files.write(manifest(item.name()), item.manifest());
        }
        return outcome;
    }

    /** What was answered to a bundle; hands nothing over. */
    Optional<DeliveryOutcome> answered(Item item) throws IOException {
        Path fresh = in.resolve(item.name() + ANSWER);
        HandOverAnswer kept = kept(item);
        if (kept != null) {
            DeliveryOutcome outcome = repeated(outcome(kept, item));
            withdraw(item.name());
            files.delete(fresh);
            return Optional.of(outcome);
        }
        if (Files.exists(fresh)) {
            DeliveryOutcome outcome = outcome(HandOverAnswer.read(fresh), item);
            file(fresh, outcome, item.key(), item.name());
            return Optional.of(outcome);
        }
        return Optional.empty();
    }

    private DeliveryOutcome outcome(HandOverAnswer answer, Item item) {
        DeliveryOutcome outcome = answer.outcome(receiptKeys, item.key());
        if (!answer.isFor(item.digest)) {
            throw HandOverAnswer.another();
        }
        return outcome;
    }

    /** An acknowledgement of the bundle. A refusal is no reason not to hand over again. */
    private @Nullable HandOverAnswer kept(Item item) throws IOException {
        Path earlier = done.resolve(item.name() + ANSWER);
        if (Files.exists(earlier)) {
            return HandOverAnswer.read(earlier);
        }
        Path latest = acknowledgement(item.key());
        if (Files.exists(latest)) {
            HandOverAnswer answer = HandOverAnswer.read(latest);
            return answer.isFor(item.digest) ? answer : null;
        }
        return null;
    }

    private Path acknowledgement(DeliveryKey key) {
        return done.resolve(key.value() + ANSWER);
    }

    private Path refusal(DeliveryKey key) {
        return done.resolve(key.value() + ".refusal");
    }

    /**
     * Keeps the one answer that counts for a key. What it answers goes first: a registry that found it without an answer would
     * answer it once more.
     */
    private void file(Path answer, DeliveryOutcome outcome, DeliveryKey key, String name) throws IOException {
        withdraw(name);
        settle(key);
        files.move(answer, outcome instanceof DeliveryOutcome.Accepted ? acknowledgement(key) : refusal(key));
    }

    /** Of a bundle that was taken back before another was handed over: a refusal of it says nothing any more. */
    private void fileEarlier(Path answer, DeliveryOutcome outcome, String name) throws IOException {
        if (outcome instanceof DeliveryOutcome.Accepted) {
            files.move(answer, done.resolve(name + ANSWER));
        } else {
            files.delete(answer);
        }
    }

    /** What was answered before is from now on an answer to an earlier bundle: a refusal of one says nothing any more. */
    private void settle(DeliveryKey key) throws IOException {
        Path before = acknowledgement(key);
        if (Files.exists(before)) {
            files.move(before, done.resolve(HandOverAnswer.read(before).name(key) + ANSWER));
        }
        if (Files.exists(refusal(key))) {
            files.delete(refusal(key));
        }
    }

    private static DeliveryOutcome repeated(DeliveryOutcome outcome) {
        if (!(outcome instanceof DeliveryOutcome.Accepted accepted)) {
            return outcome;
        }
        Receipt first = accepted.receipt();
        return new DeliveryOutcome.Accepted(new Receipt(first.key(), first.registryId(), first.receivedAt(), true));
    }

    /** Removes what lies uncollected under a key, manifests first, and what a program that ended left half written. */
    void recall(DeliveryKey key) throws IOException {
        if (!Files.isDirectory(out)) {
            return;
        }
        List<Path> found = found(out, key.value() + "-*" + MANIFEST);
        found.addAll(found(out, key.value() + "-*" + BUNDLE));
        found.addAll(found(out, "." + key.value() + "-*" + AtomicFiles.PART));
        for (Path file : found) {
            files.delete(file);
        }
        if (!found.isEmpty()) {
            AtomicFiles.force(out);
        }
    }

    /** What was answered to the bundle that was handed over last under a key; hands nothing over. */
    Optional<DeliveryOutcome> collected(DeliveryKey key) throws IOException {
        List<String> waiting = new ArrayList<>();
        for (Path manifest : found(out, key.value() + "-*" + MANIFEST)) {
            waiting.add(named(manifest, MANIFEST));
        }
        Optional<DeliveryOutcome> outcome = Optional.empty();
        for (Path answer : oldestFirst(found(in, key.value() + "-*" + ANSWER))) {
            String name = named(answer, ANSWER);
            HandOverAnswer read = HandOverAnswer.read(answer);
            DeliveryOutcome told = read.outcome(receiptKeys, key);
            if (!read.name(key).equals(name)) {
                throw HandOverAnswer.another();
            }
            if (waiting.isEmpty() || waiting.contains(name)) {
                file(answer, told, key, name);
                outcome = Optional.of(told);
            } else {
                fileEarlier(answer, told, name);
            }
        }
        return outcome.isPresent() ? outcome : keptLatest(key);
    }

    private Optional<DeliveryOutcome> keptLatest(DeliveryKey key) throws IOException {
        for (Path file : List.of(acknowledgement(key), refusal(key))) {
            if (Files.exists(file)) {
                HandOverAnswer answer = HandOverAnswer.read(file);
                DeliveryOutcome outcome = answer.outcome(receiptKeys, key);
                withdraw(answer.name(key));
                return Optional.of(repeated(outcome));
            }
        }
        return Optional.empty();
    }

    private static List<Path> found(Path directory, String glob) throws IOException {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory, glob)) {
                stream.forEach(found::add);
            }
        }
        return found;
    }

    private static List<Path> oldestFirst(List<Path> answers) throws IOException {
        Map<Path, FileTime> times = new HashMap<>();
        for (Path answer : answers) {
            times.put(answer, Files.getLastModifiedTime(answer));
        }
        return times.entrySet().stream()
                .sorted(Map.Entry.<Path, FileTime>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String named(Path file, String end) {
        String name = String.valueOf(file.getFileName());
        return name.substring(0, name.length() - end.length());
    }

    /** The manifest goes first: a bundle without one is not handed over. */
    private void withdraw(String name) throws IOException {
        files.delete(manifest(name));
        files.delete(bundle(name));
    }

    private Path manifest(String name) {
        return out.resolve(name + MANIFEST);
    }

    private Path bundle(String name) {
        return out.resolve(name + BUNDLE);
    }
}
