package io.github.tucai.imaging.internal.qr;

/**
 * From places on a flat symbol, in modules, to places in a picture that shows it in perspective.
 *
 * @param xAcross what a column adds to x before the division by the depth
 * @param xDown what a row adds
 * @param xStart x of the place 0, 0
 * @param yAcross the same for y
 * @param yDown the same for y
 * @param yStart the same for y
 * @param depthAcross the same for the depth, by which x and y are divided
 * @param depthDown the same for the depth
 * @param depthStart the same for the depth
 */
record Projection(
        double xAcross,
        double xDown,
        double xStart,
        double yAcross,
        double yDown,
        double yStart,
        double depthAcross,
        double depthDown,
        double depthStart) {
    private static final double CENTRE = 3.5;

    /**
     * The one that four points fix.
     *
     * @param points x and y of the finder patterns' centres (corner, right, below) and of the point opposite the corner
     * @param side modules
     * @param opposite column and row of the point opposite the corner
     */
    static Projection of(double[] points, int side, double opposite) {
        double between = side - 2 * CENTRE;
        double share = (opposite - CENTRE) / between;
        double rightX = points[2] - points[0];
        double rightY = points[3] - points[1];
        double downX = points[4] - points[0];
        double downY = points[5] - points[1];
        double cross = rightX * downY - rightY * downX;
        // The fourth point as a mix of the other three.
        double ofRight = ((points[6] - points[0]) * downY - (points[7] - points[1]) * downX) / cross;
        double ofBelow = (rightX * (points[7] - points[1]) - rightY * (points[6] - points[0])) / cross;
        double perShare = (1 - 2 * share) / share / (1 - ofRight - ofBelow);
        // How much more than the corner the other two patterns pull; 1 seen from the front.
        double right = ofRight * perShare;
        double below = ofBelow * perShare;
        double corner = 1 + 2 * CENTRE / between;
        double x = (right * points[2] - points[0]) / between;
        double xDown = (below * points[4] - points[0]) / between;
        double y = (right * points[3] - points[1]) / between;
        double yDown = (below * points[5] - points[1]) / between;
        double depth = (right - 1) / between;
        double depthDown = (below - 1) / between;
        double off = CENTRE / between;
        return new Projection(
                x,
                xDown,
                corner * points[0] - off * (right * points[2] + below * points[4]),
                y,
                yDown,
                corner * points[1] - off * (right * points[3] + below * points[5]),
                depth,
                depthDown,
                corner - off * (right + below));
    }

    double depth(double column, double row) {
        return depthAcross * column + depthDown * row + depthStart;
    }

    /** Still to be divided by the depth. */
    double x(double column, double row) {
        return xAcross * column + xDown * row + xStart;
    }

    /** Still to be divided by the depth. */
    double y(double column, double row) {
        return yAcross * column + yDown * row + yStart;
    }
}
