package io.github.tucai.imaging.internal.qr;

import boofcv.alg.fiducial.qrcode.GaliosFieldTableOps;
import java.util.Arrays;
import java.util.List;

/**
 * Corrects a block of codewords where some are known to be doubtful (ISO/IEC 18004, clause 7.5): a doubtful codeword costs one
 * parity codeword, a wrong one that nobody suspected costs two. The readers' own decoders know errors only.
 */
final class ReedSolomon {
    private static final GaliosFieldTableOps FIELD = new GaliosFieldTableOps(8, 0b1_0001_1101);

    // Redundancy left unspent: with none, any noise would be "corrected" into some word.
    private static final int SPARE = 1;
    private static final int SPARE_CHECKS = 4;

    private final int[] word;
    private final int parity;
    private final int[] syndromes;

    private ReedSolomon(int[] word, int parity) {
        this.word = word;
        this.parity = parity;
        this.syndromes = syndromes(word, parity);
    }

    /**
     * Corrects a block in place.
     *
     * @param word data codewords, then parity
     * @param parity how many are parity
     * @param doubtful places in the block whose values count for nothing
     * @return whether the block is now consistent; it is unchanged otherwise
     */
    static boolean correct(int[] word, int parity, List<Integer> doubtful) {
        return new ReedSolomon(word, parity).correct(doubtful);
    }

    private boolean correct(List<Integer> doubtful) {
        if (isZero(syndromes)) {
            return true;
        }
        int[] locator = locator(doubtful);
        int places = degree(locator);
        int errors = places - doubtful.size();
        if (errors < 0
                || doubtful.size() + 2 * errors > parity - SPARE
                || doubtful.size() + errors > parity - SPARE_CHECKS) {
            return false;
        }
        int[] corrected = corrected(locator, places);
        if (corrected.length == 0 || !isZero(syndromes(corrected, parity))) {
            return false;
        }
        System.arraycopy(corrected, 0, word, 0, word.length);
        return true;
    }

    /** Berlekamp–Massey, started from the places that are known. */
    private int[] locator(List<Integer> doubtful) {
        int[] locator = new int[parity + 1];
        locator[0] = 1;
        for (int place : doubtful) {
            int x = FIELD.power(2, word.length - 1 - place);
            for (int i = parity; i > 0; i--) {
                locator[i] ^= FIELD.multiply(locator[i - 1], x);
            }
        }
        int known = doubtful.size();
        int length = known;
        int[] previous = locator.clone();
        for (int step = known + 1; step <= parity; step++) {
            int discrepancy = 0;
            for (int i = 0; i < step; i++) {
                discrepancy ^= FIELD.multiply(locator[i], syndromes[step - 1 - i]);
            }
            int[] shifted = shifted(previous);
            if (discrepancy != 0) {
                int[] next = locator.clone();
                for (int i = 0; i <= parity; i++) {
                    next[i] ^= FIELD.multiply(discrepancy, shifted[i]);
                }
                if (2 * length <= step - 1 + known) {
                    int inverse = FIELD.inverse(discrepancy);
                    shifted = Arrays.stream(locator)
                            .map(c -> FIELD.multiply(c, inverse))
                            .toArray();
                    length = step - length + known;
                }
                locator = next;
            }
            previous = shifted;
        }
        return locator;
    }

    /** Forney's values at the locator's roots; empty when not all of its roots are places in the word. */
    private int[] corrected(int[] locator, int places) {
        int[] evaluator = new int[parity];
        for (int i = 0; i < parity; i++) {
            for (int j = 0; j <= i; j++) {
                evaluator[i] ^= FIELD.multiply(syndromes[i - j], locator[j]);
            }
        }
        int[] corrected = word.clone();
        int found = 0;
        for (int place = 0; place < word.length; place++) {
            int x = FIELD.power(2, word.length - 1 - place);
            int root = FIELD.inverse(x);
            if (value(locator, root) == 0) {
                int slope = slope(locator, root);
                if (slope == 0) {
                    return new int[0];
                }
                corrected[place] ^= FIELD.multiply(x, FIELD.divide(value(evaluator, root), slope));
                found++;
            }
        }
        return found == places ? corrected : new int[0];
    }

    private static int[] syndromes(int[] word, int parity) {
        int[] syndromes = new int[parity];
        for (int i = 0; i < parity; i++) {
            int x = FIELD.power(2, i);
            for (int codeword : word) {
                syndromes[i] = FIELD.multiply(syndromes[i], x) ^ codeword;
            }
        }
        return syndromes;
    }

    private static int[] shifted(int[] polynomial) {
        int[] shifted = new int[polynomial.length];
        System.arraycopy(polynomial, 0, shifted, 1, polynomial.length - 1);
        return shifted;
    }

    private static int value(int[] polynomial, int x) {
        int value = 0;
        for (int i = polynomial.length - 1; i >= 0; i--) {
            value = FIELD.multiply(value, x) ^ polynomial[i];
        }
        return value;
    }

    /** The formal derivative: in this field even powers vanish. */
    private static int slope(int[] polynomial, int x) {
        int slope = 0;
        int power = 1;
        int square = FIELD.multiply(x, x);
        for (int i = 1; i < polynomial.length; i += 2) {
            slope ^= FIELD.multiply(polynomial[i], power);
            power = FIELD.multiply(power, square);
        }
        return slope;
    }

    private static int degree(int[] polynomial) {
        int degree = polynomial.length - 1;
        while (degree > 0 && polynomial[degree] == 0) {
            degree--;
        }
        return degree;
    }

    private static boolean isZero(int[] values) {
        return Arrays.stream(values).allMatch(value -> value == 0);
    }
}
