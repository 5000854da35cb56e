package io.github.tucai.benchmarks;

/**
 * How much a benchmark does.
 *
 * @param drawn pictures drawn of each difficulty
 * @param photos photos checked, at most
 * @param delivered students whose photos travel through faults
 * @param captures students of the campaign at scale
 * @param forks processes of a micro-benchmark; 0 stays in this one
 * @param seconds of measuring for each micro-benchmark
 */
record Effort(int drawn, int photos, int delivered, int captures, int forks, double seconds) {
    /** Shows that everything works; its times say nothing. */
    static final Effort SMALLEST = new Effort(1, 2, 12, 4, 0, 0.05);

    static final Effort QUICK = new Effort(8, 40, 60, 300, 1, 2);
    static final Effort FULL = new Effort(20, 220, 500, 10_000, 1, 8);
}
