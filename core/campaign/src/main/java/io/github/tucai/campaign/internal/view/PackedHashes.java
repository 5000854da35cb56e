package io.github.tucai.campaign.internal.view;

import io.github.tucai.campaign.internal.view.HandedInPhotos.Hit;
import io.github.tucai.photo.PictureHash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hashes of a campaign's photos in memory, one after the other, read once and from then on as they come. Safe for concurrent
 * use.
 *
 * <p>A number may be committed after a higher one, so those that are missing are asked for again for a while.
 */
final class PackedHashes {
    private static final Logger LOG = LoggerFactory.getLogger(PackedHashes.class);
    private static final int WORDS = PictureHash.BITS / Long.SIZE;
    /** Longer than any transaction. */
    private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(10);
    /** More than are ever handed in at one moment. */
    private static final int MOST_MISSING = 2000;

    private final String campaign;
    private final Map<Long, Long> missing = new LinkedHashMap<>();
    private long[] words = new long[1024 * WORDS];
    private String[] streams = new String[1024];
    private long[] numbers = new long[1024];
    private int size;
    private long highest;
    private boolean isSpoiltTold;

    PackedHashes(String campaign) {
        this.campaign = campaign;
    }

    /** Reads what came since the last time. */
    synchronized void refresh(Handle handle) {
        long from = highest;
        long now = System.nanoTime();
        missing.values().removeIf(since -> now - since > LONGEST_NANOS);
        Set<Long> seen = new HashSet<>();
        read(handle, "number > :n", from, seen);
        if (!missing.isEmpty()) {
            read(handle, "number in (" + String.join(",", texts(missing.keySet())) + ")", from, seen);
            missing.keySet().removeAll(seen);
        }
        for (long number = Math.max(from + 1, highest - MOST_MISSING); number < highest; number++) {
            if (!seen.contains(number)) {
                missing.put(number, now);
            }
        }
        while (missing.size() > MOST_MISSING) {
            missing.remove(missing.keySet().iterator().next());
        }
    }

    private static List<String> texts(Set<Long> numbers) {
        return numbers.stream().map(String::valueOf).toList();
    }

    private void read(Handle handle, String which, long from, Set<Long> seen) {
        handle.createQuery("select number, stream, hash from handed_in_photo where campaign = :c and " + which
                        + (which.contains(":n") ? "" : " and number <= :n") + " order by number")
                .bind("c", campaign)
                .bind("n", from)
                .map((row, context) -> {
                    add(row.getLong(1), row.getString(2), row.getString(3));
                    return row.getLong(1);
                })
                .forEach(number -> {
                    seen.add(number);
                    highest = Math.max(highest, number);
                });
    }

    private void add(long number, String stream, @Nullable String hash) {
        if (hash == null) {
            return;
        }
        Optional<PictureHash> read = hash(hash);
        if (read.isEmpty()) {
            tellSpoilt();
            return;
        }
        if (size == numbers.length) {
            words = Arrays.copyOf(words, 2 * words.length);
            streams = Arrays.copyOf(streams, 2 * streams.length);
            numbers = Arrays.copyOf(numbers, 2 * numbers.length);
        }
        System.arraycopy(read.get().words(), 0, words, size * WORDS, WORDS);
        streams[size] = stream;
        numbers[size] = number;
        size++;
    }

    private void tellSpoilt() {
        if (!isSpoiltTold) {
            isSpoiltTold = true;
            LOG.warn("a row of handed_in_photo holds no hash: its photo is compared byte by byte only");
        }
    }

    /** Empty where it is none, or somebody spoilt it. */
    static Optional<PictureHash> hash(@Nullable String hex) {
        try {
            return Optional.ofNullable(hex).map(PictureHash::parse);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The nearest photo of another stream. */
    synchronized Optional<Hit> nearest(String stream, PictureHash wanted) {
        long[] one = wanted.words();
        long[] other = wanted.mirrored().words();
        int best = PictureHash.BITS + 1;
        int at = -1;
        for (int i = 0; i < size; i++) {
            int bits = bits(one, other, i);
            if (bits < best && !streams[i].equals(stream)) {
                best = bits;
                at = i;
            }
        }
        return at < 0 ? Optional.empty() : Optional.of(new Hit(numbers[at], best));
    }

    /** All photos of other streams that are nearer than so many bits. */
    synchronized List<Hit> nearer(String stream, PictureHash wanted, int than) {
        long[] one = wanted.words();
        long[] other = wanted.mirrored().words();
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int bits = bits(one, other, i);
            if (bits < than && !streams[i].equals(stream)) {
                hits.add(new Hit(numbers[i], bits));
            }
        }
        return hits;
    }

    private int bits(long[] one, long[] other, int i) {
        int straight = 0;
        int mirrored = 0;
        for (int w = 0; w < WORDS; w++) {
            long word = words[i * WORDS + w];
            straight += Long.bitCount(one[w] ^ word);
            mirrored += Long.bitCount(other[w] ^ word);
        }
        return Math.min(straight, mirrored);
    }

    /** Its row is gone. */
    synchronized void forget(long number) {
        for (int i = 0; i < size; i++) {
            if (numbers[i] == number) {
                size--;
                System.arraycopy(words, size * WORDS, words, i * WORDS, WORDS);
                streams[i] = streams[size];
                numbers[i] = numbers[size];
                Arrays.fill(words, size * WORDS, (size + 1) * WORDS, 0);
                return;
            }
        }
    }
}
