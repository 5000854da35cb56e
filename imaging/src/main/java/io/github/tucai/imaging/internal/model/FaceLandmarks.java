package io.github.tucai.imaging.internal.model;

import io.github.tucai.imaging.internal.pixel.Crop;
import io.github.tucai.imaging.internal.pixel.Point;

/**
 * The 478 landmarks of MediaPipe's face mesh: 468 points of the face, then five for the iris on the left of the picture
 * (from 468) and five for the other (from 473), each with its centre first. Depth is in pixels too, smaller is nearer.
 */
public final class FaceLandmarks {
    /** Points of the face without the irises. */
    public static final int FACE_POINTS = 468;
    /** All points. */
    public static final int POINTS = 478;

    static final int NOSE_TIP = 1;

    private final double[] xyz;
    private final double presence;

    /**
     * Takes the three coordinates of each point in turn.
     *
     * @param presence 0 to 1
     */
    public FaceLandmarks(double[] xyz, double presence) {
        if (xyz.length != 3 * POINTS) {
            throw new IllegalArgumentException("expected " + 3 * POINTS + " coordinates, got " + xyz.length);
        }
        this.xyz = xyz.clone();
        this.presence = presence;
    }

    /** One point in the picture. */
    public Point point(int index) {
        return new Point(x(index), y(index));
    }

    /** From the left edge. */
    public double x(int index) {
        return xyz[3 * index];
    }

    /** From the upper edge. */
    public double y(int index) {
        return xyz[3 * index + 1];
    }

    /** Away from the camera. */
    public double z(int index) {
        return xyz[3 * index + 2];
    }

    /** How sure the network is that it looks at a face, 0 to 1. */
    public double presence() {
        return presence;
    }

    /** The part of the picture in which to look again, more precisely than a detector can say. */
    Crop surroundings() {
        double angle = Math.atan2(y(473) - y(468), x(473) - x(468));
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < FACE_POINTS; i++) {
            double along = x(i) * Math.cos(angle) + y(i) * Math.sin(angle);
            double down = y(i) * Math.cos(angle) - x(i) * Math.sin(angle);
            left = Math.min(left, along);
            right = Math.max(right, along);
            top = Math.min(top, down);
            bottom = Math.max(bottom, down);
        }
        double along = (left + right) / 2;
        double down = (top + bottom) / 2;
        double side = LandmarkNetwork.MARGIN * Math.max(right - left, bottom - top);
        return new Crop(
                along * Math.cos(angle) - down * Math.sin(angle),
                along * Math.sin(angle) + down * Math.cos(angle),
                side,
                side,
                angle);
    }
}
