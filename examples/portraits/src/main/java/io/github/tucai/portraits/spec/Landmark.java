package io.github.tucai.portraits.spec;

/**
 * The true place of one of MediaPipe's 478 face points.
 *
 * @param x pixels from the left edge
 * @param y pixels from the upper edge
 * @param z centimetres towards the camera, 0 near the middle of the head
 */
public record Landmark(double x, double y, double z) {
    /** Distance in the picture, in pixels. */
    public double distanceTo(Landmark other) {
        return Math.hypot(x - other.x, y - other.y);
    }
}
