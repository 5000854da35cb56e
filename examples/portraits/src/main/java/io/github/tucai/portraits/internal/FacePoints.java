package io.github.tucai.portraits.internal;

/** Numbers of named points of MediaPipe's face mesh; right and left are the sitter's. */
final class FacePoints {
    static final int[] UPPER_LID_RIGHT = {33, 246, 161, 160, 159, 158, 157, 173, 133};
    static final int[] LOWER_LID_RIGHT = {33, 7, 163, 144, 145, 153, 154, 155, 133};
    static final int[] UPPER_LID_LEFT = {263, 466, 388, 387, 386, 385, 384, 398, 362};
    static final int[] LOWER_LID_LEFT = {263, 249, 390, 373, 374, 380, 381, 382, 362};
    static final int[] LID_CREASE_RIGHT = {247, 30, 29, 27, 28, 56, 190};
    static final int[] LID_CREASE_LEFT = {467, 260, 259, 257, 258, 286, 414};

    static final int[] UPPER_LIP_INNER = {78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308};
    static final int[] LOWER_LIP_INNER = {78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308};
    static final int UPPER_LIP_MIDDLE = 13;
    static final int[] LIPS_OUTER = {
        61, 185, 40, 39, 37, 0, 267, 269, 270, 409, 291, 375, 321, 405, 314, 17, 84, 181, 91, 146
    };
    static final int[] LOWER_LIP = {
        95, 88, 178, 87, 14, 317, 402, 318, 324, 96, 89, 179, 86, 15, 316, 403, 319, 325, 77, 90, 180, 85, 16, 315, 404,
        320, 307, 146, 91, 181, 84, 17, 314, 405, 321, 375
    };

    static final int[] BROW_UPPER_RIGHT = {70, 63, 105, 66, 107};
    static final int[] BROW_LOWER_RIGHT = {46, 53, 52, 65, 55};
    static final int[] BROW_UPPER_LEFT = {300, 293, 334, 296, 336};
    static final int[] BROW_LOWER_LEFT = {276, 283, 282, 295, 285};

    /** Corners of the eyes and of the mouth: folds that smoothing must not round off. */
    static final int[] CORNERS = {33, 133, 263, 362, 78, 308};

    /** The middle of the forehead at the edge of the mesh. */
    static final int FOREHEAD_TOP = 10;

    static final int NOSE_TIP = 4;

    private FacePoints() {}
}
