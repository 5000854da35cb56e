package io.github.tucai.portraits.spec;

import java.util.Locale;

/** A number of a portrait that can be turned. Angles are in degrees; right and left are the sitter's. */
public enum Dial {
    /** Turn of the head to the sitter's left, which is the picture's right. */
    YAW(-60, 60, 0),
    /** Lift of the chin. */
    PITCH(-40, 40, 0),
    /** Lean of the head, clockwise in the picture. */
    ROLL(-45, 45, 0),
    /** Lean of the trunk, clockwise in the picture. */
    SHOULDER_TILT(-20, 20, 0),

    /** Gap of the right eye's lids: 0 shut, 1 the canonical face. */
    EYE_OPEN_RIGHT(0, 1.6, 1),
    /** Gap of the left eye's lids: 0 shut, 1 the canonical face. */
    EYE_OPEN_LEFT(0, 1.6, 1),
    /** Turn of the eyes to the sitter's left. */
    GAZE_YAW(-35, 35, 0),
    /** Lift of the gaze. */
    GAZE_PITCH(-30, 30, 0),
    /** Gap of the lips in centimetres. */
    MOUTH_OPEN(0, 2.6, 0),
    /** Lift of the corners of the mouth: 0 level, 1 a broad smile. */
    SMILE(-1, 1.3, .12),
    /** Lift of the brows. */
    BROW(-1, 1, 0),

    /** Width of the cheeks against the canonical face, as are the proportions below: 0 equal, 1 plainly more. */
    FACE_WIDTH(-2, 2, 0),
    JAW_WIDTH(-2, 2, -.5),
    NOSE_WIDTH(-2, 2, 0),
    EYE_SIZE(-2, 2, .5),
    LIP_FULLNESS(-2, 2, 0),
    FACE_LENGTH(-2, 2, 0),
    /** Fullness of the brows: 1 usual. */
    BROW_WEIGHT(.3, 1.6, 1),
    /** 0 light to 1 dark. */
    SKIN_TONE(0, 1, .2),
    /** Shine of the skin. */
    GLOSS(0, 1, .35),
    /** How far the glasses have slid down the nose, in centimetres. */
    GLASSES_DOWN(-.5, 3, 0),

    /** Direction of the main light: to the right edge of the picture. */
    LIGHT_YAW(-80, 80, -20),
    /** Direction of the main light: up. */
    LIGHT_PITCH(-20, 80, 30),
    /** Share of the main light in all light. */
    LIGHT_CONTRAST(0, 1, .45),
    /** All light: 1 is a right exposure. */
    EXPOSURE(.05, 4, 1),
    /** From -1, brighter at the left edge, to 1, brighter at the right edge. */
    BACKGROUND_GRADIENT(-1, 1, 0),
    /** Strength of the shadow that the sitter casts on the wall. */
    BACKGROUND_SHADOW(0, 1, 0),

    /** Chin to crown as a share of the picture's height. */
    HEAD_HEIGHT(.2, .85, .52),
    /** Where the middle of the head is, as a share of the picture's width. */
    HEAD_X(0, 1, .5),
    /** Where the eyes are, as a share of the picture's height, counted from the upper edge. */
    EYE_LINE(.1, .9, .415),
    /** Centimetres from the camera to the face. */
    CAMERA_DISTANCE(60, 400, 180),
    /** Standard deviation of the sensor noise, in steps of 255. */
    NOISE(0, 40, 3),
    /** Standard deviation of the blur at a picture 800 pixels high, in pixels; scales with the height. */
    BLUR(0, 12, .55);

    private final double least;
    private final double most;
    private final double usual;

    Dial(double least, double most, double usual) {
        this.least = least;
        this.most = most;
        this.usual = usual;
    }

    public double least() {
        return least;
    }

    public double most() {
        return most;
    }

    /** The value where a specification names none. */
    public double usual() {
        return usual;
    }

    /** The nearest value this dial can take. */
    public double nearest(double value) {
        return Math.max(least, Math.min(most, value));
    }

    double checked(double value) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%s must be from %s to %s, got %s", this, least, most, value));
        }
        return value;
    }
}
