package io.github.tucai.calibration.recapture;

/** What stands before the camera. */
interface Scene {
    /**
     * The light that comes from a place.
     *
     * @param u 0 to 1 from the left to the right of the picture that the scene shows; beyond that lies what is around it
     * @param v from its top down, in the same unit
     * @param reach width of the place
     * @param rgb takes linear light, 1 for white
     */
    void light(double u, double v, double reach, float[] rgb);

    /** The picture itself, as if its subject stood there: the control. */
    static Scene bare(Light picture) {
        return (u, v, reach, rgb) -> picture.between(u * picture.width(), v * picture.width(), rgb);
    }
}
