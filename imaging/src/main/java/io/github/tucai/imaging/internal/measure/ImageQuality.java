package io.github.tucai.imaging.internal.measure;

import io.github.tucai.imaging.internal.pixel.Box;
import io.github.tucai.imaging.internal.pixel.Greys;
import io.github.tucai.imaging.internal.pixel.MeasureSink;
import io.github.tucai.imaging.internal.pixel.Picture;
import io.github.tucai.imaging.internal.pixel.Sample;
import io.github.tucai.photo.Measures;
import java.util.Arrays;

/** Sharpness, noise and traces of compression. */
final class ImageQuality {
    private static final Box EYES = new Box(-0.9, -0.35, 0.9, 0.35);
    private static final double EYE_PIXELS = 96;
    private static final int BLOCK = 8;
    private static final int GRID_LINES = 7;
    private static final int MOST_GRID = 15;
    private static final double MOST_LINE = 16;
    // Luma of 0 to 255 in L* of 0 to 100, near the middle of the scale.
    private static final double LIGHTNESS_PER_LEVEL = 100.0 / 255;

    private ImageQuality() {}

    static void sharpness(Face face, MeasureSink sink) {
        GreyPatch patch = GreyPatch.of(face, EYES, EYE_PIXELS);
        // Noise would pass for detail where the picture shows hardly anything.
        double contrast = patch.variance() + 4;
        double fine = patch.differences(1, 0) + patch.differences(0, 1);
        double confidence =
                face.landmarks().presence() * Math.min(1, face.frame().unit() / 40);
        Box box = Landmark.EYES.stream()
                .map(eye -> face.box(eye.brow()).and(face.box(eye.outline())))
                .reduce(Box::and)
                .orElseThrow();
        sink.add(Measures.SHARPNESS, fine / contrast, box, confidence);
        sink.add(Measures.MOTION, motion(patch), box, confidence);
    }

    /** Compares, in four directions, the differences over one pixel with those over four. */
    private static double motion(GreyPatch patch) {
        double[] ratios = {
            patch.differences(1, 0) / patch.differences(4, 0),
            patch.differences(0, 1) / patch.differences(0, 4),
            patch.differences(1, 1) / patch.differences(4, 4),
            patch.differences(1, -1) / patch.differences(4, -4)
        };
        double least = Math.min(Math.min(ratios[0], ratios[1]), Math.min(ratios[2], ratios[3]));
        double most = Math.max(Math.max(ratios[0], ratios[1]), Math.max(ratios[2], ratios[3]));
        return most == 0 ? 0 : 1 - least / most;
    }

    static void whole(Picture picture, MeasureSink sink) {
        sink.add(Measures.NOISE, noise(picture) * LIGHTNESS_PER_LEVEL);
        blockiness(picture, sink);
        sink.add(Measures.BLOCK_GRID, Math.max(grid(picture, true), grid(picture, false)));
    }

    /**
     * The spread that is left in the flattest tenth of all blocks after taking out slopes: Immerkær's mask, the
     * bend down the picture of the bend across it, whose answer to noise of deviation 1 has the deviation 6.
     */
    private static double noise(Picture picture) {
        Sample blocks = new Sample();
        float[] bends = new float[(BLOCK + 2) * BLOCK];
        for (int top = 1; top + BLOCK < picture.height(); top += 2 * BLOCK) {
            for (int left = 1; left + BLOCK < picture.width(); left += 2 * BLOCK) {
                bends(picture, left, top, bends);
                blocks.add(blockNoise(bends));
            }
        }
        return blocks.quantile(0.1);
    }

    /** How much each pixel of a block, and of the rows above and under it, bends away from those on both sides. */
    private static void bends(Picture picture, int left, int top, float[] bends) {
        int i = 0;
        for (int y = top - 1; y <= top + BLOCK; y++) {
            float before = luma(picture, left - 1, y);
            float here = luma(picture, left, y);
            for (int x = left + 1; x <= left + BLOCK; x++) {
                float after = luma(picture, x, y);
                bends[i++] = before - 2 * here + after;
                before = here;
                here = after;
            }
        }
    }

    private static double blockNoise(float[] bends) {
        double squares = 0;
        for (int row = 1; row <= BLOCK; row++) {
            // A sum for each row, so that one need not wait for the other.
            double ofRow = 0;
            for (int i = row * BLOCK; i < (row + 1) * BLOCK; i++) {
                double response = bends[i - BLOCK] - 2 * bends[i] + bends[i + BLOCK];
                ofRow += response * response;
            }
            squares += ofRow;
        }
        return Math.sqrt(squares / (BLOCK * BLOCK)) / 6;
    }

    private static float luma(Picture picture, int x, int y) {
        return Greys.luma(picture.at(x, y));
    }

    /** Steps across the edges of the 8 × 8 blocks of JPEG, by the steps beside them. */
    private static void blockiness(Picture picture, MeasureSink sink) {
        double on = 0;
        double off = 0;
        int rows = 0;
        for (int y = BLOCK; y < picture.height() - BLOCK; y += 3) {
            for (int x = BLOCK; x < picture.width() - BLOCK; x += BLOCK) {
                on += Math.abs(luma(picture, x, y) - luma(picture, x - 1, y));
                off += Math.abs(luma(picture, x - 1, y) - luma(picture, x - 2, y));
                off += Math.abs(luma(picture, x + 1, y) - luma(picture, x, y));
                rows++;
            }
        }
        // A constant of a tenth of a level: in drawn pictures most steps are 0.
        double floor = 0.1 * rows;
        sink.add(Measures.BLOCKINESS, rows == 0 ? 1 : (on + floor) / (off / 2 + floor));
    }

    /** Keeps one strong line, such as a frame's, from passing for a grid; returns the sum. */
    private static double capped(double[] values, double most) {
        double total = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.min(values[i], most);
            total += values[i];
        }
        return total;
    }

    /** From each column to the one before, of every so many rows. */
    private static double[] stepsAcross(Picture picture) {
        double[] steps = new double[picture.width()];
        for (int y = 0; y < picture.height(); y += GRID_LINES) {
            float last = luma(picture, 0, y);
            for (int x = 1; x < steps.length; x++) {
                float next = luma(picture, x, y);
                steps[x] += Math.abs(next - last);
                last = next;
            }
        }
        return steps;
    }

    /** From each row to the one before, of every so many columns. */
    private static double[] stepsDown(Picture picture) {
        double[] steps = new double[picture.height()];
        float[] last = new float[(picture.width() + GRID_LINES - 1) / GRID_LINES];
        for (int y = 0; y < steps.length; y++) {
            double step = 0;
            for (int i = 0; i < last.length; i++) {
                float next = luma(picture, i * GRID_LINES, y);
                step += Math.abs(next - last[i]);
                last[i] = next;
            }
            steps[y] = y == 0 ? 0 : step;
        }
        return steps;
    }

    /** Steps between the columns (or rows) on the best grid of squares by those off it; JPEG's own grid does not count. */
    private static double grid(Picture picture, boolean isAcross) {
        int length = isAcross ? picture.width() : picture.height();
        int breadth = isAcross ? picture.height() : picture.width();
        double[] steps = isAcross ? stepsAcross(picture) : stepsDown(picture);
        double total = Arrays.stream(steps).sum();
        total = capped(steps, MOST_LINE * total / length);
        double floor = 0.1 * length * breadth / GRID_LINES;
        double best = 1;
        for (int side = 2; side <= MOST_GRID; side++) {
            for (int phase = 0; phase < side && side % BLOCK != 0; phase++) {
                double on = 0;
                int lines = 0;
                for (int at = phase; at < length; at += side) {
                    on += steps[at];
                    lines++;
                }
                double off = (total - on + floor) / (length - lines);
                best = Math.max(best, (on + floor * lines / length) / lines / off);
            }
        }
        return best;
    }
}
