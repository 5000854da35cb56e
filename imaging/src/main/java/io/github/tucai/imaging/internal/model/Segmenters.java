package io.github.tucai.imaging.internal.model;

/** The two networks that answer pixel by pixel. */
public final class Segmenters {
    // The parts network was made for heads with some room round them; the crop is that of its evaluation.
    private static final double HEAD_ROOM = 2.2;

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
        return new PersonMask(crop, rgb, run(person, rgb));
    }

    /** Parts in a square round the head; what lies outside the picture repeats its edge. */
    public PartMap parts(Picture picture, DetectedFace face) {
        Crop crop = Crop.square(face.centreX(), face.centreY(), HEAD_ROOM * face.side());
        float[] rgb = crop.sample(picture, Tile.SIZE, Tile.SIZE, Crop.Outside.EDGE, 1 / 255f, 0);
        return new PartMap(crop, rgb, strongest(run(parts, rgb)));
    }

    private static float[] run(Network network, float[] rgb) {
        return network.run(rgb, 1, Tile.SIZE, Tile.SIZE, 3).get(0);
    }

    private static byte[] strongest(float[] logits) {
        int classes = Part.values().length;
        byte[] parts = new byte[Tile.SIZE * Tile.SIZE];
        for (int i = 0; i < parts.length; i++) {
            int best = 0;
            for (int k = 1; k < classes; k++) {
                if (logits[i * classes + k] > logits[i * classes + best]) {
                    best = k;
                }
            }
            parts[i] = (byte) best;
        }
        return parts;
    }
}
