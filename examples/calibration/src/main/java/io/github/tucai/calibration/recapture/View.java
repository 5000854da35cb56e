package io.github.tucai.calibration.recapture;

/** From places in the camera's picture to places of the scene: a plane seen from nearly before it. */
final class View {
    private final double zoom;
    private final double cosine;
    private final double sine;
    private final double slantX;
    private final double slantY;
    private final double shiftX;
    private final double shiftY;

    /**
     * A view.
     *
     * @param zoom width of the scene that is seen
     * @param angle of the turn, in radians
     * @param slantX how much nearer one side is than the other, 0 for none
     * @param slantY the same from top to bottom
     * @param shiftX of what is in the middle
     * @param shiftY the same downwards
     */
    View(double zoom, double angle, double slantX, double slantY, double shiftX, double shiftY) {
        this.zoom = zoom;
        this.cosine = Math.cos(angle);
        this.sine = Math.sin(angle);
        this.slantX = slantX;
        this.slantY = slantY;
        this.shiftX = shiftX;
        this.shiftY = shiftY;
    }

    /** Width of the scene that is seen. */
    double zoom() {
        return zoom;
    }

    /**
     * The place of the scene.
     *
     * @param x −0.5 to 0.5 from the left to the right
     * @param y downwards from the middle, in the same unit
     * @param aspect height by width of the scene's picture
     * @param place takes u and v
     */
    void place(double x, double y, double aspect, double[] place) {
        double nearness = 1 + slantX * x + slantY * y;
        place[0] = 0.5 + shiftX + zoom * (cosine * x - sine * y) / nearness;
        place[1] = aspect / 2 + shiftY + zoom * (sine * x + cosine * y) / nearness;
    }
}
