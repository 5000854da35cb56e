package io.github.tucai.imaging.internal.forensic;

import io.github.tucai.imaging.internal.pixel.Greys;
import io.github.tucai.imaging.internal.pixel.Picture;
import io.github.tucai.imaging.internal.pixel.Point;
import io.github.tucai.imaging.internal.pixel.Sample;
import java.util.Arrays;

/**
 * Regular patterns over the whole head, such as the pixels of a screen or the dots of a print leave: narrow peaks of the
 * spectrum, which faces do not have.
 *
 * <p>Lightness is looked at in squares of the picture's own pixels; a peak must stand in most of them, so that the pattern of
 * a collar does not count. It must rise above the other frequencies of its ring and above those beside it: edges, a shaken
 * camera and JPEG make ridges, only a pattern makes points. Colour finds hardly more, since JPEG leaves patterns of its own
 * in it.
 */
public final class Moire {
    private static final int SIDE = Fourier.SIDE;
    private static final int LOWEST = 8;
    // What is beside a peak: a square without its middle, into which the peak itself is spread.
    private static final int BESIDE = 5;
    private static final int OWN = 2;
    private static final int NEIGHBOURS = (2 * BESIDE + 1) * (2 * BESIDE + 1) - (2 * OWN + 1) * (2 * OWN + 1);
    // So many of them may be as high, so that a ridge through the peak, a third of them, is what it has to rise above.
    private static final int MOST_AS_HIGH = NEIGHBOURS * 15 / 100;
    // The edges of JPEG's blocks, 8 pixels wide, peak at multiples of this.
    private static final int BLOCK_STEP = SIDE / 8;
    private static final int HALF = SIDE * SIDE / 2;
    private static final float[] WINDOW = new float[SIDE];
    // Of each frequency: how many waves it has, and whether a peak there counts.
    private static final int[] RING = new int[HALF];
    private static final boolean[] COUNTS = new boolean[HALF];
    // Places of the squares' middles in eye distances.
    private static final double[][] PLACES = {{-0.6, -0.3}, {0.6, -0.3}, {0, 0.25}, {-0.55, 0.8}, {0.55, 0.8}, {0, 1.3}
    };

    static {
        for (int i = 0; i < SIDE; i++) {
            WINDOW[i] = (float) (0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / SIDE));
        }
        for (int i = 0; i < HALF; i++) {
            RING[i] = (int) Math.hypot(across(i), Math.floorDiv(i, SIDE));
            COUNTS[i] = counts(across(i), Math.floorDiv(i, SIDE), RING[i]);
        }
    }

    private final Picture picture;
    private final Frame frame;
    // Of each square, by frequency.
    private final float[][] powers = new float[PLACES.length][HALF];

    /** Where places of a face lie in the picture. */
    @FunctionalInterface
    public interface Frame {
        /** The place so many eye distances to the right of the eyes' middle and below it. */
        Point place(double across, double down);
    }

    private Moire(Picture picture, Frame frame) {
        this.picture = picture;
        this.frame = frame;
    }

    /** The highest peak, in natural logarithms of the power; NaN for a picture smaller than a square. */
    public static double peak(Picture picture, Frame frame) {
        if (picture.width() < SIDE || picture.height() < SIDE) {
            return Double.NaN;
        }
        Moire moire = new Moire(picture, frame);
        for (int i = 0; i < PLACES.length; i += 2) {
            moire.look(i, i + 1);
        }
        return peak(moire.powers);
    }

    /** One transform serves two squares. */
    private void look(int first, int second) {
        float[][] real = square(PLACES[first]);
        float[][] imaginary = square(PLACES[second]);
        Fourier.transform(real, imaginary);
        separate(real, imaginary, powers[first], powers[second]);
    }

    private float[][] square(double[] place) {
        Point middle = frame.place(place[0], place[1]);
        int left = (int) Math.max(0, Math.min(picture.width() - SIDE, middle.x() - SIDE / 2.0));
        int top = (int) Math.max(0, Math.min(picture.height() - SIDE, middle.y() - SIDE / 2.0));
        float[][] light = new float[SIDE][SIDE];
        for (int row = 0; row < SIDE; row++) {
            for (int column = 0; column < SIDE; column++) {
                light[row][column] = Greys.luma(picture.at(left + column, top + row));
            }
        }
        window(light);
        return light;
    }

    private static void window(float[][] rows) {
        double sum = 0;
        for (float[] row : rows) {
            for (float value : row) {
                sum += value;
            }
        }
        float mean = (float) (sum / (SIDE * SIDE));
        for (int row = 0; row < SIDE; row++) {
            for (int i = 0; i < SIDE; i++) {
                rows[row][i] = (rows[row][i] - mean) * WINDOW[i] * WINDOW[row];
            }
        }
    }

    /** One transform of two real pictures: the even part belongs to the first, the odd one to the second. */
    private static void separate(float[][] real, float[][] imaginary, float[] first, float[] second) {
        for (int row = 0; row < SIDE / 2; row++) {
            int other = (SIDE - row) % SIDE;
            for (int column = 0; column < SIDE; column++) {
                int mirrored = -column & SIDE - 1;
                float re = real[row][column];
                float im = imaginary[row][column];
                float otherRe = real[other][mirrored];
                float otherIm = imaginary[other][mirrored];
                first[row * SIDE + column] = (squared(re + otherRe) + squared(im - otherIm)) / 4;
                second[row * SIDE + column] = (squared(im + otherIm) + squared(re - otherRe)) / 4;
            }
        }
    }

    private static float squared(float value) {
        return value * value;
    }

    /** How far the median over the squares rises above the usual at its frequency and above what is beside it. */
    private static double peak(float[][] powers) {
        sort(powers);
        double[] middle = new double[HALF];
        Sample[] rings = new Sample[SIDE / 2];
        Arrays.setAll(rings, ring -> new Sample());
        for (int i = 0; i < HALF; i++) {
            middle[i] = middle(powers, i);
            if (RING[i] < rings.length) {
                rings[RING[i]].add(middle[i]);
            }
        }
        double[] usual = Arrays.stream(rings).mapToDouble(Sample::median).toArray();
        double highest = 1;
        for (int i = 0; i < HALF; i++) {
            if (COUNTS[i] && middle[i] > highest * usual[RING[i]] && isAbove(middle, i, middle[i] / highest)) {
                highest = Math.min(middle[i] / usual[RING[i]], middle[i] / beside(middle, i));
            }
        }
        // The logarithm keeps the order, so one is enough; half of it undoes the square.
        return Math.log(highest) / 2;
    }

    /** Whether what is beside a peak is below a limit, by and large. */
    private static boolean isAbove(double[] middle, int peak, double limit) {
        int higher = 0;
        for (int down = -BESIDE; down <= BESIDE; down++) {
            for (int across = -BESIDE; across <= BESIDE; across++) {
                if (isBeside(across, down) && middle[neighbour(peak, across, down)] >= limit) {
                    higher++;
                    if (higher > MOST_AS_HIGH) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** The power that few of those beside a peak exceed. */
    private static double beside(double[] middle, int peak) {
        double[] values = new double[NEIGHBOURS];
        int count = 0;
        for (int down = -BESIDE; down <= BESIDE; down++) {
            for (int across = -BESIDE; across <= BESIDE; across++) {
                if (isBeside(across, down)) {
                    values[count] = middle[neighbour(peak, across, down)];
                    count++;
                }
            }
        }
        Arrays.sort(values);
        return values[NEIGHBOURS - 1 - MOST_AS_HIGH];
    }

    private static boolean isBeside(int across, int down) {
        return Math.max(Math.abs(across), Math.abs(down)) > OWN;
    }

    /** Beyond the first row lies the other half of the spectrum, which is the same turned round. */
    private static int neighbour(int i, int across, int down) {
        int row = Math.floorDiv(i, SIDE) + down;
        int column = i % SIDE + across;
        return row < 0 ? -row * SIDE + (-column & SIDE - 1) : Math.min(row, SIDE / 2 - 1) * SIDE + (column & SIDE - 1);
    }

    /** Sorts the powers of each frequency; all frequencies take part in each step, side by side. */
    private static void sort(float[][] powers) {
        for (int last = powers.length - 1; last > 0; last--) {
            for (int k = 0; k < last; k++) {
                order(powers[k], powers[k + 1]);
            }
        }
    }

    private static void order(float[] lesser, float[] greater) {
        for (int i = 0; i < HALF; i++) {
            float least = Math.min(lesser[i], greater[i]);
            greater[i] = Math.max(lesser[i], greater[i]);
            lesser[i] = least;
        }
    }

    /** The square of the median of an even number of powers, one added to each, as the mean of logarithms has it. */
    private static double middle(float[][] sorted, int i) {
        int half = sorted.length / 2;
        return (1 + (double) sorted[half - 1][i]) * (1 + (double) sorted[half][i]);
    }

    private static int across(int i) {
        int column = i % SIDE;
        return column <= SIDE / 2 ? column : column - SIDE;
    }

    private static boolean counts(int across, int down, int ring) {
        return ring >= LOWEST && ring < SIDE / 2 && !(isBlock(across) && isBlock(down));
    }

    private static boolean isBlock(int frequency) {
        int rest = Math.floorMod(frequency, BLOCK_STEP);
        return rest <= 1 || rest == BLOCK_STEP - 1;
    }
}
