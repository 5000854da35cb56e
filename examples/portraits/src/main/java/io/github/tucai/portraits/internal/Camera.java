package io.github.tucai.portraits.internal;

/**
 * Projects the scene onto samples.
 *
 * @param width samples across, as is everything here
 * @param scale samples a centimetre at z = 0
 * @param originX where x = 0 and y = 0 are seen
 * @param distance centimetres from the camera to z = 0
 */
record Camera(int width, int height, double scale, double originX, double originY, double distance) {
    /** Samples a centimetre at a depth. */
    double scaleAt(double z) {
        return scale * distance / (distance - z);
    }

    double column(double x, double z) {
        return originX + x * scaleAt(z);
    }

    double row(double y, double z) {
        return originY - y * scaleAt(z);
    }

    /** The x that is seen at a column. */
    double xAt(double column, double z) {
        return (column - originX) / scaleAt(z);
    }

    double yAt(double row, double z) {
        return (originY - row) / scaleAt(z);
    }
}
