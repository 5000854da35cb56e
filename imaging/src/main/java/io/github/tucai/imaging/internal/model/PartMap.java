package io.github.tucai.imaging.internal.model;

import io.github.tucai.imaging.internal.pixel.Crop;
import io.github.tucai.imaging.internal.pixel.Tile;

/** The {@link Part} of each pixel in a square round the head, and how clearly it is told from the others. */
public final class PartMap extends Tile {
    private static final Part[] PARTS = Part.values();

    private final float[] logits;
    private final byte[] parts;

    PartMap(Crop crop, float[] rgb, float[] logits) {
        super(crop, rgb);
        this.logits = logits;
        this.parts = strongest(logits);
    }

    /** What the pixel shows. */
    public Part at(int column, int row) {
        return PARTS[parts[row * SIZE + column]];
    }

    /** How far a part is ahead of the strongest other one, in logits; negative where another is stronger. */
    public float lead(Part part, int column, int row) {
        int start = (row * SIZE + column) * PARTS.length;
        float own = 0;
        float other = Float.NEGATIVE_INFINITY;
        for (int k = 0; k < PARTS.length; k++) {
            float logit = logits[start + k];
            if (PARTS[k] == part) {
                own = logit;
            } else if (logit > other) {
                other = logit;
            }
        }
        return own - other;
    }

    /** How likely it is that the pixel shows a part rather than any of the others, 0 to 1; of all parts together 1. */
    public double probability(Part part, int column, int row) {
        int start = (row * SIZE + column) * PARTS.length;
        // No difference to the strongest is too great for an exponential.
        double strongest = logits[start + parts[row * SIZE + column]];
        double own = 0;
        double sum = 0;
        for (int k = 0; k < PARTS.length; k++) {
            double weight = Math.exp(logits[start + k] - strongest);
            sum += weight;
            own = PARTS[k] == part ? weight : own;
        }
        return own / sum;
    }

    private static byte[] strongest(float[] logits) {
        byte[] parts = new byte[SIZE * SIZE];
        for (int i = 0; i < parts.length; i++) {
            int best = 0;
            for (int k = 1; k < PARTS.length; k++) {
                if (logits[i * PARTS.length + k] > logits[i * PARTS.length + best]) {
                    best = k;
                }
            }
            parts[i] = (byte) best;
        }
        return parts;
    }
}
