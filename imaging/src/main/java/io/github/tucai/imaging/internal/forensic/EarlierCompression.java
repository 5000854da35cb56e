package io.github.tucai.imaging.internal.forensic;

import io.github.tucai.imaging.internal.decode.DecodedPhoto;
import io.github.tucai.imaging.internal.decode.JpegQuality;
import io.github.tucai.imaging.internal.pixel.Greys;
import io.github.tucai.imaging.internal.pixel.MeasureSink;
import io.github.tucai.imaging.internal.pixel.Picture;
import io.github.tucai.imaging.internal.pixel.Sample;
import io.github.tucai.photo.FileFacts;
import io.github.tucai.photo.Measurements;
import io.github.tucai.photo.Measures;
import java.util.Arrays;

/**
 * Whether a picture was compressed harder before than its file says: JPEG rounds what each 8 × 8 block holds of a frequency to
 * multiples of a step, and a gentler JPEG afterwards leaves them near those multiples.
 *
 * <p>Sums of cosines over the values of nine low frequencies tell how near, for the steps of each quality of libjpeg. Only steps
 * of one and a half times the file's own or more are asked for, since its own rounding makes combs too. Pictures cut between
 * the two have their blocks elsewhere; where, edges tell that stand eight pixels apart. Whoever resized between the two leaves
 * nothing to find, nor does who compressed less at first.
 */
public final class EarlierCompression {
    private static final int NONE = 100;
    // Large steps of the file's own leave little to tell others by, and say themselves what was lost.
    private static final int LEAST_OWN_QUALITY = 70;
    private static final int BLOCK = 8;
    // Evenly over the picture; more of them tell no more.
    private static final int BLOCKS = 400;
    private static final int WAVES = 4;
    // Of the places 1 to 9 in the zigzag order.
    private static final int[] ACROSS = {1, 0, 0, 1, 2, 3, 2, 1, 0};
    private static final int[] DOWN = {0, 1, 2, 1, 0, 0, 1, 2, 3};
    private static final float[][] COSINES = new float[WAVES][BLOCK];
    private static final int VALUES = 128;
    private static final int HARSHEST = 20;
    private static final int GENTLEST = 90;
    private static final int FEWEST_VALUES = 100;
    // Single compression of 60 portraits at qualities of 75 to 96 leaves 0.3 and less, a harder one before mostly 0.5
    // to 1.
    private static final double REGULAR = 0.4;
    private static final int LINES = 16;
    // An edge of a face must not pass for a grid.
    private static final double MOST_STEP = 3;
    private static final double CLEAR = 2.5;
    private static final int[][] STEPS = new int[GENTLEST + 1][];
    private static final float[][] COMBS;

    static {
        for (int wave = 0; wave < WAVES; wave++) {
            for (int i = 0; i < BLOCK; i++) {
                double weight = wave == 0 ? Math.sqrt(1.0 / BLOCK) : Math.sqrt(2.0 / BLOCK);
                COSINES[wave][i] = (float) (weight * Math.cos((2 * i + 1) * wave * Math.PI / (2 * BLOCK)));
            }
        }
        for (int quality = HARSHEST; quality <= GENTLEST; quality++) {
            STEPS[quality] = Arrays.copyOfRange(JpegQuality.steps(quality), 1, 1 + ACROSS.length);
        }
        COMBS = new float[Arrays.stream(STEPS[HARSHEST]).max().orElseThrow() + 1][VALUES];
        for (int step = 1; step < COMBS.length; step++) {
            for (int value = 0; value < VALUES; value++) {
                COMBS[step][value] = (float) Math.cos(2 * Math.PI * value / step);
            }
        }
    }

    private final Picture picture;
    private final int[] ownSteps;

    private EarlierCompression(Picture picture, int ownQuality) {
        this.picture = picture;
        this.ownSteps = JpegQuality.steps(ownQuality);
    }

    /** Measures pictures that have the pixels of their file: reduced or turned ones have lost its blocks. */
    public static void measure(DecodedPhoto photo, Picture picture, Measurements.Builder measurements) {
        FileFacts facts = photo.facts();
        boolean isExact = facts.format().equals("png") || facts.jpegQuality().isPresent();
        if (isExact && photo.scale() == 1 && facts.exifOrientation() == 1) {
            int earlier = quality(picture, facts.jpegQuality().orElse(NONE));
            new MeasureSink(measurements, 1).add(Measures.EARLIER_QUALITY, earlier);
        }
    }

    /**
     * The quality of an earlier compression.
     *
     * @param ownQuality of the last one
     * @return 20 to 90, or 100 where none is found
     */
    public static int quality(Picture picture, int ownQuality) {
        if (ownQuality < LEAST_OWN_QUALITY) {
            return NONE;
        }
        EarlierCompression earlier = new EarlierCompression(picture, ownQuality);
        Comb aligned = earlier.strongest(0, 0);
        if (aligned.isRegular()) {
            return aligned.quality();
        }
        int left = grid(earlier.stepsAcross());
        int top = grid(earlier.stepsDown());
        Comb shifted = left == 0 && top == 0 ? aligned : earlier.strongest(left, top);
        return shifted.isRegular() ? shifted.quality() : NONE;
    }

    /**
     * How the values lie on the steps of a quality.
     *
     * @param sum of the cosines: the count where all lie on multiples, about 0 where they lie anywhere
     * @param count of the values that are not nearest to 0
     */
    private record Comb(int quality, double sum, int count) {
        boolean isRegular() {
            return count >= FEWEST_VALUES && sum >= REGULAR * count;
        }

        double unlikeliness() {
            return sum / Math.sqrt(Math.max(FEWEST_VALUES, count));
        }
    }

    private Comb strongest(int left, int top) {
        int[][] counts = counts(left, top);
        Comb best = new Comb(NONE, 0, 0);
        for (int quality = HARSHEST; quality <= GENTLEST; quality++) {
            Comb comb = comb(counts, quality);
            if (comb.unlikeliness() > best.unlikeliness()) {
                best = comb;
            }
        }
        return best;
    }

    private Comb comb(int[][] counts, int quality) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < ACROSS.length; i++) {
            int step = STEPS[quality][i];
            if (step >= 2 && 2 * step >= 3 * ownSteps[i + 1]) {
                float[] comb = COMBS[step];
                for (int value = step / 2 + 1; value < VALUES; value++) {
                    sum += counts[i][value] * comb[value];
                    count += counts[i][value];
                }
            }
        }
        return new Comb(quality, sum, count);
    }

    /** How often each size, without its sign, is met in each frequency, of blocks on a grid with this phase. */
    private int[][] counts(int left, int top) {
        int[][] counts = new int[ACROSS.length][VALUES];
        int columns = Math.max(0, picture.width() - left) / BLOCK;
        int blocks = columns * (Math.max(0, picture.height() - top) / BLOCK);
        int asked = Math.min(BLOCKS, blocks);
        float[] rows = new float[WAVES * BLOCK];
        for (int i = 0; i < asked; i++) {
            int block = (int) ((long) i * blocks / asked);
            transformRows(left + block % columns * BLOCK, top + block / columns * BLOCK, rows);
            count(rows, counts);
        }
        return counts;
    }

    private void transformRows(int left, int top, float[] rows) {
        for (int y = 0; y < BLOCK; y++) {
            float none = 0;
            float one = 0;
            float two = 0;
            float three = 0;
            for (int x = 0; x < BLOCK; x++) {
                float luma = Greys.luma(picture.at(left + x, top + y));
                none += luma * COSINES[0][x];
                one += luma * COSINES[1][x];
                two += luma * COSINES[2][x];
                three += luma * COSINES[3][x];
            }
            rows[y] = none;
            rows[BLOCK + y] = one;
            rows[2 * BLOCK + y] = two;
            rows[3 * BLOCK + y] = three;
        }
    }

    private static void count(float[] rows, int[][] counts) {
        for (int i = 0; i < ACROSS.length; i++) {
            float sum = 0;
            for (int y = 0; y < BLOCK; y++) {
                sum += rows[ACROSS[i] * BLOCK + y] * COSINES[DOWN[i]][y];
            }
            int value = Math.round(Math.abs(sum));
            if (value < VALUES) {
                counts[i][value]++;
            }
        }
    }

    /** From each column to the one before, of a few rows. */
    private double[] stepsAcross() {
        double[] steps = new double[picture.width()];
        for (int y = 0; y < picture.height(); y += LINES) {
            float last = Greys.luma(picture.at(0, y));
            for (int x = 1; x < steps.length; x++) {
                float next = Greys.luma(picture.at(x, y));
                steps[x] += Math.abs(next - last);
                last = next;
            }
        }
        return steps;
    }

    /** From each row to the one before, of a few columns. */
    private double[] stepsDown() {
        double[] steps = new double[picture.height()];
        float[] last = new float[(picture.width() + LINES - 1) / LINES];
        for (int y = 0; y < steps.length; y++) {
            double sum = 0;
            for (int i = 0; i < last.length; i++) {
                float next = Greys.luma(picture.at(i * LINES, y));
                sum += Math.abs(next - last[i]);
                last[i] = next;
            }
            steps[y] = y == 0 ? 0 : sum;
        }
        return steps;
    }

    /** Where a grid of blocks begins whose edges stand out, other than the file's own at 0; 0 where none does. */
    private static int grid(double[] steps) {
        double most = 0;
        for (double step : steps) {
            most += MOST_STEP * step / steps.length;
        }
        Sample others = new Sample();
        double[] edges = new double[BLOCK];
        for (int at = BLOCK; at < steps.length - BLOCK; at++) {
            double beside = Math.min(most, steps[at - 1]) + Math.min(most, steps[at + 1]);
            edges[at % BLOCK] += Math.min(most, steps[at]) - beside / 2;
        }
        int best = 1;
        for (int phase = 2; phase < BLOCK; phase++) {
            best = edges[phase] > edges[best] ? phase : best;
        }
        for (int phase = 1; phase < BLOCK; phase++) {
            if (phase != best) {
                others.add(edges[phase]);
            }
        }
        return edges[best] > others.mean() + CLEAR * Math.sqrt(others.variance()) ? best : 0;
    }
}
