package io.github.tucai.imaging.internal.model;

import io.github.tucai.imaging.internal.pixel.Crop;
import io.github.tucai.imaging.internal.pixel.Picture;
import io.github.tucai.imaging.internal.pixel.Tile;
import java.nio.FloatBuffer;

/** The two networks that answer pixel by pixel. */
public final class Segmenters {
    // The parts network was made for heads with some room round them; the crop is that of its evaluation.
    private static final double HEAD_ROOM = 2.2;
    private static final int CLASSES = Part.values().length;

    private final Network person;
    private final Network parts;

    Segmenters(Network person, Network parts) {
        this.person = person;
        this.parts = parts;
    }

    Network personNetwork() {
        return person;
    }

    Network partsNetwork() {
        return parts;
    }

    /** Person against background, over the whole picture. */
    public PersonMask person(Picture picture) {
        Crop crop = Crop.whole(picture);
        float[] rgb = crop.sample(picture, Tile.SIZE, Tile.SIZE, Crop.Outside.EDGE, 1 / 255f, 0);
        return new PersonMask(crop, rgb, person.run(rgb).get(0));
    }

    /** Parts in a square round the head; what lies outside the picture repeats its edge. */
    public PartMap parts(Picture picture, DetectedFace face) {
        Crop crop = Crop.square(face.centreX(), face.centreY(), HEAD_ROOM * face.side());
        float[] rgb = crop.sample(picture, Tile.SIZE, Tile.SIZE, Crop.Outside.EDGE, 1 / 255f, 0);
        return new PartMap(crop, rgb, parts.run(rgb, logits -> byPixel(logits.get(0))));
    }

    /** The network tells all classes of each pixel of a block of four together, row by row of blocks. */
    private static float[] byPixel(FloatBuffer logits) {
        int blocks = Tile.SIZE / 2;
        float[] pixels = new float[Tile.SIZE * Tile.SIZE * CLASSES];
        float[] line = new float[blocks * 4 * CLASSES];
        for (int row = 0; row < blocks; row++) {
            logits.get(row * line.length, line);
            for (int column = 0; column < blocks; column++) {
                int at = column * 4 * CLASSES;
                int upper = (2 * row * Tile.SIZE + 2 * column) * CLASSES;
                System.arraycopy(line, at, pixels, upper, 2 * CLASSES);
                System.arraycopy(line, at + 2 * CLASSES, pixels, upper + Tile.SIZE * CLASSES, 2 * CLASSES);
            }
        }
        return pixels;
    }
}
