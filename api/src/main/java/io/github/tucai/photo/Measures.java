package io.github.tucai.photo;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The measures the default analyzer takes, which are those the shipped profiles judge.
 *
 * <p>An analyzer of another kind takes the ones it can and adds its own; what it takes under these names has these units,
 * ranges and signs. Left and right are those of the upright picture, never the person's. The unit {@code ied} is the
 * distance between the iris centres in the picture, {@code ied2} its square, {@code dE} a distance in CIE Lab. What
 * cannot be measured is left out; only the three of {@code face.count}, {@code face.score} and {@code face.second-score}
 * are always taken. Checks named here are those of the catalogue.
 */
public final class Measures {
    private static final Map<MeasureId, Definition> DEFINITIONS = new LinkedHashMap<>();

    // File: from pixels; everything else of the file is in FileFacts.

    /**
     * How much the colours of places of the face differ that are equally light, lightness left out: 90th percentile over the
     * face, but no more than four times the median. Small for a face in grey or in one tone, such as sepia, whatever is behind
     * it, and for one of which spots alone are in colour. Serves {@code file-colour}.
     */
    public static final MeasureId COLOUR_VARIETY = define("colour.variety", "dE", 0, Double.POSITIVE_INFINITY);

    // Face and geometry. Pixels of the upright picture, y grows downwards.

    /**
     * Faces found with a score of at least 0.5 by either detector, each counted once; always taken, 0 where there is
     * none.
     */
    public static final MeasureId FACE_COUNT = define("face.count", "count", 0, Double.POSITIVE_INFINITY);

    /** Score of the best face; 0 where there is none. Always taken. Serves {@code single-face}. */
    public static final MeasureId FACE_SCORE = define("face.score", "probability", 0, 1);

    /**
     * Score of the strongest other face, anywhere and of any size; 0 where there is none. Always taken. Serves {@code
     * single-face}.
     */
    public static final MeasureId FACE_SECOND_SCORE = define("face.second-score", "probability", 0, 1);

    /**
     * Distance of the crown (top of the hair, or of what covers it) from the upper edge; 0 where it touches the edge.
     * Serves {@code head-top-margin}.
     */
    public static final MeasureId HEAD_TOP = define("head.top", "px", 0, Double.POSITIVE_INFINITY);

    /** Distance of the middle between both iris centres from the upper edge. Serves {@code eye-line}. */
    public static final MeasureId EYE_LINE =
            define("eyes.line", "px", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** Distance of the chin from the upper edge. */
    public static final MeasureId CHIN_LINE =
            define("face.chin", "px", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** Cheek to cheek (landmarks 234 and 454), along the line of the eyes. Serves {@code face-width}. */
    public static final MeasureId FACE_WIDTH = define("face.width", "px", 0, Double.POSITIVE_INFINITY);

    /**
     * Distance of the face's axis from the left edge: mean x of iris middle, bridge of the nose and chin. Serves
     * {@code face-centred}.
     */
    public static final MeasureId FACE_AXIS =
            define("face.axis", "px", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /**
     * Between the iris centres, divided by the cosine of the yaw. Serves {@code inter-eye-distance}; the unit {@code
     * ied} below is this length without that division.
     */
    public static final MeasureId EYE_DISTANCE = define("eyes.distance", "px", 0, Double.POSITIVE_INFINITY);

    /**
     * How far the person mask reaches left of the face's axis at the lower border (median of the lowest rows); ends at
     * the picture's side.
     */
    public static final MeasureId SHOULDER_EXTENT_LEFT =
            define("shoulders.extent-left", "ied", 0, Double.POSITIVE_INFINITY);

    /** The same to the right. */
    public static final MeasureId SHOULDER_EXTENT_RIGHT =
            define("shoulders.extent-right", "ied", 0, Double.POSITIVE_INFINITY);

    /**
     * From the face's axis to the left side of the picture: equals the extent where the shoulder runs out of the
     * picture.
     */
    public static final MeasureId SHOULDER_ROOM_LEFT =
            define("shoulders.room-left", "ied", 0, Double.POSITIVE_INFINITY);

    /** The same to the right. */
    public static final MeasureId SHOULDER_ROOM_RIGHT =
            define("shoulders.room-right", "ied", 0, Double.POSITIVE_INFINITY);

    /**
     * From the chin down to the lower border; small where the border crosses the neck. Serves {@code shoulders-in-
     * frame}.
     */
    public static final MeasureId BELOW_CHIN =
            define("shoulders.below-chin", "ied", Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    // Pose. Degrees, by a rigid fit of the landmarks to the canonical face.

    /** Positive: the face turns towards the right edge of the picture. */
    public static final MeasureId HEAD_YAW = define("head.yaw", "deg", -180, 180);

    /** Positive: the face looks up. */
    public static final MeasureId HEAD_PITCH = define("head.pitch", "deg", -180, 180);

    /** Positive: the head leans clockwise as the picture shows it (towards its right edge). */
    public static final MeasureId HEAD_ROLL = define("head.roll", "deg", -180, 180);

    /**
     * Line through the shoulders at 1.35 to 1.9 eye distances from the axis; positive: the right one in the picture is
     * lower. Its confidence says whether both sides agree. Serves {@code shoulders-level}.
     */
    public static final MeasureId SHOULDER_SLOPE = define("shoulders.slope", "deg", -90, 90);

    /** Area of skin outside the face contour between eye and mouth height on the left of the picture. */
    public static final MeasureId EAR_SKIN_LEFT = define("ears.skin-left", "ied2", 0, Double.POSITIVE_INFINITY);

    /** The same on the right. Both serve {@code ears-visible}. */
    public static final MeasureId EAR_SKIN_RIGHT = define("ears.skin-right", "ied2", 0, Double.POSITIVE_INFINITY);

    /**
     * Place of the iris centres between the corners of their eyes, mean of both eyes, minus a half; positive: looks to
     * the right edge of the picture. Serves {@code gaze-forward}.
     */
    public static final MeasureId GAZE_HORIZONTAL = define("gaze.horizontal", "ratio", -1, 1);

    /**
     * Height of the iris centres over the line of the eye corners, in eye widths, mean of both eyes; positive: looks
     * up.
     */
    public static final MeasureId GAZE_VERTICAL = define("gaze.vertical", "ratio", -1, 1);

    // Expression.

    /** Gap of the lids by width of the eye, the lower of both eyes. Serves {@code eyes-open}. */
    public static final MeasureId EYE_OPENING = define("eyes.opening", "ratio", 0, Double.POSITIVE_INFINITY);

    /** Gap of the lids by diameter of the iris, the lower of both eyes: hardly depends on the shape of the eye. */
    public static final MeasureId EYE_OPENING_BY_IRIS =
            define("eyes.opening-by-iris", "ratio", 0, Double.POSITIVE_INFINITY);

    /** Gap of the inner lips by width of the mouth. Serves {@code mouth-closed}. */
    public static final MeasureId MOUTH_OPENING = define("mouth.opening", "ratio", 0, Double.POSITIVE_INFINITY);

    /**
     * Share of bright, unsaturated pixels inside the inner lips; 0 where they are closed. Serves {@code mouth-closed}.
     */
    public static final MeasureId MOUTH_TEETH = define("mouth.teeth", "share", 0, 1);

    /** Corner to corner. Serves {@code expression-natural}. */
    public static final MeasureId MOUTH_WIDTH = define("mouth.width", "ied", 0, Double.POSITIVE_INFINITY);

    /**
     * Height of the corners over the middle of the lips; positive: lifted, a smile. Serves {@code expression-natural}.
     */
    public static final MeasureId MOUTH_CORNER_LIFT = define("mouth.corner-lift", "ied", -10, 10);

    /** Middle of the brows over the iris centres, the more unusual of both sides. Serves {@code expression-natural}. */
    public static final MeasureId BROW_RAISE = define("brows.raise", "ied", -10, 10);

    // Glasses. Lens measures are taken whether or not glasses are worn; the profile asks for them only where they are.

    /** That glasses are worn, before both eyes. Serves {@code glasses}. */
    public static final MeasureId GLASSES = define("glasses.probability", "probability", 0, 1);

    /** Accessory pixels in the eye band (1.1 by 0.5 eye distances to each side). */
    public static final MeasureId GLASSES_SHARE = define("glasses.accessory-share", "share", 0, 1);

    /**
     * Lightness of the cheek minus that of the skin behind the lens, the darker side; positive: the lens is darker.
     * Serves {@code lenses-tinted}.
     */
    public static final MeasureId LENS_DARKNESS = define("lenses.darkness", "L*", -100, 100);

    /** The same of the lens that is less dark: glasses are tinted on both sides. Serves {@code lenses-tinted}. */
    public static final MeasureId LENS_DARKNESS_BOTH = define("lenses.darkness-both", "L*", -100, 100);

    /** Distance in a*, b* between the skin behind the lens and the cheek. Serves {@code lenses-tinted}. */
    public static final MeasureId LENS_CHROMA = define("lenses.chroma", "dE", 0, Double.POSITIVE_INFINITY);

    /** Lightness of the white of the eye minus that of the iris, the lower side; small behind dark lenses. */
    public static final MeasureId SCLERA_CONTRAST = define("lenses.sclera-contrast", "L*", -100, 100);

    /** Bright, unsaturated blobs in the lens area, the worse side. Serves {@code lenses-glare}. */
    public static final MeasureId LENS_GLARE = define("lenses.glare", "share", 0, 1);

    /** The same of the lens with less of it. Serves {@code lenses-glare}. */
    public static final MeasureId LENS_GLARE_BOTH = define("lenses.glare-both", "share", 0, 1);

    /** How light the lightest patch without colour is that lies on a lens beside the eye. Serves {@code lenses-glare}. */
    public static final MeasureId LENS_GLARE_LIGHT = define("lenses.glare-light", "L*", 0, 100);

    /** Accessory pixels on the polygons of the eyes, the worse side. Serves {@code frame-over-eyes}. */
    public static final MeasureId FRAME_ON_EYES = define("glasses.frame-on-eyes", "share", 0, 1);

    /** Lab chroma of the iris, median. Serves {@code contact-lenses-coloured}. */
    public static final MeasureId IRIS_CHROMA = define("iris.chroma", "dE", 0, Double.POSITIVE_INFINITY);

    /** Diameter of the iris by width of the eye. Serves {@code contact-lenses-coloured}. */
    public static final MeasureId IRIS_BY_EYE = define("iris.by-eye", "ratio", 0, Double.POSITIVE_INFINITY);

    /** Lightness step at the outer edge of the iris. Serves {@code contact-lenses-coloured}. */
    public static final MeasureId IRIS_RING = define("iris.ring", "L*", 0, Double.POSITIVE_INFINITY);

    // Accessories and cover. Areas by squared eye distance, shares of the place that is looked at, the worse of two
    // sides.

    /**
     * How likely something is worn at an ear: the network's word on accessories where it is surest beside and below the ear,
     * the greater of both sides. What reaches up beyond the eyes, as glasses do, is left out. Serves {@code earrings}.
     */
    public static final MeasureId EARRINGS = define("earrings.likelihood", "probability", 0, 1);

    /**
     * How much lighter a small round white spot beside the skin of an ear is than the lightest part of the ring round it; 0
     * without such a spot. Serves {@code earrings}.
     */
    public static final MeasureId EARRING_SPOT = define("earrings.spot", "L*", 0, 100);

    /**
     * How likely something is worn about the neck: the network's word on accessories where it is surest below the chin, no
     * further out than a neck is wide; 0 where the picture ends at the chin. Serves {@code necklace}.
     */
    public static final MeasureId NECKLACE = define("necklace.likelihood", "probability", 0, 1);

    /** Accessory pixels elsewhere on face, hair, neck and collar. Serves {@code jewellery}. */
    public static final MeasureId JEWELLERY = define("jewellery.area", "ied2", 0, Double.POSITIVE_INFINITY);

    /** Share of the breadth of the brows that has hair hanging down to it. Serves {@code hair-over-eyebrows}. */
    public static final MeasureId HAIR_ON_BROWS = define("hair.brow-share", "share", 0, 1);

    /** Hair on the polygons of the eyes. Serves {@code hair-over-eyes}. */
    public static final MeasureId HAIR_ON_EYES = define("hair.eye-share", "share", 0, 1);

    /** Hair at the place of the ear. Serves {@code hair-over-ears} and {@code ears-visible}. */
    public static final MeasureId HAIR_ON_EARS = define("hair.ear-share", "share", 0, 1);

    /** Accessory and clothes pixels above the brows. Serves {@code head-covering}. */
    public static final MeasureId HEAD_COVERING = define("head.covering", "ied2", 0, Double.POSITIVE_INFINITY);

    /**
     * Pixels inside the face contour that are not skin, leaving out brows, eyes, lips and glasses. Serves {@code face-
     * occluded}.
     */
    public static final MeasureId FACE_OCCLUSION = define("face.occlusion", "share", 0, 1);

    /** The landmark network's own word on whether a face is there. Serves {@code face-occluded}. */
    public static final MeasureId FACE_PRESENCE = define("face.presence", "probability", 0, 1);

    /** Colour difference between lips and skin. Serves {@code makeup}. */
    public static final MeasureId LIP_CHROMA = define("makeup.lips", "dE", 0, Double.POSITIVE_INFINITY);

    /** Colour difference between cheeks and the skin around them. Serves {@code makeup}. */
    public static final MeasureId CHEEK_CHROMA = define("makeup.cheeks", "dE", 0, Double.POSITIVE_INFINITY);

    /** Colour difference between upper lids and forehead. Serves {@code makeup}. */
    public static final MeasureId EYELID_CHROMA = define("makeup.eyelids", "dE", 0, Double.POSITIVE_INFINITY);

    // Clothing.

    /** Visible clothes; where there are few the others of this group are absent. */
    public static final MeasureId CLOTHES_AREA = define("clothing.area", "ied2", 0, Double.POSITIVE_INFINITY);

    /** Share of the clothes that is blue by hue, chroma and saturation in Lab. Serves {@code clothing-blue}. */
    public static final MeasureId CLOTHES_BLUE = define("clothing.blue", "share", 0, 1);

    /**
     * Lightness of the clothes along the border to the background, median; with the next two the colour that {@code
     * clothing-contrast} compares.
     */
    public static final MeasureId CLOTHES_L = define("clothing.colour-l", "L*", 0, 100);

    /** Green to red of the same. */
    public static final MeasureId CLOTHES_A = define("clothing.colour-a", "a*", -128, 128);

    /** Blue to yellow of the same. */
    public static final MeasureId CLOTHES_B = define("clothing.colour-b", "b*", -128, 128);

    /**
     * Colour contrast within the clothes at garment scale (stripes, checks), not of knit and folds. Serves {@code
     * clothing-pattern}.
     */
    public static final MeasureId CLOTHES_TEXTURE = define("clothing.texture", "dE", 0, Double.POSITIVE_INFINITY);

    /**
     * How much lines and spots of the clothes, a twentieth of the eyes' distance wide, differ from what lies on both sides of
     * them: upper fifth over the clothes, differences of shading counted less and noise subtracted. Serves {@code
     * clothing-pattern}.
     */
    public static final MeasureId CLOTHES_LINES = define("clothing.lines", "dE", 0, Double.POSITIVE_INFINITY);

    // Light, on the skin of the face. Lightness differences are in L*, never divided by lightness, so that dark skin is
    // not held to more.

    /** Mean luminance. Serves {@code exposure}. */
    public static final MeasureId SKIN_LUMINANCE = define("skin.luminance", "ratio", 0, 1);

    /** Luminance 0 to 25 of 255. Serves {@code exposure}. */
    public static final MeasureId SKIN_UNDEREXPOSED = define("skin.underexposed", "share", 0, 1);

    /** Luminance 247 to 255 of 255. Serves {@code exposure}. */
    public static final MeasureId SKIN_OVEREXPOSED = define("skin.overexposed", "share", 0, 1);

    /** Entropy of the luminance. Serves {@code dynamic-range}. */
    public static final MeasureId SKIN_ENTROPY = define("skin.entropy", "bits", 0, 8);

    /**
     * Distance of mean a*, b* from [5, 25] x [5, 35] (NaturalColour of ISO/IEC 29794-5). Serves {@code natural-
     * colour}.
     */
    public static final MeasureId SKIN_CAST = define("skin.cast", "dE", 0, Double.POSITIVE_INFINITY);

    /** Mean a*. */
    public static final MeasureId SKIN_A = define("skin.colour-a", "a*", -128, 128);

    /** Mean b*. */
    public static final MeasureId SKIN_B = define("skin.colour-b", "b*", -128, 128);

    /**
     * Lightness of the left half of the face in the picture minus that of the right, over mirrored skin. Serves {@code
     * light-even}.
     */
    public static final MeasureId LIGHT_BALANCE = define("light.balance", "L*", -100, 100);

    /** Steepest lightness step on the skin by 0.1 eye distances: high in direct sun. Serves {@code light-source}. */
    public static final MeasureId LIGHT_HARDNESS = define("light.hardness", "L*", 0, Double.POSITIVE_INFINITY);

    /**
     * Correlated colour temperature of the light, from the background where it is grey, else from the skin. Serves
     * {@code light-source}.
     */
    public static final MeasureId LIGHT_TEMPERATURE = define("light.temperature", "K", 1000, 40000);

    /** Specular blobs on the skin. Serves {@code highlights}. */
    public static final MeasureId HIGHLIGHTS = define("highlights.share", "share", 0, 1);

    /**
     * How much lighter the plainest spot of shine is than the skin on all sides of it, as far as that is light of the lamp's own
     * colour; forehead, nose and cheeks. As it would be on skin of a lightness of 60, since the same lamp makes dark skin
     * lighter by more. Serves {@code highlights}.
     */
    public static final MeasureId HIGHLIGHT_SPOT = define("highlights.spot", "L*", -100, 100);

    /** Share on the left half in the picture minus share on the right. */
    public static final MeasureId HIGHLIGHT_ASYMMETRY = define("highlights.asymmetry", "share", -1, 1);

    /**
     * How unlike the halves of the face are in where the light on the skin is steep: difference between mirrored places (root of
     * the mean fourth powers), in the natural logarithm of the light over a tenth of the eyes' distance. The same for every
     * skin tone. Serves {@code shadow-on-face}.
     */
    public static final MeasureId FACE_SHADOW = define("shadow.edges", "ratio", 0, Double.POSITIVE_INFINITY);

    /** Red pixels in pupil and iris, the worse eye. Serves {@code red-eye}. */
    public static final MeasureId RED_EYE = define("eyes.red", "share", 0, 1);

    // Background: what the person mask, dilated, leaves.

    /** Share of the picture; where it is small the others of this group are absent. */
    public static final MeasureId BACKGROUND_AREA = define("background.area", "share", 0, 1);

    /** Spread of the colour: square root of the summed variances of L*, a*, b*. Serves {@code background-uniform}. */
    public static final MeasureId BACKGROUND_SPREAD = define("background.spread", "dE", 0, Double.POSITIVE_INFINITY);

    /** Colour change of the best plane across the picture. Serves {@code background-uniform}. */
    public static final MeasureId BACKGROUND_GRADIENT =
            define("background.gradient", "dE", 0, Double.POSITIVE_INFINITY);

    /** Share that differs clearly from the best curved surface. Serves {@code background-uniform}. */
    public static final MeasureId BACKGROUND_OBJECTS = define("background.objects", "share", 0, 1);

    /** Share that lies on an edge of lightness. Serves {@code background-uniform}. */
    public static final MeasureId BACKGROUND_EDGES = define("background.edges", "share", 0, 1);

    /** Median lightness; with the next two the colour of {@code background-colour}. */
    public static final MeasureId BACKGROUND_L = define("background.colour-l", "L*", 0, 100);

    /** Median a*. */
    public static final MeasureId BACKGROUND_A = define("background.colour-a", "a*", -128, 128);

    /** Median b*. */
    public static final MeasureId BACKGROUND_B = define("background.colour-b", "b*", -128, 128);

    /**
     * Lightness of the far background minus that beside the silhouette, the darker side; positive: a shadow. Serves
     * {@code background-shadow}.
     */
    public static final MeasureId BACKGROUND_SHADOW = define("background.shadow", "L*", -100, 100);

    // Image quality.

    /**
     * Gradient energy around the eyes at a fixed number of pixels between them, by the contrast there: independent of
     * size and exposure. Serves {@code sharpness}.
     */
    public static final MeasureId SHARPNESS = define("sharpness.eyes", "ratio", 0, Double.POSITIVE_INFINITY);

    /** How much one direction is blurrier than the other; 0 where both are alike. Serves {@code sharpness}. */
    public static final MeasureId MOTION = define("sharpness.motion", "ratio", 0, 1);

    /** Standard deviation of the noise in flat areas. Serves {@code noise}. */
    public static final MeasureId NOISE = define("noise.sigma", "L*", 0, Double.POSITIVE_INFINITY);

    /**
     * Frequency above which the face holds no detail, by the highest a picture of this size can hold; low where it was
     * enlarged. Serves {@code pixelation}.
     */
    public static final MeasureId SPECTRUM_CUTOFF = define("pixelation.cutoff", "ratio", 0, 1);

    /**
     * Edge energy on the best grid of equal squares by that off it; 1 where there is no grid. Serves {@code
     * pixelation}.
     */
    public static final MeasureId BLOCK_GRID = define("pixelation.grid", "ratio", 0, Double.POSITIVE_INFINITY);

    /** Edge energy on the 8 x 8 grid by that off it; 1 where there is no grid. Serves {@code compression-artefacts}. */
    public static final MeasureId BLOCKINESS = define("compression.blockiness", "ratio", 0, Double.POSITIVE_INFINITY);

    /**
     * Quality factor of an earlier JPEG compression that was harder than the file's own and left its steps in the picture,
     * on the file's grid of blocks or beside it where the picture was cut between; 100 where none is found or the file's own
     * is below 70. Says nothing of pictures resized between the two or compressed less at first. Of JPEG and PNG files only,
     * stored upright and not larger than what is measured. Serves {@code compression-artefacts}.
     */
    public static final MeasureId EARLIER_QUALITY = define("compression.earlier-quality", "quality", 0, 100);

    // Integrity: evidence for a person, never proof.

    /** All recapture cues together. Serves {@code recapture}. */
    public static final MeasureId RECAPTURE = define("recapture.evidence", "probability", 0, 1);

    /**
     * How far the strongest regular pattern over the head rises above the spectrum about it, in natural logarithms of
     * the power.
     */
    public static final MeasureId RECAPTURE_MOIRE = define("recapture.moire", "ratio", 0, Double.POSITIVE_INFINITY);

    /** Straight border of paper or screen: share of the sides that have one. */
    public static final MeasureId RECAPTURE_BORDER = define("recapture.border", "share", 0, 1);

    /** All retouching cues together. Serves {@code retouched}. */
    public static final MeasureId RETOUCH = define("retouch.evidence", "probability", 0, 1);

    /**
     * Fine texture of the cheeks by the square root of the coarser texture and the 0.3rd power of the detail of the brows;
     * low where skin was smoothed.
     */
    public static final MeasureId RETOUCH_SKIN_TEXTURE =
            define("retouch.skin-texture", "ratio", 0, Double.POSITIVE_INFINITY);

    /** Diameter of the irises by the width of the face; high where eyes were enlarged or the face made narrow. */
    public static final MeasureId RETOUCH_IRIS = define("retouch.iris-by-face", "ratio", 0, Double.POSITIVE_INFINITY);

    /** Lightness of the skin minus 2.2 times its chroma; high where skin was whitened. */
    public static final MeasureId RETOUCH_PALLOR = define("retouch.pallor", "L*", -300, 100);

    /**
     * Distance of the picture's hash to the nearest photo of another student or to a rejected one, in 64ths of its 256
     * bits: {@link PictureHash#distance} by 4. Taken by whoever has the store, not by an analyzer. Serves {@code duplicate}.
     */
    public static final MeasureId DUPLICATE_DISTANCE = define("duplicate.distance", "bits", 0, 64);

    private Measures() {}

    /** What is known of a measure; empty for one of a plug-in's own. */
    public static Optional<Definition> definition(MeasureId id) {
        return Optional.ofNullable(DEFINITIONS.get(id));
    }

    /** All of them, in the order of this class. */
    public static Map<MeasureId, Definition> all() {
        return Collections.unmodifiableMap(DEFINITIONS);
    }

    private static MeasureId define(String id, String unit, double least, double most) {
        MeasureId measure = new MeasureId(id);
        DEFINITIONS.put(measure, new Definition(measure, unit, least, most));
        return measure;
    }

    /**
     * Unit and range of a measure.
     *
     * @param id its name
     * @param unit as {@link Measure#unit()} says it
     * @param least smallest value it can have; may be infinite
     * @param most largest value it can have; may be infinite
     */
    public record Definition(MeasureId id, String unit, double least, double most) {
        /** Whether a measure is one of these: same name, same unit, value in range. */
        public boolean fits(Measure measure) {
            return measure.id().equals(id)
                    && measure.unit().equals(unit)
                    && measure.value() >= least
                    && measure.value() <= most;
        }
    }
}
