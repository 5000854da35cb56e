package io.github.tucai.photo;

/**
 * The measures that the default analyzer takes, with unit and range. An analyzer of another make takes as many of them
 * as it can, in the same units, and may add its own.
 *
 * <p>"Left" and "right" are those of the picture. Lengths in pixels are those of the upright picture. Several are told
 * in <i>eye distances</i> (from iris to iris) or <i>face widths</i> (cheek to cheek), so that the size of the picture does
 * not matter; areas then are in square eye distances. Luminance is that of sRGB, 0 (black) to 1 (white); lightness and
 * chroma are those of CIE L*a*b* under D65.
 */
public final class MeasureNames {
    private MeasureNames() {}

    // ---- The face as detected ----

    /** count: faces at the working point of the detectors, the main one included. */
    public static final MeasureId FACE_COUNT = new MeasureId("face.count");
    /** ratio 0–1: how sure the better of two detectors is of the main face; 0 where neither suspects one. */
    public static final MeasureId FACE_SCORE = new MeasureId("face.score");
    /** ratio 0–1: the detectors' best score of any other face; 0 where neither suspects one. */
    public static final MeasureId FACE_OTHER_SCORE = new MeasureId("face.other-score");
    /** ratio: width of that other face, in widths of the main one; absent where there is none. */
    public static final MeasureId FACE_OTHER_SIZE = new MeasureId("face.other-size");
    /** ratio 0–1: how sure the landmark network is that it looks at a face. */
    public static final MeasureId FACE_PRESENCE = new MeasureId("face.presence");

    // ---- Geometry in the picture ----

    /** px: from the upper edge to the crown, hair and covering included; 0 where the head is cut off. */
    public static final MeasureId HEAD_TOP = new MeasureId("head.top");
    /** px: from the upper edge to the lower edge of the chin. */
    public static final MeasureId HEAD_CHIN = new MeasureId("head.chin");
    /** px: from the upper edge to the middle between the irises. */
    public static final MeasureId EYES_LINE = new MeasureId("eyes.line");
    /** px: between the centres of the irises, divided by the cosine of the yaw. */
    public static final MeasureId EYES_DISTANCE = new MeasureId("eyes.distance");
    /** px: cheek to cheek. */
    public static final MeasureId FACE_WIDTH = new MeasureId("face.width");
    /** ratio 0–1: cheek to cheek in widths of the picture. */
    public static final MeasureId FACE_WIDTH_SHARE = new MeasureId("face.width-share");
    /** ratio −0.5–0.5: axis of the face right (+) or left (−) of the middle of the picture, in widths of the picture. */
    public static final MeasureId FACE_OFF_CENTRE = new MeasureId("face.off-centre");
    /** ratio: crown to upper edge in face widths, 0 where the head is cut off. */
    public static final MeasureId ROOM_ABOVE = new MeasureId("room.above");
    /** ratio: eye line to upper edge in face widths. */
    public static final MeasureId ROOM_ABOVE_EYES = new MeasureId("room.above-eyes");
    /** ratio: eye line to lower edge in face widths. */
    public static final MeasureId ROOM_BELOW_EYES = new MeasureId("room.below-eyes");
    /** ratio: chin to lower edge in face widths; small where the picture ends at the neck. */
    public static final MeasureId ROOM_BELOW_CHIN = new MeasureId("room.below-chin");
    /** ratio: face axis to the nearer of the left and right edges, in face widths. */
    public static final MeasureId ROOM_BESIDE = new MeasureId("room.beside");

    // ---- Pose ----

    /** deg: rigid fit to a canonical face; positive where the face turns to the picture's right. */
    public static final MeasureId HEAD_YAW = new MeasureId("head.yaw");
    /** deg: rigid fit to a canonical face; positive where the face looks up. */
    public static final MeasureId HEAD_PITCH = new MeasureId("head.pitch");
    /** deg: angle of the line through the eyes; positive where the picture's right eye is lower. */
    public static final MeasureId HEAD_ROLL = new MeasureId("head.roll");
    /** deg: slope of the shoulder line; positive where the picture's right shoulder is lower. */
    public static final MeasureId SHOULDERS_TILT = new MeasureId("shoulders.tilt");
    /** ratio 0–1: how much of its expected breadth the weaker shoulder fills at the lower edge; 1 also where it runs out. */
    public static final MeasureId SHOULDERS_LEAST = new MeasureId("shoulders.least");
    /** ratio 0–1: difference of both sides' breadth at the lower edge divided by their sum. */
    public static final MeasureId SHOULDERS_ASYMMETRY = new MeasureId("shoulders.asymmetry");
    /** ratio −0.5–0.5: irises right (+) or left (−) of the middle between the corners of the eyes, in eye widths. */
    public static final MeasureId GAZE_ACROSS = new MeasureId("gaze.across");

    // ---- Expression ----

    /** ratio: height by width of the eye that is less open; 0 shut, about 0.15 narrow, 0.3 open. */
    public static final MeasureId EYES_OPENING = new MeasureId("eyes.opening");
    /** ratio: height by width of the eye that is more open. */
    public static final MeasureId EYES_OPENING_WIDER = new MeasureId("eyes.opening-wider");
    /** ratio: lid gap by diameter of the iris, of the eye that is less open; independent of the eye's width. */
    public static final MeasureId EYES_OPENING_IRIS = new MeasureId("eyes.opening-iris");
    /** ratio: gap of the inner lips by their width; 0 shut. */
    public static final MeasureId MOUTH_OPENING = new MeasureId("mouth.opening");
    /** square eye distances × 100: area between the inner lips. */
    public static final MeasureId MOUTH_INNER_AREA = new MeasureId("mouth.inner-area");
    /** ratio: width of the mouth in eye distances; a broad smile widens it. */
    public static final MeasureId MOUTH_WIDTH = new MeasureId("mouth.width");
    /** ratio: corners of the mouth above (+) or below (−) the middle of the lips, in mouth widths. */
    public static final MeasureId MOUTH_CORNER_LIFT = new MeasureId("mouth.corner-lift");
    /** ratio: height of the brows above the lids in eye distances, mean of both. */
    public static final MeasureId BROWS_HEIGHT = new MeasureId("brows.height");
    /** ratio: difference of both brows' heights in eye distances. */
    public static final MeasureId BROWS_ASYMMETRY = new MeasureId("brows.asymmetry");

    // ---- Glasses ----

    /** ratio 0–1: probability that glasses are worn. */
    public static final MeasureId GLASSES_PROBABILITY = new MeasureId("glasses.probability");
    /** ratio 0–1: accessories' share of the band of the eyes. */
    public static final MeasureId GLASSES_SHARE = new MeasureId("glasses.share");
    /** ratio 0–1: accessories' share of the eyes themselves, between the lids; the worse eye. */
    public static final MeasureId GLASSES_OVER_EYES = new MeasureId("glasses.over-eyes");
    /** ratio: how much darker the skin under the eyes is than the cheeks below, 0 equal, 1 black. */
    public static final MeasureId LENS_DARKNESS = new MeasureId("lens.darkness");
    /** dE76: colour difference between the skin under the eyes and the cheeks below, lightness left out. */
    public static final MeasureId LENS_TINT = new MeasureId("lens.tint");
    /** ratio 0–1: bright colourless spots' share of the region of the lenses. */
    public static final MeasureId LENS_GLARE = new MeasureId("lens.glare");

    // ---- Accessories and cover ----

    /** square eye distances × 100: accessories beside and below the ears, the side that has more. */
    public static final MeasureId EARRINGS_AREA = new MeasureId("earrings.area");
    /** square eye distances × 100: accessories below the chin. */
    public static final MeasureId NECKLACE_AREA = new MeasureId("necklace.area");
    /** square eye distances × 100: accessories elsewhere on face, hair and neck. */
    public static final MeasureId JEWELLERY_AREA = new MeasureId("jewellery.area");
    /** ratio 0–1: hair's share of the band of the brows; the worse brow. */
    public static final MeasureId HAIR_OVER_BROWS = new MeasureId("hair.over-brows");
    /** ratio 0–1: hair's share of the eyes and lids; the worse eye. */
    public static final MeasureId HAIR_OVER_EYES = new MeasureId("hair.over-eyes");
    /** ratio 0–1: hair's share of the place of the ear; the worse side. */
    public static final MeasureId HAIR_OVER_EARS = new MeasureId("hair.over-ears");
    /** square eye distances: skin outside the contour at the height of the ears; the side that shows less. */
    public static final MeasureId EARS_LESS = new MeasureId("ears.less");
    /** square eye distances: skin outside the contour at the height of the ears; the side that shows more. */
    public static final MeasureId EARS_MORE = new MeasureId("ears.more");
    /** square eye distances: accessories above the brows. */
    public static final MeasureId COVERING_ACCESSORY = new MeasureId("covering.accessory");
    /** square eye distances: clothes above the brows, as of a scarf or hood. */
    public static final MeasureId COVERING_CLOTHES = new MeasureId("covering.clothes");
    /** ratio 0–1: what is neither skin nor hair in the lower face, between the contour and below the eyes. */
    public static final MeasureId FACE_OCCLUDED = new MeasureId("face.occluded");

    // ---- Clothing ----

    /** L* 0–100: median lightness of the top near its border to the background. */
    public static final MeasureId CLOTHING_LIGHTNESS = new MeasureId("clothing.lightness");
    /** a*: median of the top near its border to the background. */
    public static final MeasureId CLOTHING_A = new MeasureId("clothing.a");
    /** b*: median of the top near its border to the background. */
    public static final MeasureId CLOTHING_B = new MeasureId("clothing.b");
    /** ratio 0–1: share of the top whose hue is blue and whose chroma can be seen. */
    public static final MeasureId CLOTHING_BLUE_SHARE = new MeasureId("clothing.blue-share");
    /** dE00: between the top and the background of the shot. */
    public static final MeasureId CLOTHING_CONTRAST = new MeasureId("clothing.contrast");
    /** dE76: spread of colour over the top at the scale of stripes and checks. */
    public static final MeasureId CLOTHING_PATTERN = new MeasureId("clothing.pattern");
    /** square eye distances: area of the top in the picture; the other clothing measures need some. */
    public static final MeasureId CLOTHING_AREA = new MeasureId("clothing.area");

    // ---- Light ----

    /** ratio 0–1: mean luminance of the skin of the face. */
    public static final MeasureId SKIN_LUMINANCE = new MeasureId("skin.luminance");
    /** ratio 0–1: share of the face's skin with luminance up to 25/255. */
    public static final MeasureId SKIN_DARK_SHARE = new MeasureId("skin.dark-share");
    /** ratio 0–1: share of the face's skin with luminance from 247/255. */
    public static final MeasureId SKIN_BRIGHT_SHARE = new MeasureId("skin.bright-share");
    /** ratio 0–1: spots on the skin much brighter than the skin around, as a share of it. */
    public static final MeasureId SKIN_HIGHLIGHTS = new MeasureId("skin.highlights");
    /** L* 0–100: greatest step of lightness between large neighbouring parts of the skin, relative to its lightness. */
    public static final MeasureId SKIN_SHADOW = new MeasureId("skin.shadow");
    /** dE76: distance of the skin's mean a*, b* from the range of natural skin, [5, 25] × [5, 35]. */
    public static final MeasureId SKIN_CAST = new MeasureId("skin.cast");
    /** L* −100–100: right half of the face minus the left. */
    public static final MeasureId LIGHT_DIFFERENCE = new MeasureId("light.difference");
    /** ratio 0–1: overlap of the luminance histograms of both halves; 1 is even light. */
    public static final MeasureId LIGHT_OVERLAP = new MeasureId("light.overlap");
    /** ratio 0–1: share of red in the pupil and iris above that of their surroundings; the worse eye. */
    public static final MeasureId EYES_RED = new MeasureId("eyes.red");

    // ---- Background ----

    /** dE76: robust spread of the background's colour. */
    public static final MeasureId BACKGROUND_SPREAD = new MeasureId("background.spread");
    /** dE76: change of the fitted plane across the picture. */
    public static final MeasureId BACKGROUND_SLOPE = new MeasureId("background.slope");
    /** ratio 0–1: share of the background that lies on an edge. */
    public static final MeasureId BACKGROUND_EDGES = new MeasureId("background.edges");
    /** L* 0–100: how much darker the background is close beside the head than further away; the worse side. */
    public static final MeasureId BACKGROUND_SHADOW = new MeasureId("background.shadow");
    /** L* 0–100: median of the background. */
    public static final MeasureId BACKGROUND_LIGHTNESS = new MeasureId("background.lightness");
    /** a*: median of the background. */
    public static final MeasureId BACKGROUND_A = new MeasureId("background.a");
    /** b*: median of the background. */
    public static final MeasureId BACKGROUND_B = new MeasureId("background.b");
    /** ratio 0–1: share of the picture that is background; the other background measures need some. */
    public static final MeasureId BACKGROUND_SHARE = new MeasureId("background.share");

    // ---- Quality of the picture ----

    /** ratio 0–1: energy of fine detail by that of coarse detail about the eyes; 0 blurred; independent of brightness. */
    public static final MeasureId SHARPNESS = new MeasureId("sharpness");
    /** bits 0–8: entropy of the face's luminance. */
    public static final MeasureId FACE_ENTROPY = new MeasureId("face.entropy");
    /** levels 0–255: standard deviation of the noise in flat areas. */
    public static final MeasureId NOISE = new MeasureId("noise");
    /** ratio 0–1: highest spatial frequency with content, 1 at the pixel grid; low where a small picture was enlarged. */
    public static final MeasureId PIXELATION = new MeasureId("pixelation");
    /** ratio: step at the edges of 8 × 8 blocks by the step within them; 1 is none. */
    public static final MeasureId COMPRESSION_BLOCKS = new MeasureId("compression.blocks");
    /** dE76: mean chroma of the picture; near 0 where it is monochrome. */
    public static final MeasureId COLOUR_CHROMA = new MeasureId("colour.chroma");
}
