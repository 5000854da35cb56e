package io.github.tucai.imaging.internal.pixel;

/**
 * A crop of the picture at the size at which a network saw it: 256 by 256 pixels with the network's answer for each.
 * Arrays are shared for speed: whoever gets them only reads them.
 */
public abstract class Tile {
    /** Columns and rows. */
    public static final int SIZE = 256;

    private final Crop crop;
    private final float[] rgb;

    protected Tile(Crop crop, float[] rgb) {
        this.crop = crop;
        this.rgb = rgb;
    }

    /** Which part of the picture this is. */
    public Crop crop() {
        return crop;
    }

    /** Red, green and blue of each pixel, 0 to 1. */
    public float[] rgb() {
        return rgb;
    }

    /** Centre of a column in the picture; the crop is upright. */
    public double x(int column) {
        return crop.centreX() + ((column + 0.5) / SIZE - 0.5) * crop.width();
    }

    /** Centre of a row in the picture. */
    public double y(int row) {
        return crop.centreY() + ((row + 0.5) / SIZE - 0.5) * crop.height();
    }

    /** The column in which a place lies; may be outside 0 to 255. */
    public int column(double x) {
        return (int) Math.floor(((x - crop.centreX()) / crop.width() + 0.5) * SIZE);
    }

    /** The row in which a place lies; may be outside 0 to 255. */
    public int row(double y) {
        return (int) Math.floor(((y - crop.centreY()) / crop.height() + 0.5) * SIZE);
    }

    /** Square pixels of the picture for one pixel here. */
    public double pixelArea() {
        return crop.width() / SIZE * crop.height() / SIZE;
    }
}
