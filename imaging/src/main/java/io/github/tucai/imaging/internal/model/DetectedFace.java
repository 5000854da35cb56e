package io.github.tucai.imaging.internal.model;

/**
 * A face as a detector sees it: a square from the brows to the chin.
 *
 * @param score 0 to 1
 * @param angle of the line through both eyes, radians, clockwise as the picture shows it
 */
public record DetectedFace(double score, double left, double top, double right, double bottom, double angle) {
    /** Width of the square. */
    public double width() {
        return right - left;
    }

    /** The larger side. */
    public double side() {
        return Math.max(right - left, bottom - top);
    }

    /** Middle of the square. */
    public double centreX() {
        return (left + right) / 2;
    }

    /** Middle of the square. */
    public double centreY() {
        return (top + bottom) / 2;
    }

    /** Shared area by the area of both together. */
    double overlap(DetectedFace other) {
        double width = Math.min(right, other.right) - Math.max(left, other.left);
        double height = Math.min(bottom, other.bottom) - Math.max(top, other.top);
        if (width <= 0 || height <= 0) {
            return 0;
        }
        double shared = width * height;
        return shared / (area() + other.area() - shared);
    }

    /** Whether two detectors mean the same face: they draw squares of different size round one middle. */
    boolean isSameFaceAs(DetectedFace other) {
        return contains(other.centreX(), other.centreY()) || other.contains(centreX(), centreY());
    }

    boolean contains(double x, double y) {
        return x >= left && x <= right && y >= top && y <= bottom;
    }

    private double area() {
        return (right - left) * (bottom - top);
    }
}
