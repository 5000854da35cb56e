package io.github.tucai.imaging.internal.measure;

import io.github.tucai.imaging.internal.pixel.Box;
import io.github.tucai.imaging.internal.pixel.MeasureSink;
import io.github.tucai.imaging.internal.pixel.Sample;
import io.github.tucai.photo.Measures;
import java.util.OptionalDouble;

/**
 * Stripes, checks and prints of the top: lines and spots of another colour than what lies on both sides of them.
 *
 * <p>The edge between two garments has another colour on one side only, and shading moves along the line from black through
 * the colour of the fabric, so neither counts as much. Noise and felted yarn, which are alike in all directions, are
 * subtracted as far as a chequerboard of four cells shows them, which no stripe along rows or columns does.
 */
final class Weave {
    /** Cells from the middle of a line to what it is compared with. */
    private static final int[] REACHES = {2, 3};

    private static final int MARGIN = 4;
    private static final double MOSTLY = 0.98;
    /** How much of a difference along the shading counts, in squares. */
    private static final float SHADING = 0.06f;

    private static final double QUANTILE = 0.8;
    /** So much of the chequerboard's median square is noise; found with noise as photos have it, softened by JPEG. */
    private static final double NOISE = 0.35;
    /** More than this is no noise that a photo has, but small checks. */
    private static final double MOST_NOISE = 60;
    /** In squared eye distances. */
    private static final double LEAST_AREA = 0.5;

    private final Cloth cloth;
    private final float[] rawL;
    private final float[] rawA;
    private final float[] rawB;
    private final float[] softL;
    private final float[] softA;
    private final float[] softB;

    private Weave(Cloth cloth) {
        this.cloth = cloth;
        this.rawL = cloth.colours().lightnesses();
        this.rawA = cloth.colours().as();
        this.rawB = cloth.colours().bs();
        this.softL = soft(rawL);
        this.softA = soft(rawA);
        this.softB = soft(rawB);
    }

    /** How far beyond the clothes {@link Cloth} has to reach. */
    static int margin() {
        return MARGIN + 1;
    }

    static void measure(Cloth cloth, Box box, double confidence, MeasureSink sink) {
        lines(cloth).ifPresent(lines -> sink.add(Measures.CLOTHES_LINES, lines, box, confidence));
    }

    /** Empty where too little of the top is seen: a tie alone says nothing about it. */
    static OptionalDouble lines(Cloth cloth) {
        Weave weave = new Weave(cloth);
        Sample along = new Sample();
        Sample down = new Sample();
        Sample noise = new Sample();
        for (int row = 0; row < cloth.height(); row++) {
            // Every second cell tells as much as all.
            for (int column = row % 2; column < cloth.width(); column += 2) {
                if (cloth.isInside(column, row, MARGIN, MOSTLY)) {
                    int i = row * cloth.width() + column;
                    along.add(weave.line(i, 1));
                    down.add(weave.line(i, cloth.width()));
                    noise.add(weave.chequer(i));
                }
            }
        }
        if (2 * along.size() < LEAST_AREA * Cloth.PER_UNIT * Cloth.PER_UNIT) {
            return OptionalDouble.empty();
        }
        double lines = Math.max(along.quantile(QUANTILE), down.quantile(QUANTILE));
        double unwanted = NOISE * Math.min(MOST_NOISE, noise.median());
        return OptionalDouble.of(Math.sqrt(Math.max(0, lines - unwanted)));
    }

    /** The mean over three by three cells, the nearer ones counted more; means nothing at the border. */
    private float[] soft(float[] raw) {
        int width = cloth.width();
        float[] soft = new float[raw.length];
        float[] rows = new float[raw.length];
        for (int i = 1; i < raw.length - 1; i++) {
            rows[i] = (raw[i - 1] + 2 * raw[i] + raw[i + 1]) / 4;
        }
        for (int i = width; i < raw.length - width; i++) {
            soft[i] = (rows[i - width] + 2 * rows[i] + rows[i + width]) / 4;
        }
        return soft;
    }

    /** The squared difference of a cell to both sides, as far as it points the same way; the greatest over the reaches. */
    private double line(int i, int direction) {
        float greatest = 0;
        for (int reach : REACHES) {
            int before = i - reach * direction;
            int after = i + reach * direction;
            greatest = Math.max(
                    greatest,
                    product(
                            i,
                            softL[i] - softL[before],
                            softA[i] - softA[before],
                            softB[i] - softB[before],
                            softL[i] - softL[after],
                            softA[i] - softA[after],
                            softB[i] - softB[after]));
        }
        return greatest;
    }

    private double chequer(int i) {
        float l = chequer(rawL, i);
        float a = chequer(rawA, i);
        float b = chequer(rawB, i);
        return product(i, l, a, b, l, a, b);
    }

    private float chequer(float[] raw, int i) {
        int width = cloth.width();
        return raw[i] - raw[i - 1] - raw[i - width] + raw[i - width - 1];
    }

    /** The product of two differences of colour, where what goes along the shading of this cell counts less. */
    private float product(int i, float l, float a, float b, float otherL, float otherA, float otherB) {
        // Less light moves a colour straight towards L* = -16, a* = b* = 0.
        float shadeL = softL[i] + 16;
        float shadeA = softA[i];
        float shadeB = softB[i];
        float square = shadeL * shadeL + shadeA * shadeA + shadeB * shadeB;
        float shade = (l * shadeL + a * shadeA + b * shadeB) * (otherL * shadeL + otherA * shadeA + otherB * shadeB);
        return l * otherL + a * otherA + b * otherB - (1 - SHADING) * shade / square;
    }
}
