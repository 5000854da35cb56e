package io.github.tucai.benchmarks;

import java.util.List;

/**
 * How much a benchmark does.
 *
 * @param kinds difficulties of drawn pictures
 * @param drawn pictures drawn of each difficulty
 * @param photos photos checked, at most
 * @param checks of these photos while memory is watched; a multiple of ten
 * @param captures students of the campaign at scale
 * @param forks processes of a micro-benchmark; 0 stays in this one
 * @param rounds how often all micro-benchmarks are run by turns
 * @param seconds of measuring for each micro-benchmark in a round, after three times as long of warming up
 */
record Effort(
        List<DrawnCode.Kind> kinds,
        int drawn,
        int photos,
        int checks,
        int captures,
        int forks,
        int rounds,
        double seconds) {
    /** Shows that everything works; its times say nothing. */
    static final Effort SMALLEST =
            new Effort(List.of(DrawnCode.Kind.TURNED, DrawnCode.Kind.SEVERAL), 1, 1, 20, 4, 0, 1, 0.01);

    static final Effort QUICK = new Effort(List.of(DrawnCode.Kind.values()), 8, 40, 1000, 300, 1, 3, 1);
    static final Effort FULL = new Effort(List.of(DrawnCode.Kind.values()), 20, 220, 10_000, 10_000, 1, 3, 3);
}
