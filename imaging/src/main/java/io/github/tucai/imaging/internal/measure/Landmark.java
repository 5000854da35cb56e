package io.github.tucai.imaging.internal.measure;

import java.util.List;

/** Numbers of landmarks by name. Left and right are those of the picture. */
public final class Landmark {
    static final int LEFT_IRIS = 468;
    static final int RIGHT_IRIS = 473;
    static final int CHIN = 152;
    public static final int NOSE_BRIDGE = 168;
    static final int NOSE_TIP = 1;
    static final int NOSE_BASE = 2;
    public static final int LEFT_CHEEK = 234;
    public static final int RIGHT_CHEEK = 454;
    static final int LEFT_TEMPLE = 127;
    static final int RIGHT_TEMPLE = 356;
    static final int UPPER_LIP_INNER = 13;
    static final int LOWER_LIP_INNER = 14;
    static final int UPPER_LIP = 0;
    static final int LOWER_LIP = 17;
    static final int MOUTH_LEFT = 61;
    static final int MOUTH_RIGHT = 291;
    static final int INNER_MOUTH_LEFT = 78;
    static final int INNER_MOUTH_RIGHT = 308;
    static final int FOREHEAD = 10;

    public static final Eye LEFT_EYE = new Eye(
            33,
            133,
            LEFT_IRIS,
            List.of(new Lids(159, 145), new Lids(158, 153)),
            List.of(33, 246, 161, 160, 159, 158, 157, 173, 133, 155, 154, 153, 145, 144, 163, 7),
            List.of(70, 63, 105, 66, 107, 55, 65, 52, 53, 46));
    static final Eye RIGHT_EYE = new Eye(
            362,
            263,
            RIGHT_IRIS,
            List.of(new Lids(386, 374), new Lids(385, 380)),
            List.of(362, 398, 384, 385, 386, 387, 388, 466, 263, 249, 390, 373, 374, 380, 381, 382),
            List.of(336, 296, 334, 293, 300, 276, 283, 282, 295, 285));
    public static final List<Eye> EYES = List.of(LEFT_EYE, RIGHT_EYE);

    public static final List<Integer> CONTOUR = List.of(
            10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148, 176, 149,
            150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109);
    public static final List<Integer> OUTER_LIPS =
            List.of(61, 185, 40, 39, 37, 0, 267, 269, 270, 409, 291, 375, 321, 405, 314, 17, 84, 181, 91, 146);
    static final List<Integer> INNER_LIPS =
            List.of(78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308, 324, 318, 402, 317, 14, 87, 178, 88, 95);

    private Landmark() {}

    /** The upper and the lower lid, one above the other. */
    record Lids(int upper, int lower) {}

    /**
     * One eye.
     *
     * @param leftCorner the corner nearer to the left edge of the picture
     * @param iris its centre; the four points of its edge follow
     * @param lids pairs near the middle of the eye
     * @param outline the edge of the lids
     * @param brow the outline of the brow above
     */
    public record Eye(
            int leftCorner, int rightCorner, int iris, List<Lids> lids, List<Integer> outline, List<Integer> brow) {}
}
