package io.github.tucai.imaging.internal.decode;

/** EXIF's eight orientations: the one turning of a photo that is no manipulation, since the camera asked for it. */
final class Orientation {
    private Orientation() {}

    /** Upright pixels as {@code 0xRRGGBB}; from orientation 5 on, width and height change places. */
    static int[] apply(StoredPixels stored, int orientation) {
        int width = stored.width();
        int height = stored.height();
        int right = width - 1;
        int bottom = height - 1;
        // Place of the stored top-left pixel, and what a step right or down in the file means upright.
        return switch (orientation) {
            case 2 -> place(stored, right, -1, width);
            case 3 -> place(stored, bottom * width + right, -1, -width);
            case 4 -> place(stored, bottom * width, 1, -width);
            case 5 -> place(stored, 0, height, 1);
            case 6 -> place(stored, bottom, height, -1);
            case 7 -> place(stored, right * height + bottom, -height, -1);
            case 8 -> place(stored, right * height, -height, 1);
            default -> place(stored, 0, 1, width);
        };
    }

    private static int[] place(StoredPixels stored, int first, int stepRight, int stepDown) {
        byte[] bgr = stored.samples();
        int[] upright = new int[stored.width() * stored.height()];
        int from = 0;
        for (int y = 0; y < stored.height(); y++) {
            int to = first + y * stepDown;
            for (int x = 0; x < stored.width(); x++) {
                upright[to] = (bgr[from + 2] & 0xFF) << 16 | (bgr[from + 1] & 0xFF) << 8 | (bgr[from] & 0xFF);
                from += 3;
                to += stepRight;
            }
        }
        return upright;
    }
}
