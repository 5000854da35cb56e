package io.github.tucai.imaging.internal.model;

/** The {@link Part} of each pixel in a square round the head. */
public final class PartMap extends Tile {
    private static final Part[] PARTS = Part.values();

    private final byte[] parts;

    PartMap(Crop crop, float[] rgb, byte[] parts) {
        super(crop, rgb);
        this.parts = parts;
    }

    /** What the pixel shows. */
    public Part at(int column, int row) {
        return PARTS[parts[row * SIZE + column]];
    }
}
