package io.github.tucai.check;

import io.github.tucai.check.internal.LiveCues;
import io.github.tucai.photo.Advice;
import io.github.tucai.photo.CheckId;
import io.github.tucai.photo.PhotoCheckResult;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns the results of camera frames into one instruction at a time, the most important first, that a person can follow:
 * a fault speaks when it has lasted a moment, and what is said stays for a while.
 *
 * <p>Pure and immutable: {@link #next} gives another guide, times are those of the frames, no clock is read and no thread
 * runs. Where several faults last, the most important is said, and one that has waited longer than {@link Pace#patience()}
 * in between, so that each is said at last.
 *
 * <pre>{@code
 * LiveGuide guide = LiveGuide.start();
 * for (Frame frame : camera) {
 *     guide = guide.next(frame.time(), checker.preview(frame.jpeg()));
 *     screen.show(guide.guidance().words());
 *     if (guide.guidance().ready()) {
 *         return camera.takePhoto();
 *     }
 * }
 * }</pre>
 */
public final class LiveGuide {
    private static final Advice FACE_THE_CAMERA = new Advice("请正对镜头。", "Please face the camera.");
    private static final Advice KEEP_STILL = new Advice("很好，请保持不动。", "Good. Please keep still.");
    private static final Comparator<Fault> MOST_IMPORTANT = Comparator.comparingInt(Fault::rank);

    private final Pace pace;
    private final @Nullable Duration now;
    private final Map<CheckId, Fault> faults;
    private final Said said;
    private final int goodFrames;

    private LiveGuide(Pace pace, @Nullable Duration now, Map<CheckId, Fault> faults, Said said, int goodFrames) {
        this.pace = pace;
        this.now = now;
        this.faults = faults;
        this.said = said;
        this.goodFrames = goodFrames;
    }

    /** Before the first frame, at the usual pace. */
    public static LiveGuide start() {
        return start(Pace.USUAL);
    }

    /** Before the first frame. */
    public static LiveGuide start(Pace pace) {
        Said nothing = new Said(Guidance.Kind.LOOKING, Optional.empty(), FACE_THE_CAMERA, null);
        return new LiveGuide(Objects.requireNonNull(pace, "pace"), null, Map.of(), nothing, 0);
    }

    /** What to tell now. */
    public Guidance guidance() {
        boolean ready = said.kind == Guidance.Kind.KEEP_STILL && goodFrames >= pace.steadyFrames();
        return new Guidance(said.kind, said.check, said.words, ready);
    }

    /**
     * The guide after one more frame.
     *
     * @param at when the frame was taken, from any fixed start; a frame that is not newer than the last one changes nothing
     * @param frame of {@link PhotoChecker#preview}
     */
    public LiveGuide next(Duration at, PhotoCheckResult frame) {
        Objects.requireNonNull(frame, "frame");
        if (now != null && at.compareTo(now) <= 0) {
            return this;
        }
        boolean afresh = now == null || at.minus(now).compareTo(pace.gap()) > 0;
        Map<CheckId, LiveCues.Cue> cues = LiveCues.of(frame);
        int good = !LiveCues.isGood(frame, cues) ? 0 : afresh ? 1 : goodFrames + 1;
        Map<CheckId, Fault> lasting = lasting(at, cues, afresh ? Map.of() : faults);
        Said next = say(at, lasting, good);
        return new LiveGuide(pace, at, waiting(at, lasting, next), next, Math.min(good, pace.steadyFrames()));
    }

    private Map<CheckId, Fault> lasting(Duration at, Map<CheckId, LiveCues.Cue> cues, Map<CheckId, Fault> known) {
        Map<CheckId, Fault> lasting = new LinkedHashMap<>();
        cues.forEach((check, cue) -> {
            Fault old = known.get(check);
            Duration since = old == null ? at : old.since;
            boolean established =
                    (old != null && old.established) || at.minus(since).compareTo(pace.appear()) >= 0;
            lasting.put(
                    check,
                    new Fault(check, cue.rank(), cue.words(), since, at, established, old == null ? null : old.waits));
        });
        known.forEach((check, old) -> {
            // One that was never established is forgotten with the first frame without it.
            boolean stays = old.established && at.minus(old.seen).compareTo(pace.vanish()) < 0;
            if (stays && !cues.containsKey(check)) {
                lasting.put(check, old);
            }
        });
        return lasting;
    }

    private Said say(Duration at, Map<CheckId, Fault> lasting, int good) {
        Said wanted = wanted(at, lasting, good);
        boolean held = said.since != null && at.minus(said.since).compareTo(pace.hold()) < 0;
        return wanted.isSameAs(said) || held ? said : wanted;
    }

    private Said wanted(Duration at, Map<CheckId, Fault> lasting, int good) {
        Optional<Fault> overdue = lasting.values().stream()
                .filter(fault -> fault.hasWaited(at, pace.patience()))
                .min(Comparator.comparing(Fault::waitsSince).thenComparing(MOST_IMPORTANT));
        Optional<Fault> first = overdue.or(
                () -> lasting.values().stream().filter(Fault::established).min(MOST_IMPORTANT));
        if (first.isPresent()) {
            return new Said(Guidance.Kind.FIX, Optional.of(first.get().check), first.get().words, at);
        }
        return good > 0 ? new Said(Guidance.Kind.KEEP_STILL, Optional.empty(), KEEP_STILL, at) : said;
    }

    /** Whoever is established and not being said waits, and who is being said does not. */
    private static Map<CheckId, Fault> waiting(Duration at, Map<CheckId, Fault> lasting, Said said) {
        Map<CheckId, Fault> waiting = new LinkedHashMap<>();
        lasting.forEach((check, fault) -> {
            boolean waits = fault.established && !said.check.equals(Optional.of(check));
            Duration since = fault.waits == null ? at : fault.waits;
            waiting.put(check, fault.waiting(waits ? since : null));
        });
        return waiting;
    }

    /**
     * How quickly the guide speaks.
     *
     * @param appear how long a fault lasts before it is said
     * @param vanish how long a fault is absent before it counts as put right
     * @param hold how long what is said stays at least
     * @param patience how long a lesser fault waits before it is said in between
     * @param gap a longer time without frames starts all over
     * @param steadyFrames good frames in a row before the photo is taken, at least 1
     */
    public record Pace(
            Duration appear, Duration vanish, Duration hold, Duration patience, Duration gap, int steadyFrames) {
        /** A fifth of a second to appear, a second to read, four to obey, five good frames. */
        public static final Pace USUAL = new Pace(
                Duration.ofMillis(200),
                Duration.ofMillis(300),
                Duration.ofSeconds(1),
                Duration.ofSeconds(4),
                Duration.ofSeconds(1),
                5);

        public Pace {
            if (appear.isNegative() || vanish.isNegative() || hold.isNegative() || patience.isNegative()) {
                throw new IllegalArgumentException("times must not be negative");
            }
            if (gap.compareTo(appear) <= 0) {
                throw new IllegalArgumentException("gap must be longer than appear, got " + gap + " and " + appear);
            }
            if (steadyFrames < 1) {
                throw new IllegalArgumentException("steadyFrames must be at least 1, got " + steadyFrames);
            }
        }
    }

    /** A fault that is, or lately was, in the picture. */
    private record Fault(
            CheckId check,
            int rank,
            Advice words,
            Duration since,
            Duration seen,
            boolean established,
            @Nullable Duration waits) {
        boolean hasWaited(Duration at, Duration patience) {
            return waits != null && at.minus(waits).compareTo(patience) > 0;
        }

        Duration waitsSince() {
            return waits == null ? seen : waits;
        }

        Fault waiting(@Nullable Duration from) {
            return new Fault(check, rank, words, since, seen, established, from);
        }
    }

    /** What is being said; {@code since} is null before the first frame, which holds nothing back. */
    private record Said(
            Guidance.Kind kind,
            Optional<CheckId> check,
            Advice words,
            @Nullable Duration since) {
        boolean isSameAs(Said other) {
            return kind == other.kind && check.equals(other.check) && words.equals(other.words);
        }
    }
}
