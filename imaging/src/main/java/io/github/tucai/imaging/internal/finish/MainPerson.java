package io.github.tucai.imaging.internal.finish;

/** Takes out of a mask what does not hang together with the face: plants, chairs, other people. */
final class MainPerson {
    private static final float PART_OF = 0.3f;

    private MainPerson() {}

    /** Clears the rest of the mask in place. */
    static void keep(float[] mask, int width, int height, boolean[] face) {
        boolean[] person = Areas.reached(face, width, i -> mask[i] >= PART_OF, mask.length);
        clear(mask, Shrink.by(inverse(person), width, height, 6));
    }

    private static boolean[] inverse(boolean[] set) {
        boolean[] inverse = new boolean[set.length];
        for (int i = 0; i < set.length; i++) {
            inverse[i] = !set[i];
        }
        return inverse;
    }

    /** The soft edge of the person itself stays: only what lies further away is cleared. */
    private static void clear(float[] mask, boolean[] away) {
        for (int i = 0; i < mask.length; i++) {
            if (away[i]) {
                mask[i] = 0;
            }
        }
    }
}
