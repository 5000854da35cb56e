package io.github.tucai.calibration;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * So many of so many, with Wilson's interval for the rate behind it.
 *
 * @param some how many are meant
 * @param all of how many
 */
public record Count(long some, long all) {
    /** Of a normal distribution, 95 in 100 lie so many spreads from its middle. */
    private static final double SPREADS = 1.96;

    /** Counts members of a stream. */
    public static <T> Count of(Stream<T> members, Predicate<? super T> meant) {
        long[] counts = new long[2];
        members.forEach(member -> {
            counts[0] += meant.test(member) ? 1 : 0;
            counts[1]++;
        });
        return new Count(counts[0], counts[1]);
    }

    /** In per cent; not a number where there is none. */
    public double percent() {
        return 100.0 * some / all;
    }

    /** In per cent, the least rate that may well have given this count. */
    public double lower() {
        return some == 0 ? 0 : 100 * bound(-1);
    }

    /** In per cent, the greatest such rate. */
    public double upper() {
        return some == all ? 100 : 100 * bound(1);
    }

    private double bound(int sign) {
        double rate = (double) some / all;
        double square = SPREADS * SPREADS;
        double middle = rate + square / (2 * all);
        double spread = SPREADS * Math.sqrt(rate * (1 - rate) / all + square / (4.0 * all * all));
        return (middle + sign * spread) / (1 + square / all);
    }

    /** The count, its rate and the interval of 95 %. */
    @Override
    public String toString() {
        return all == 0
                ? "none"
                : String.format(Locale.ROOT, "%d: %.1f %% (%.0f–%.0f)", some, percent(), lower(), upper());
    }
}
