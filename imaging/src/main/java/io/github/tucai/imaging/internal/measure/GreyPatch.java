package io.github.tucai.imaging.internal.measure;

import io.github.tucai.imaging.internal.pixel.Box;
import io.github.tucai.imaging.internal.pixel.Greys;
import io.github.tucai.imaging.internal.pixel.Sample;
import java.util.Arrays;

/** A part of a picture in shades of grey, 0 to 255, at a size of one's choice. */
final class GreyPatch {
    private final int width;
    private final int height;
    private final float[] values;

    private GreyPatch(int width, int height) {
        this.width = width;
        this.height = height;
        this.values = new float[width * height];
    }

    /**
     * A zone of the face, turned upright. Where the picture has more pixels than the patch, they are averaged.
     *
     * @param pixelsPerUnit pixels of the patch for one eye distance
     */
    static GreyPatch of(Face face, Box zone, double pixelsPerUnit) {
        int width = (int) Math.round((zone.right() - zone.left()) * pixelsPerUnit);
        int height = (int) Math.round((zone.bottom() - zone.top()) * pixelsPerUnit);
        FaceFrame frame = face.frame();
        double perPixel = frame.unit() / pixelsPerUnit;
        int taps = (int) Math.max(1, Math.ceil(perPixel));
        double[] across = places(zone.left(), width * taps, pixelsPerUnit, taps);
        double[] down = places(zone.top(), height * taps, pixelsPerUnit, taps);
        Greys greys = Greys.of(
                face.picture(),
                frame.box(new Box(
                        zone.left(),
                        zone.top(),
                        zone.left() + width / pixelsPerUnit,
                        zone.top() + height / pixelsPerUnit)));
        GreyPatch patch = new GreyPatch(width, height);
        for (int row = 0; row < down.length; row++) {
            patch.addRow(greys, frame, across, down[row], row / taps * width, taps);
        }
        for (int i = 0; i < patch.values.length; i++) {
            patch.values[i] /= taps * taps;
        }
        return patch;
    }

    private static double[] places(double from, int count, double pixelsPerUnit, int taps) {
        double[] places = new double[count];
        for (int i = 0; i < count; i++) {
            places[i] = from + (Math.floorDiv(i, taps) + (i % taps + 0.5) / taps) / pixelsPerUnit;
        }
        return places;
    }

    /** Adds what lies at some places of one line of the face, a few for each pixel. */
    private void addRow(Greys greys, FaceFrame frame, double[] across, double down, int start, int taps) {
        double alongX = frame.unit() * frame.cosine();
        double alongY = frame.unit() * frame.sine();
        double x = frame.origin().x() - down * alongY;
        double y = frame.origin().y() + down * alongX;
        int tap = 0;
        int i = start;
        for (double place : across) {
            values[i] += greys.at(x + place * alongX, y + place * alongY);
            tap++;
            if (tap == taps) {
                tap = 0;
                i++;
            }
        }
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    float at(int x, int y) {
        return values[y * width + x];
    }

    /** The same with each pixel the mean of the square about it; the border goes on as it is. */
    GreyPatch smoothed(int reach) {
        GreyPatch rows = new GreyPatch(width, height);
        float[] line = new float[width + 2 * reach];
        for (int y = 0; y < height; y++) {
            System.arraycopy(values, y * width, line, reach, width);
            Arrays.fill(line, 0, reach, at(0, y));
            Arrays.fill(line, reach + width, line.length, at(width - 1, y));
            for (int k = 0; k <= 2 * reach; k++) {
                add(line, k, rows.values, y * width, width);
            }
        }
        GreyPatch both = new GreyPatch(width, height);
        for (int y = 0; y < height; y++) {
            for (int k = y - reach; k <= y + reach; k++) {
                add(rows.values, Math.max(0, Math.min(height - 1, k)) * width, both.values, y * width, width);
            }
        }
        float count = (2 * reach + 1) * (2 * reach + 1);
        for (int i = 0; i < both.values.length; i++) {
            both.values[i] /= count;
        }
        return both;
    }

    private static void add(float[] from, int at, float[] to, int start, int length) {
        for (int i = 0; i < length; i++) {
            to[start + i] += from[at + i];
        }
    }

    /** Median size of the differences from a patch of the same zone. */
    double medianDifference(GreyPatch other) {
        Sample differences = new Sample();
        for (int i = 0; i < values.length; i++) {
            differences.add(Math.abs(values[i] - other.values[i]));
        }
        return differences.median();
    }

    /** Mean square of the differences from a patch of the same zone, none counted for more than the given one. */
    double meanSquare(GreyPatch other, double most) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            double difference = values[i] - other.values[i];
            sum += Math.min(most * most, difference * difference);
        }
        return sum / values.length;
    }

    double variance() {
        double sum = 0;
        double squares = 0;
        for (float value : values) {
            sum += value;
            squares += (double) value * value;
        }
        double mean = sum / values.length;
        return squares / values.length - mean * mean;
    }

    /** Mean squared difference between pixels that lie the given step apart. */
    double differences(int stepX, int stepY) {
        double sum = 0;
        int count = 0;
        for (int y = Math.max(0, -stepY); y < height - Math.max(0, stepY); y++) {
            for (int x = 0; x < width - stepX; x++) {
                double difference = at(x + stepX, y + stepY) - at(x, y);
                sum += difference * difference;
                count++;
            }
        }
        return sum / count;
    }
}
