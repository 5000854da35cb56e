package io.github.tucai.imaging.internal.decode;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.util.Arrays;

/**
 * Pixels as stored, 8 bits a sample, interleaved row by row: three channels blue, green, red, or four of ink (0 = none). The
 * array is shared for speed.
 */
final class StoredPixels {
    private static final int OPAQUE = 255;

    private final int width;
    private final int height;
    private final int channels;
    private final byte[] samples;

    StoredPixels(int width, int height, int channels, byte[] samples) {
        this.width = width;
        this.height = height;
        this.channels = channels;
        this.samples = samples;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int channels() {
        return channels;
    }

    byte[] samples() {
        return samples;
    }

    /** Takes an image of any depth; transparent pixels are laid over white. */
    static StoredPixels of(BufferedImage image) {
        Raster raster = image.getRaster();
        if (image.getType() == BufferedImage.TYPE_3BYTE_BGR && raster.getDataBuffer() instanceof DataBufferByte bytes) {
            return new StoredPixels(image.getWidth(), image.getHeight(), 3, bytes.getData());
        }
        byte[] bgr = new byte[image.getWidth() * image.getHeight() * 3];
        if (image.getColorModel() instanceof IndexColorModel palette) {
            fillFromPalette(raster, palette, bgr);
        } else {
            fillFromBands(raster, bgr);
        }
        return new StoredPixels(image.getWidth(), image.getHeight(), 3, bgr);
    }

    private static void fillFromPalette(Raster raster, IndexColorModel palette, byte[] bgr) {
        int[] colours = new int[palette.getMapSize()];
        palette.getRGBs(colours);
        int[] row = new int[raster.getWidth()];
        int at = 0;
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getSamples(raster.getMinX(), raster.getMinY() + y, row.length, 1, 0, row);
            for (int index : row) {
                int argb = index < colours.length ? colours[index] : 0;
                int alpha = argb >>> 24;
                bgr[at++] = overWhite(argb & 0xFF, 255, alpha, OPAQUE);
                bgr[at++] = overWhite(argb >> 8 & 0xFF, 255, alpha, OPAQUE);
                bgr[at++] = overWhite(argb >> 16 & 0xFF, 255, alpha, OPAQUE);
            }
        }
    }

    // Sample values are taken as they are: the platform's grey colour space is linear and would lighten them.
    private static void fillFromBands(Raster raster, byte[] bgr) {
        int bands = raster.getNumBands();
        int[] most = most(raster.getSampleModel());
        boolean hasAlpha = bands == 2 || bands == 4;
        int green = bands >= 3 ? 1 : 0;
        int blue = bands >= 3 ? 2 : 0;
        int[] row = new int[raster.getWidth() * bands];
        int at = 0;
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(raster.getMinX(), raster.getMinY() + y, raster.getWidth(), 1, row);
            for (int x = 0; x < row.length; x += bands) {
                int alpha = hasAlpha ? row[x + bands - 1] : OPAQUE;
                int opaque = hasAlpha ? most[bands - 1] : OPAQUE;
                bgr[at++] = overWhite(row[x + blue], most[blue], alpha, opaque);
                bgr[at++] = overWhite(row[x + green], most[green], alpha, opaque);
                bgr[at++] = overWhite(row[x], most[0], alpha, opaque);
            }
        }
    }

    /** The largest value of each band: 16-bit bitmaps have five bits of red and blue and six of green. */
    private static int[] most(SampleModel model) {
        return Arrays.stream(model.getSampleSize()).map(bits -> (1 << bits) - 1).toArray();
    }

    private static byte overWhite(int value, int most, int alpha, int opaque) {
        if (alpha == opaque && most == 255) {
            return (byte) value;
        }
        long whole = (long) most * opaque;
        long blended = (long) value * alpha + (long) most * (opaque - alpha);
        return (byte) ((blended * 255 + whole / 2) / whole);
    }

    /** The same picture with its long side at most this many pixels: every new pixel is the mean of those it covers. */
    StoredPixels reduced(int longSide) {
        if (Math.max(width, height) <= longSide) {
            return this;
        }
        double factor = (double) longSide / Math.max(width, height);
        int newWidth = Math.max(1, (int) Math.round(width * factor));
        int newHeight = Math.max(1, (int) Math.round(height * factor));
        return new StoredPixels(newWidth, newHeight, channels, AreaMean.reduce(this, newWidth, newHeight));
    }
}
