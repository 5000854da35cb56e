package io.github.tucai.imaging.internal.pixel;

/**
 * A rectangle of a picture, possibly turned and reaching outside.
 *
 * @param angle in radians, clockwise as the picture shows it
 */
public record Crop(double centreX, double centreY, double width, double height, double angle) {
    /** What lies outside the picture. */
    public enum Outside {
        /** Black. */
        BLACK,
        /** The nearest pixel of the picture. */
        EDGE
    }

    /** The whole picture, stretched. */
    public static Crop whole(Picture picture) {
        return new Crop(picture.width() / 2.0, picture.height() / 2.0, picture.width(), picture.height(), 0);
    }

    /** The smallest square round the whole picture. */
    public static Crop letterbox(Picture picture) {
        double side = Math.max(picture.width(), picture.height());
        return new Crop(picture.width() / 2.0, picture.height() / 2.0, side, side, 0);
    }

    /** An upright square. */
    public static Crop square(double centreX, double centreY, double side) {
        return new Crop(centreX, centreY, side, side, 0);
    }

    /** Where in the picture a place of the crop lies; both coordinates run from 0 to 1 over the crop. */
    public double x(double across, double down) {
        return centreX + (across - 0.5) * width * Math.cos(angle) - (down - 0.5) * height * Math.sin(angle);
    }

    /** As {@link #x}, the vertical coordinate. */
    public double y(double across, double down) {
        return centreY + (across - 0.5) * width * Math.sin(angle) + (down - 0.5) * height * Math.cos(angle);
    }

    /**
     * The crop resampled bilinearly to {@code columns * rows} pixels of red, green and blue.
     *
     * @param factor multiplies every value of 0 to 255
     * @param offset is added afterwards
     */
    public float[] sample(Picture picture, int columns, int rows, Outside outside, float factor, float offset) {
        if (angle == 0) {
            Taps across = Taps.of(centreX, width, columns, picture.width(), outside);
            Taps down = Taps.of(centreY, height, rows, picture.height(), outside);
            return picture.bilinear(across, down, factor, offset);
        }
        float[] samples = new float[columns * rows * 3];
        double stepXx = Math.cos(angle) * width / columns;
        double stepXy = Math.sin(angle) * width / columns;
        int i = 0;
        for (int row = 0; row < rows; row++) {
            double down = (row + 0.5) / rows;
            double x = x(0.5 / columns, down) - 0.5;
            double y = y(0.5 / columns, down) - 0.5;
            for (int column = 0; column < columns; column++) {
                if (picture.surrounds(x, y)) {
                    picture.bilinear(x, y, factor, offset, samples, i);
                } else {
                    atEdge(picture, x, y, outside, samples, i);
                    for (int k = i; k < i + 3; k++) {
                        samples[k] = samples[k] * factor + offset;
                    }
                }
                i += 3;
                x += stepXx;
                y += stepXy;
            }
        }
        return samples;
    }

    /**
     * Between which two pixels of one axis each sample of an upright crop lies, and how much of each it takes. What lies
     * outside stands for the nearest pixel inside, or weighs nothing.
     */
    static final class Taps {
        final int[] first;
        final int[] second;
        final float[] ofFirst;
        final float[] ofSecond;

        private Taps(int count) {
            first = new int[count];
            second = new int[count];
            ofFirst = new float[count];
            ofSecond = new float[count];
        }

        private static Taps of(double centre, double length, int count, int pixels, Outside outside) {
            Taps taps = new Taps(count);
            for (int i = 0; i < count; i++) {
                double place = centre + ((i + 0.5) / count - 0.5) * length - 0.5;
                int before = (int) Math.floor(place);
                float share = (float) (place - before);
                taps.first[i] = Math.max(0, Math.min(pixels - 1, before));
                taps.second[i] = Math.max(0, Math.min(pixels - 1, before + 1));
                boolean repeats = outside == Outside.EDGE;
                taps.ofFirst[i] = repeats || taps.first[i] == before ? 1 - share : 0;
                taps.ofSecond[i] = repeats || taps.second[i] == before + 1 ? share : 0;
            }
            return taps;
        }

        int count() {
            return first.length;
        }
    }

    private static void atEdge(Picture picture, double x, double y, Outside outside, float[] target, int at) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        float right = (float) (x - left);
        float bottom = (float) (y - top);
        addTo(target, at, picture, left, top, (1 - right) * (1 - bottom), outside);
        addTo(target, at, picture, left + 1, top, right * (1 - bottom), outside);
        addTo(target, at, picture, left, top + 1, (1 - right) * bottom, outside);
        addTo(target, at, picture, left + 1, top + 1, right * bottom, outside);
    }

    private static void addTo(float[] target, int at, Picture picture, int x, int y, float weight, Outside outside) {
        int pixel;
        if (picture.contains(x, y)) {
            pixel = picture.at(x, y);
        } else if (outside == Outside.EDGE) {
            pixel = picture.nearest(x, y);
        } else {
            return;
        }
        target[at] += weight * (pixel >> 16 & 255);
        target[at + 1] += weight * (pixel >> 8 & 255);
        target[at + 2] += weight * (pixel & 255);
    }
}
