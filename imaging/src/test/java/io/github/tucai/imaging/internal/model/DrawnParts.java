package io.github.tucai.imaging.internal.model;

import io.github.tucai.imaging.internal.pixel.Crop;
import io.github.tucai.imaging.internal.pixel.Tile;

/** Maps of parts as a sure network would draw them. */
public final class DrawnParts {
    private static final float SURE = 5;

    private DrawnParts() {}

    /** What a place of the picture shows. */
    @FunctionalInterface
    public interface Drawing {
        /** Coordinates in pixels of the picture. */
        Part at(double x, double y);
    }

    /** A map without colours. */
    public static PartMap of(Crop crop, Drawing drawing) {
        int parts = Part.values().length;
        float[] logits = new float[Tile.SIZE * Tile.SIZE * parts];
        PartMap places = new PartMap(crop, new float[0], logits);
        for (int i = 0; i < Tile.SIZE * Tile.SIZE; i++) {
            Part part = drawing.at(places.x(i % Tile.SIZE), places.y(i / Tile.SIZE));
            logits[i * parts + part.ordinal()] = SURE;
        }
        return new PartMap(crop, new float[3 * Tile.SIZE * Tile.SIZE], logits);
    }
}
