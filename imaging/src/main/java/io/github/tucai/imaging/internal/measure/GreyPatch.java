package io.github.tucai.imaging.internal.measure;

import io.github.tucai.imaging.internal.model.Picture;
import io.github.tucai.imaging.internal.model.Point;

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
        GreyPatch patch = new GreyPatch(width, height);
        double perPixel = face.frame().unit() / pixelsPerUnit;
        int taps = (int) Math.max(1, Math.ceil(perPixel));
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                patch.values[y * width + x] = average(face, zone, pixelsPerUnit, taps, x, y);
            }
        }
        return patch;
    }

    private static float average(Face face, Box zone, double pixelsPerUnit, int taps, int x, int y) {
        float sum = 0;
        for (int row = 0; row < taps; row++) {
            for (int column = 0; column < taps; column++) {
                Point place = face.frame()
                        .place(
                                zone.left() + (x + (column + 0.5) / taps) / pixelsPerUnit,
                                zone.top() + (y + (row + 0.5) / taps) / pixelsPerUnit);
                sum += bilinear(face.picture(), place.x() - 0.5, place.y() - 0.5);
            }
        }
        return sum / (taps * taps);
    }

    private static float bilinear(Picture picture, double x, double y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        float right = (float) (x - left);
        float bottom = (float) (y - top);
        float upper = luma(picture.nearest(left, top)) * (1 - right) + luma(picture.nearest(left + 1, top)) * right;
        float lower =
                luma(picture.nearest(left, top + 1)) * (1 - right) + luma(picture.nearest(left + 1, top + 1)) * right;
        return upper * (1 - bottom) + lower * bottom;
    }

    /** A square of the picture's own pixels. */
    static GreyPatch square(Picture picture, int left, int top, int size) {
        GreyPatch patch = new GreyPatch(size, size);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                patch.values[y * size + x] = luma(picture.nearest(left + x, top + y));
            }
        }
        return patch;
    }

    static float luma(int rgb) {
        return 0.299f * (rgb >> 16 & 255) + 0.587f * (rgb >> 8 & 255) + 0.114f * (rgb & 255);
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

    /** The same with each pixel the mean of the square about it. */
    GreyPatch smoothed(int reach) {
        GreyPatch rows = new GreyPatch(width, height);
        GreyPatch both = new GreyPatch(width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                float sum = 0;
                for (int k = x - reach; k <= x + reach; k++) {
                    sum += at(Math.max(0, Math.min(width - 1, k)), y);
                }
                rows.values[y * width + x] = sum / (2 * reach + 1);
            }
        }
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                float sum = 0;
                for (int k = y - reach; k <= y + reach; k++) {
                    sum += rows.at(x, Math.max(0, Math.min(height - 1, k)));
                }
                both.values[y * width + x] = sum / (2 * reach + 1);
            }
        }
        return both;
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
