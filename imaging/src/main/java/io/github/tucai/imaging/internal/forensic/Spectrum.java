package io.github.tucai.imaging.internal.forensic;

import io.github.tucai.imaging.internal.pixel.Box;
import io.github.tucai.imaging.internal.pixel.Greys;
import io.github.tucai.imaging.internal.pixel.MeasureSink;
import io.github.tucai.imaging.internal.pixel.Picture;
import io.github.tucai.imaging.internal.pixel.Point;
import io.github.tucai.photo.Measures;
import java.util.Arrays;

/** Up to which spatial frequency the face holds detail: a picture that was enlarged has none in its upper part. */
public final class Spectrum {
    private static final int LENGTH = 64;
    private static final int FREQUENCIES = LENGTH / 2;
    private static final int LEAST_SEGMENTS = 16;
    // The power of natural pictures falls with the square of the frequency; weighed by it, their spectrum is flat.
    private static final double DETAIL_SHARE = 0.95;

    private static final double[] WINDOW = new double[LENGTH];
    // By place, then by frequency: all frequencies take part in each step, side by side.
    private static final double[][] COSINE = new double[FREQUENCIES][FREQUENCIES + 1];
    private static final double[][] SINE = new double[FREQUENCIES][FREQUENCIES + 1];

    static {
        for (int i = 0; i < LENGTH; i++) {
            WINDOW[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * (i + 0.5) / LENGTH);
        }
        for (int i = 0; i < FREQUENCIES; i++) {
            for (int frequency = 0; frequency <= FREQUENCIES; frequency++) {
                double phase = 2 * Math.PI * (frequency * i % LENGTH) / LENGTH;
                COSINE[i][frequency] = Math.cos(phase);
                SINE[i][frequency] = Math.sin(phase);
            }
        }
    }

    private final Picture picture;
    private final double[] power = new double[FREQUENCIES + 1];
    private final double[] values = new double[LENGTH];
    private final double[] even = new double[FREQUENCIES + 1];
    private final double[] odd = new double[FREQUENCIES + 1];
    private int segments;

    private Spectrum(Picture picture) {
        this.picture = picture;
    }

    /**
     * Looks at the picture's own pixels about the eyes, where faces have most detail.
     *
     * @param eyes half-way between them
     * @param unit their distance
     * @param presence how sure it is that there is a face, 0 to 1
     */
    public static void measure(Picture picture, Point eyes, double unit, double presence, MeasureSink sink) {
        Spectrum spectrum = new Spectrum(picture);
        int left = (int) (eyes.x() - unit);
        int right = (int) (eyes.x() + unit);
        int top = (int) (eyes.y() - 0.6 * unit);
        int bottom = (int) (eyes.y() + 1.4 * unit);
        spectrum.addSegments(left, right, top, bottom, true);
        spectrum.addSegments(top, bottom, left, right, false);
        if (spectrum.segments >= LEAST_SEGMENTS) {
            double confidence = presence * Math.min(1, unit / 60);
            sink.add(Measures.SPECTRUM_CUTOFF, spectrum.cutoff(), new Box(left, top, right, bottom), confidence);
        }
    }

    private void addSegments(int from, int to, int firstLine, int lastLine, boolean isRow) {
        for (int line = firstLine; line < lastLine; line += 4) {
            for (int start = from; start + LENGTH <= to; start += LENGTH / 2) {
                add(line, start, isRow);
            }
        }
    }

    private void add(int line, int start, boolean isRow) {
        double mean = 0;
        for (int i = 0; i < LENGTH; i++) {
            int pixel = isRow ? picture.nearest(start + i, line) : picture.nearest(line, start + i);
            values[i] = Greys.luma(pixel);
            mean += values[i] / LENGTH;
        }
        for (int i = 0; i < LENGTH; i++) {
            values[i] = (values[i] - mean) * WINDOW[i];
        }
        addPower();
        segments++;
    }

    /** A Fourier transform that takes places in pairs, for which the cosines are alike and the sines opposite. */
    private void addPower() {
        Arrays.fill(odd, 0);
        for (int frequency = 0; frequency <= FREQUENCIES; frequency++) {
            // The middle place has no partner; its cosine is 1 or -1.
            even[frequency] = values[0] + (frequency % 2 == 0 ? values[FREQUENCIES] : -values[FREQUENCIES]);
        }
        for (int i = 1; i < FREQUENCIES; i++) {
            addTo(even, COSINE[i], values[i] + values[LENGTH - i]);
            addTo(odd, SINE[i], values[i] - values[LENGTH - i]);
        }
        for (int frequency = 1; frequency <= FREQUENCIES; frequency++) {
            power[frequency] += even[frequency] * even[frequency] + odd[frequency] * odd[frequency];
        }
    }

    private static void addTo(double[] sums, double[] waves, double value) {
        for (int frequency = 0; frequency <= FREQUENCIES; frequency++) {
            sums[frequency] += value * waves[frequency];
        }
    }

    private double cutoff() {
        double total = 0;
        for (int frequency = 1; frequency <= FREQUENCIES; frequency++) {
            total += power[frequency] * frequency * frequency;
        }
        double sum = 0;
        for (int frequency = 1; frequency <= FREQUENCIES; frequency++) {
            double next = power[frequency] * frequency * frequency;
            if (sum + next >= DETAIL_SHARE * total) {
                // Between this frequency and the one before, so that the measure has no steps.
                return (frequency - 1 + (DETAIL_SHARE * total - sum) / next) / FREQUENCIES;
            }
            sum += next;
        }
        return 1;
    }
}
