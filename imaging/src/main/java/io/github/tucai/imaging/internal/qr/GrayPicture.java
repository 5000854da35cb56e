package io.github.tucai.imaging.internal.qr;

import io.github.tucai.imaging.internal.decode.DecodedPhoto;
import java.util.Arrays;

/**
 * Luminance of a picture, or of a scaled, padded or inverted version of it that knows the way back to the first one's pixels.
 * The array is shared for speed and never written to.
 */
final class GrayPicture {
    private final int width;
    private final int height;
    private final byte[] luminance;
    private final double scale;
    private final int margin;

    private GrayPicture(int width, int height, byte[] luminance, double scale, int margin) {
        this.width = width;
        this.height = height;
        this.luminance = luminance;
        this.scale = scale;
        this.margin = margin;
    }

    static GrayPicture of(DecodedPhoto photo) {
        int[] rgb = photo.rgb();
        byte[] luminance = new byte[rgb.length];
        for (int i = 0; i < rgb.length; i++) {
            int pixel = rgb[i];
            int sum = (pixel >> 16 & 0xFF) * 77 + (pixel >> 8 & 0xFF) * 150 + (pixel & 0xFF) * 29;
            luminance[i] = (byte) ((sum + 128) >> 8);
        }
        return new GrayPicture(photo.width(), photo.height(), luminance, 1, 0);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    byte[] luminance() {
        return luminance;
    }

    int at(int x, int y) {
        return luminance[y * width + x] & 0xFF;
    }

    /** Luminance between pixels; the border's goes on outside. */
    double between(double x, double y) {
        double inX = Math.max(0, Math.min(width - 1, x));
        double inY = Math.max(0, Math.min(height - 1, y));
        int left = (int) inX;
        int top = (int) inY;
        int right = Math.min(left + 1, width - 1);
        int bottom = Math.min(top + 1, height - 1);
        double upper = at(left, top) + (inX - left) * (at(right, top) - at(left, top));
        double lower = at(left, bottom) + (inX - left) * (at(right, bottom) - at(left, bottom));
        return upper + (inY - top) * (lower - upper);
    }

    /** From a coordinate here, horizontal or vertical, to the first picture's. */
    double toFirst(double coordinate) {
        return (coordinate - margin) / scale;
    }

    /** From a length here to one in the first picture. */
    double lengthInFirst(double length) {
        return length / scale;
    }

    /** Smaller by means over areas, larger by linear interpolation. */
    GrayPicture scaled(double factor) {
        int newWidth = Math.max(1, (int) Math.round(width * factor));
        int newHeight = Math.max(1, (int) Math.round(height * factor));
        byte[] scaled = factor < 1 ? reduced(newWidth, newHeight) : enlarged(newWidth, newHeight);
        return new GrayPicture(newWidth, newHeight, scaled, scale * factor, (int) Math.round(margin * factor));
    }

    private byte[] reduced(int newWidth, int newHeight) {
        byte[] reduced = new byte[newWidth * newHeight];
        for (int y = 0; y < newHeight; y++) {
            int top = (int) ((long) y * height / newHeight);
            int bottom = Math.max(top + 1, (int) ((long) (y + 1) * height / newHeight));
            for (int x = 0; x < newWidth; x++) {
                int left = (int) ((long) x * width / newWidth);
                int right = Math.max(left + 1, (int) ((long) (x + 1) * width / newWidth));
                reduced[y * newWidth + x] = (byte) mean(left, top, right, bottom);
            }
        }
        return reduced;
    }

    private int mean(int left, int top, int right, int bottom) {
        int sum = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                sum += luminance[y * width + x] & 0xFF;
            }
        }
        return sum / ((right - left) * (bottom - top));
    }

    private byte[] enlarged(int newWidth, int newHeight) {
        byte[] enlarged = new byte[newWidth * newHeight];
        for (int y = 0; y < newHeight; y++) {
            float fromY = Math.max(0, (y + 0.5f) * height / newHeight - 0.5f);
            int top = Math.min((int) fromY, height - 1);
            int bottom = Math.min(top + 1, height - 1);
            for (int x = 0; x < newWidth; x++) {
                float fromX = Math.max(0, (x + 0.5f) * width / newWidth - 0.5f);
                int left = Math.min((int) fromX, width - 1);
                int right = Math.min(left + 1, width - 1);
                float upper = blend(at(left, top), at(right, top), fromX - left);
                float lower = blend(at(left, bottom), at(right, bottom), fromX - left);
                enlarged[y * newWidth + x] = (byte) (blend(upper, lower, fromY - top) + 0.5f);
            }
        }
        return enlarged;
    }

    private static float blend(float a, float b, float share) {
        return a + (b - a) * share;
    }

    /** With a white border: a code cut out without its quiet zone gets one. */
    GrayPicture padded(int border) {
        int newWidth = width + 2 * border;
        int newHeight = height + 2 * border;
        byte[] padded = new byte[newWidth * newHeight];
        Arrays.fill(padded, (byte) 255);
        for (int y = 0; y < height; y++) {
            System.arraycopy(luminance, y * width, padded, (y + border) * newWidth + border, width);
        }
        return new GrayPicture(newWidth, newHeight, padded, scale, margin + border);
    }

    /** With edges made steeper by what sets a pixel apart from the square around it. */
    GrayPicture sharpened(int reach, double amount) {
        int[][] sums = sums();
        byte[] sharpened = new byte[luminance.length];
        for (int y = 0; y < height; y++) {
            int top = Math.max(0, y - reach);
            int bottom = Math.min(height, y + reach + 1);
            for (int x = 0; x < width; x++) {
                int left = Math.max(0, x - reach);
                int right = Math.min(width, x + reach + 1);
                int sum = sums[bottom][right] - sums[top][right] - sums[bottom][left] + sums[top][left];
                double mean = (double) sum / ((right - left) * (bottom - top));
                double steeper = at(x, y) + amount * (at(x, y) - mean);
                sharpened[y * width + x] = (byte) Math.max(0, Math.min(255, Math.round(steeper)));
            }
        }
        return new GrayPicture(width, height, sharpened, scale, margin);
    }

    /** Sums of all above and left of each pixel; where they overflow, differences still come out right. */
    private int[][] sums() {
        int[][] sums = new int[height + 1][width + 1];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                sums[y + 1][x + 1] = at(x, y) + sums[y][x + 1] + sums[y + 1][x] - sums[y][x];
            }
        }
        return sums;
    }

    /** Light on dark becomes dark on light. */
    GrayPicture inverted() {
        byte[] inverted = new byte[luminance.length];
        for (int i = 0; i < luminance.length; i++) {
            inverted[i] = (byte) ~luminance[i];
        }
        return new GrayPicture(width, height, inverted, scale, margin);
    }
}
