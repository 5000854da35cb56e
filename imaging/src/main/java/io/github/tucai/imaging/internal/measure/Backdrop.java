package io.github.tucai.imaging.internal.measure;

import io.github.tucai.imaging.internal.model.PersonMask;
import io.github.tucai.imaging.internal.pixel.ColourSample;
import io.github.tucai.imaging.internal.pixel.CurvedSurface;
import io.github.tucai.imaging.internal.pixel.Lab;
import io.github.tucai.imaging.internal.pixel.MeasureSink;
import io.github.tucai.imaging.internal.pixel.Plane;
import io.github.tucai.imaging.internal.pixel.Sample;
import io.github.tucai.imaging.internal.pixel.Tile;
import io.github.tucai.photo.Measures;

/** Colour and evenness of the background. */
final class Backdrop {
    private static final double LEAST_SHARE = 0.02;
    // Pixels of the mask between the person and what counts as background, and what counts as close beside it.
    private static final int GAP = 5;
    private static final int BESIDE = 16;
    private static final int FAR = 36;
    private static final double CLEAR_DIFFERENCE = 10;
    // In L* over two pixels of the mask.
    private static final double SEEN_EDGE = 2;
    private static final double MOST_GREY_CHROMA = 14;
    // Every third pixel is plenty for areas of colour; 3 does not divide the width, so all columns take part.
    private static final int STEP = 3;

    private final PersonMask mask;
    private final Lab colours;
    private final int[] distances;

    private Backdrop(PersonMask mask, Lab colours) {
        this.mask = mask;
        this.colours = colours;
        this.distances = distances(mask);
    }

    /**
     * Measures the background.
     *
     * @param below rows from here on, such as those of the shoulders, do not count for a shadow
     */
    static void measure(PersonMask mask, Lab colours, double below, MeasureSink sink) {
        new Backdrop(mask, colours).tell(below, sink);
    }

    private void tell(double below, MeasureSink sink) {
        ColourSample all = new ColourSample();
        for (int i = 0; i < distances.length; i += STEP) {
            if (isBackground(i)) {
                all.add(colours, i);
            }
        }
        double share = (double) all.size() * STEP / distances.length;
        sink.add(Measures.BACKGROUND_AREA, share);
        if (share < LEAST_SHARE) {
            return;
        }
        sink.add(
                Measures.BACKGROUND_SPREAD,
                Math.sqrt(all.lightness().variance()
                        + all.a().variance()
                        + all.b().variance()));
        sink.add(Measures.BACKGROUND_L, all.lightness().median());
        sink.add(Measures.BACKGROUND_A, all.a().median());
        sink.add(Measures.BACKGROUND_B, all.b().median());
        planes(sink);
        objects(sink);
        edges(sink);
        shadow(below, sink);
        temperature(all, sink);
    }

    private boolean isBackground(int i) {
        return distances[i] > GAP;
    }

    private void planes(MeasureSink sink) {
        Plane first = Plane.fit(STEP, this::isBackground, colours, Double.POSITIVE_INFINITY, null);
        // Once more without what stands out, so that a picture on the wall does not tilt the plane.
        Plane plane = Plane.fit(STEP, this::isBackground, colours, CLEAR_DIFFERENCE, first);
        sink.add(Measures.BACKGROUND_GRADIENT, plane.change());
    }

    /** A wall under a lamp is lighter in the middle, which a curved surface follows and an object does not. */
    private void objects(MeasureSink sink) {
        CurvedSurface surface = CurvedSurface.fit(STEP, this::isBackground, colours);
        int background = 0;
        int objects = 0;
        for (int i = 0; i < distances.length; i += STEP) {
            if (isBackground(i)) {
                background++;
                objects += surface.residual(colours, i) > CLEAR_DIFFERENCE ? 1 : 0;
            }
        }
        sink.add(Measures.BACKGROUND_OBJECTS, (double) objects / background);
    }

    /** Edges show texture and blurred things that differ little from the wall; noise makes none in the mean of nine pixels. */
    private void edges(MeasureSink sink) {
        float[] light = colours.lightnesses();
        int seen = 0;
        int edges = 0;
        for (int i = 0; i < distances.length; i += STEP) {
            int column = i % Tile.SIZE;
            int row = i / Tile.SIZE;
            if (isBackground(i) && column >= 2 && row >= 2 && column < Tile.SIZE - 2 && row < Tile.SIZE - 2) {
                seen++;
                // The column (or row) that both means share cancels out.
                double along = across(light, i + 1, Tile.SIZE)
                        + across(light, i + 2, Tile.SIZE)
                        - across(light, i - 1, Tile.SIZE)
                        - across(light, i - 2, Tile.SIZE);
                double down = across(light, i + Tile.SIZE, 1)
                        + across(light, i + 2 * Tile.SIZE, 1)
                        - across(light, i - Tile.SIZE, 1)
                        - across(light, i - 2 * Tile.SIZE, 1);
                edges += along * along + down * down > 81 * SEEN_EDGE * SEEN_EDGE ? 1 : 0;
            }
        }
        if (seen > 0) {
            sink.add(Measures.BACKGROUND_EDGES, (double) edges / seen);
        }
    }

    /** The sum of a pixel and its neighbours on both sides. */
    private static double across(float[] light, int i, int step) {
        return (double) light[i - step] + light[i] + light[i + step];
    }

    /** Of the light, where a grey wall shows it: the wall's own colour cannot be told from that of a lamp. */
    private void temperature(ColourSample all, MeasureSink sink) {
        if (Math.hypot(all.a().median(), all.b().median()) > MOST_GREY_CHROMA
                || all.lightness().median() < 20) {
            return;
        }
        double y = (all.lightness().median() + 16) / 116;
        double bigX = 0.95047 * cube(y + all.a().median() / 500);
        double bigY = cube(y);
        double bigZ = 1.08883 * cube(y - all.b().median() / 200);
        double sum = bigX + bigY + bigZ;
        // McCamy's approximation, good to a few kelvin between 2800 and 6500 and usable from 2000 to 12500.
        double n = (bigX / sum - 0.3320) / (0.1858 - bigY / sum);
        double kelvin = 449 * n * n * n + 3525 * n * n + 6823.3 * n + 5520.33;
        if (kelvin >= 2000 && kelvin <= 12500) {
            sink.add(Measures.LIGHT_TEMPERATURE, kelvin, null, 0.5);
        }
    }

    private static double cube(double value) {
        return value * value * value;
    }

    private void shadow(double below, MeasureSink sink) {
        int lastRow = Math.min(Tile.SIZE, Math.max(0, mask.row(below)));
        double left = shadow(0, Tile.SIZE / 2, lastRow);
        double right = shadow(Tile.SIZE / 2, Tile.SIZE, lastRow);
        double worse = Double.isNaN(left) || right > left ? right : left;
        sink.add(Measures.BACKGROUND_SHADOW, worse);
    }

    private double shadow(int fromColumn, int toColumn, int lastRow) {
        Sample beside = new Sample();
        Sample far = new Sample();
        for (int row = 0; row < lastRow; row++) {
            for (int column = fromColumn; column < toColumn; column++) {
                int i = row * Tile.SIZE + column;
                if (distances[i] > FAR) {
                    far.add(colours.lightness(i));
                } else if (distances[i] > GAP && distances[i] <= BESIDE) {
                    beside.add(colours.lightness(i));
                }
            }
        }
        return Math.min(beside.size(), far.size()) < 200 ? Double.NaN : far.median() - beside.quantile(0.25);
    }

    /** Steps to the nearest pixel that may belong to a person. */
    private static int[] distances(PersonMask mask) {
        int size = Tile.SIZE;
        int[] distances = new int[size * size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                int i = row * size + column;
                int above = row > 0 ? distances[i - size] : size;
                int left = column > 0 ? distances[i - 1] : size;
                distances[i] = mask.at(column, row) > 0.1f ? 0 : Math.min(above, left) + 1;
            }
        }
        for (int i = distances.length - 1; i >= 0; i--) {
            int under = i + size < distances.length ? distances[i + size] : size;
            int right = i % size < size - 1 ? distances[i + 1] : size;
            distances[i] = Math.min(distances[i], Math.min(under, right) + 1);
        }
        return distances;
    }
}
