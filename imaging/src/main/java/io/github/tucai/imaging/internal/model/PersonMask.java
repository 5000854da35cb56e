package io.github.tucai.imaging.internal.model;

import io.github.tucai.imaging.internal.pixel.Crop;
import io.github.tucai.imaging.internal.pixel.Tile;

/** How much each pixel of the whole picture belongs to a person. */
public final class PersonMask extends Tile {
    private final float[] person;

    PersonMask(Crop crop, float[] rgb, float[] person) {
        super(crop, rgb);
        this.person = person;
    }

    /** 0 (background) to 1 (person). */
    public float at(int column, int row) {
        return person[row * SIZE + column];
    }

    /** Whether a person is more likely than background. */
    public boolean isPerson(int column, int row) {
        return at(column, row) > 0.5f;
    }
}
