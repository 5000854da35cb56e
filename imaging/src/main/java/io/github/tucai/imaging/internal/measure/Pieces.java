package io.github.tucai.imaging.internal.measure;

import io.github.tucai.imaging.internal.model.Part;
import io.github.tucai.imaging.internal.pixel.Tile;
import java.util.Arrays;

/** Accessories in one piece each: what hangs from an ear does not reach as high as glasses, hats and headphones do. */
final class Pieces {
    private static final byte UNKNOWN = 0;
    private static final byte LOW = 1;
    private static final byte HIGH = 2;

    private final HeadMap head;
    private final double height;
    private final byte[] states = new byte[Tile.SIZE * Tile.SIZE];
    private int[] piece = new int[256];
    private int size;

    /**
     * Nothing looked at yet.
     *
     * @param height above which a piece is a high one, in {@link FaceFrame} coordinates
     */
    Pieces(HeadMap head, double height) {
        this.head = head;
        this.height = height;
    }

    /** Whether a pixel belongs to a piece that reaches up beyond the height. */
    boolean reachesUp(int index) {
        if (states[index] == UNKNOWN && head.part(index) == Part.ACCESSORY) {
            grow(index);
        }
        return states[index] == HIGH;
    }

    private void grow(int start) {
        size = 0;
        join(start);
        double top = Double.POSITIVE_INFINITY;
        for (int done = 0; done < size; done++) {
            int index = piece[done];
            top = Math.min(top, head.down(index));
            int column = index % Tile.SIZE;
            if (column > 0) {
                join(index - 1);
            }
            if (column < Tile.SIZE - 1) {
                join(index + 1);
            }
            join(index - Tile.SIZE);
            join(index + Tile.SIZE);
        }
        byte state = top < height ? HIGH : LOW;
        for (int i = 0; i < size; i++) {
            states[piece[i]] = state;
        }
    }

    private void join(int index) {
        if (index < 0
                || index >= states.length
                || states[index] != UNKNOWN
                || head.part(index) != Part.ACCESSORY
                || !head.isInPicture(index)) {
            return;
        }
        if (size == piece.length) {
            piece = Arrays.copyOf(piece, 2 * size);
        }
        states[index] = LOW;
        piece[size] = index;
        size++;
    }
}
