package io.github.tucai.print;

/**
 * A rectangle on a sheet.
 *
 * @param xMm left edge, from the sheet's left edge
 * @param yMm top edge, from the sheet's top edge
 * @param widthMm more than 0
 * @param heightMm more than 0
 */
public record Box(double xMm, double yMm, double widthMm, double heightMm) {
    // Lengths are sums of decimal fractions; a nanometre of rounding must not count as an overlap.
    private static final double ROUNDING_MM = 1e-6;

    public Box {
        if (!Double.isFinite(xMm) || !Double.isFinite(yMm)) {
            throw new IllegalArgumentException("xMm and yMm must be finite, got " + xMm + ", " + yMm);
        }
        if (!(widthMm > 0) || !(heightMm > 0) || !Double.isFinite(widthMm) || !Double.isFinite(heightMm)) {
            throw new IllegalArgumentException(
                    "widthMm and heightMm must be finite and more than 0, got " + widthMm + ", " + heightMm);
        }
    }

    public double rightMm() {
        return xMm + widthMm;
    }

    public double bottomMm() {
        return yMm + heightMm;
    }

    /** Whether the two share more than an edge. */
    public boolean overlaps(Box other) {
        return xMm < other.rightMm() - ROUNDING_MM
                && other.xMm < rightMm() - ROUNDING_MM
                && yMm < other.bottomMm() - ROUNDING_MM
                && other.yMm < bottomMm() - ROUNDING_MM;
    }

    /** Whether the other lies inside; touching edges count as inside. */
    public boolean contains(Box other) {
        return other.xMm >= xMm - ROUNDING_MM
                && other.yMm >= yMm - ROUNDING_MM
                && other.rightMm() <= rightMm() + ROUNDING_MM
                && other.bottomMm() <= bottomMm() + ROUNDING_MM;
    }

    /** The largest distance between two edges that belong together. */
    public double distanceMm(Box other) {
        double horizontal = Math.max(Math.abs(xMm - other.xMm), Math.abs(rightMm() - other.rightMm()));
        double vertical = Math.max(Math.abs(yMm - other.yMm), Math.abs(bottomMm() - other.bottomMm()));
        return Math.max(horizontal, vertical);
    }
}
