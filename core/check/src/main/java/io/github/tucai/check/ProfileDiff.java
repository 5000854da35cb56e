package io.github.tucai.check;

import io.github.tucai.check.internal.PhotoJudge;
import io.github.tucai.photo.Answer;
import io.github.tucai.photo.CheckId;
import io.github.tucai.photo.Finding;
import io.github.tucai.photo.PhotoCheckResult;
import io.github.tucai.photo.PhotoProfile;
import io.github.tucai.photo.Severity;
import io.github.tucai.photo.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Who would fare differently under another rule book: stored measurements judged by two profiles. Pure; needs no photo and
 * no analyzer.
 *
 * @param before id of the one profile
 * @param after id of the other
 * @param photos how many were judged
 * @param changed those for which something changes, in the order given
 */
public record ProfileDiff(String before, String after, int photos, List<PhotoChange> changed) {
    public ProfileDiff {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
        changed = List.copyOf(changed);
        if (photos < changed.size()) {
            throw new IllegalArgumentException(
                    "no more photos change than were judged, got " + changed.size() + " of " + photos);
        }
    }

    /**
     * Judges every photo by both profiles.
     *
     * @param photos read once, one after another; of those for which nothing changes nothing is kept
     */
    public static ProfileDiff between(PhotoProfile before, PhotoProfile after, Stream<MeasuredPhoto> photos) {
        PhotoJudge judge = new PhotoJudge();
        List<PhotoChange> changed = new ArrayList<>();
        int[] count = {0};
        photos.sequential().forEach(photo -> {
            count[0]++;
            change(judge, photo, before, after).ifPresent(changed::add);
        });
        return new ProfileDiff(before.id(), after.id(), count[0], changed);
    }

    private static Optional<PhotoChange> change(
            PhotoJudge judge, MeasuredPhoto photo, PhotoProfile before, PhotoProfile after) {
        PhotoCheckResult one = judge.judge(photo.measurements(), before, photo.stage(), photo.declarations());
        PhotoCheckResult other = judge.judge(photo.measurements(), after, photo.stage(), photo.declarations());
        List<CheckChange> checks = new ArrayList<>();
        for (int i = 0; i < one.findings().size(); i++) {
            CheckChange.between(one.findings().get(i), other.findings().get(i)).ifPresent(checks::add);
        }
        return one.verdict() == other.verdict() && checks.isEmpty()
                ? Optional.empty()
                : Optional.of(new PhotoChange(photo.name(), one.verdict(), other.verdict(), checks));
    }

    /** The same seen from the other side: what going back would change. */
    public ProfileDiff mirrored() {
        return new ProfileDiff(
                /* before= */ after,
                /* after= */ before,
                photos,
                changed.stream().map(PhotoChange::mirrored).toList());
    }

    /** How many photos go from one verdict to another; the two may be equal only where checks alone change. */
    public Map<Verdict, Map<Verdict, Integer>> verdicts() {
        Map<Verdict, Map<Verdict, Integer>> moves = new TreeMap<>();
        changed.forEach(photo ->
                moves.computeIfAbsent(photo.before(), from -> new TreeMap<>()).merge(photo.after(), 1, Integer::sum));
        return Collections.unmodifiableMap(moves);
    }

    /** How many photos each check answers differently, most first; checks that never do are left out. */
    public Map<CheckId, Integer> checks() {
        Map<CheckId, Integer> counts = new LinkedHashMap<>();
        changed.stream()
                .flatMap(photo -> photo.checks().stream())
                .forEach(change -> counts.merge(change.check(), 1, Integer::sum));
        Map<CheckId, Integer> sorted = new LinkedHashMap<>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<CheckId, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry::getKey, Comparator.comparing(CheckId::value)))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return Collections.unmodifiableMap(sorted);
    }

    /**
     * One photo for which something changes. The verdict can change without a check: profiles differ in what they make of
     * doubt and of what was not measured.
     *
     * @param name as the caller named the photo
     * @param before verdict by the one profile
     * @param after verdict by the other
     * @param checks what they answer differently, in the order of the catalogue
     */
    public record PhotoChange(String name, Verdict before, Verdict after, List<CheckChange> checks) {
        public PhotoChange {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(before, "before");
            Objects.requireNonNull(after, "after");
            checks = List.copyOf(checks);
        }

        PhotoChange mirrored() {
            return new PhotoChange(
                    name,
                    /* before= */ after,
                    /* after= */ before,
                    checks.stream().map(CheckChange::mirrored).toList());
        }

        /** Leaves the name out, which may be a student's number. */
        @Override
        public String toString() {
            return "PhotoChange[" + before + " -> " + after + ", " + checks + "]";
        }
    }

    /**
     * One check that answers differently, or whose fault weighs differently.
     *
     * @param check which
     * @param before answer by the one profile
     * @param severityBefore what a FAIL meant there
     * @param after answer by the other
     * @param severityAfter what a FAIL means there
     */
    public record CheckChange(
            CheckId check, Answer before, Severity severityBefore, Answer after, Severity severityAfter) {
        public CheckChange {
            Objects.requireNonNull(check, "check");
            Objects.requireNonNull(before, "before");
            Objects.requireNonNull(severityBefore, "severityBefore");
            Objects.requireNonNull(after, "after");
            Objects.requireNonNull(severityAfter, "severityAfter");
        }

        /** Empty where the same is answered and a fault weighs the same; the weight of what is no fault moves nobody. */
        static Optional<CheckChange> between(Finding one, Finding other) {
            boolean fault = one.answer() == Answer.FAIL || one.answer() == Answer.UNSURE;
            boolean same = one.answer() == other.answer() && (!fault || one.severity() == other.severity());
            return same
                    ? Optional.empty()
                    : Optional.of(new CheckChange(
                            one.check(), one.answer(), one.severity(), other.answer(), other.severity()));
        }

        CheckChange mirrored() {
            return new CheckChange(
                    check,
                    /* before= */ after,
                    /* severityBefore= */ severityAfter,
                    /* after= */ before,
                    /* severityAfter= */ severityBefore);
        }
    }
}
