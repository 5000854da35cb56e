package io.github.tucai.check.internal;

import io.github.tucai.photo.CheckId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Lets an answer tell one instruction for each axis, the first, so that no two of them can contradict each other. The faults
 * behind it are still told, but without a direction.
 */
final class Instructions {
    private final List<Tear> tears;

    Instructions(List<Tear> tears) {
        this.tears = List.copyOf(tears);
    }

    /**
     * The same faults in other words where needed.
     *
     * @param told first things first
     */
    List<Assessment> oneAnAxis(List<Assessment> told) {
        List<Assessment> mended = new ArrayList<>(told);
        tears.forEach(tear -> mend(tear, mended));
        Set<String> taken = new HashSet<>();
        mended.replaceAll(assessment -> {
            Optional<Move> move = assessment.words().move();
            boolean isFree = move.isEmpty() || taken.add(move.get().axis());
            return isFree ? assessment : assessment.saying(assessment.words().plain());
        });
        return List.copyOf(mended);
    }

    /** What two checks that pull an axis both ways say together. */
    Stream<Words> ofTears() {
        return tears.stream().map(Tear::instead);
    }

    private static void mend(Tear tear, List<Assessment> told) {
        int one = find(tear.one(), tear.axis(), tear.oneWay(), told);
        int other = find(tear.other(), tear.axis(), tear.otherWay(), told);
        if (one < 0 || other < 0) {
            return;
        }
        int first = Math.min(one, other);
        int second = Math.max(one, other);
        told.set(first, told.get(first).saying(tear.instead()));
        told.set(second, told.get(second).saying(told.get(second).words().plain()));
    }

    private static int find(CheckId check, String axis, String way, List<Assessment> told) {
        for (int i = 0; i < told.size(); i++) {
            Assessment assessment = told.get(i);
            if (assessment.finding().check().equals(check) && assessment.words().goes(axis, way)) {
                return i;
            }
        }
        return -1;
    }
}
