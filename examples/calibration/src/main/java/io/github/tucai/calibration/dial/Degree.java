package io.github.tucai.calibration.dial;

import io.github.tucai.photo.CheckId;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/** A fault with a dial. */
public enum Degree {
    HIGHLIGHT("L* over the skin", "highlights,exposure", 8, 16, LightDials::highlight, 4, 8, 12, 16, 22, 30),
    SMALL_HIGHLIGHT("L* over the skin", "highlights,exposure", 12, 25, LightDials::smallHighlight, 12, 18, 25, 35),
    SIDE_LIGHT(
            "times the light of the other side",
            "light-even,shadow-on-face",
            1.8,
            3,
            LightDials::sideLight,
            1.8,
            2.4,
            3,
            4.5),
    CAST_SHADOW(
            "share of light taken",
            "shadow-on-face,light-even",
            0.15,
            0.35,
            LightDials::castShadow,
            0.15,
            0.25,
            0.35,
            0.55),
    TINT("share of light taken by lenses", "lenses-tinted", 0.2, 0.4, WornDials::tint, 0.2, 0.3, 0.4, 0.6),
    GLARE("share of a lens", "lenses-glare", 0.02, 0.08, WornDials::glare, 0.01, 0.02, 0.04, 0.08, 0.16, 0.3),
    BACKGROUND_GRADIENT(
            "share of light lost", "background-uniform", 0.25, 0.5, LightDials::gradient, 0.25, 0.35, 0.5, 0.7),
    BACKGROUND_SHADOW(
            "share of light taken",
            "background-shadow,background-uniform",
            0.17,
            0.4,
            LightDials::wallShadow,
            0.17,
            0.25,
            0.4,
            0.6),
    BACKGROUND_OBJECT(
            "share of light taken", "background-uniform", 0.1, 0.25, LightDials::object, 0.1, 0.17, 0.25, 0.4),
    CAST("share of the light of a channel", "natural-colour", 0.1, 0.25, LightDials::cast, 0.1, 0.17, 0.25, 0.4),
    OVEREXPOSED("stops", "exposure", 0.5, 1, LightDials::overexposed, 0.5, 0.75, 1, 1.5),
    UNDEREXPOSED("stops", "exposure,dynamic-range", 1, 2, LightDials::underexposed, 1, 1.5, 2, 3),
    WHITENED("share of white", "retouched,exposure", 0.15, 0.3, LightDials::whitened, 0.15, 0.22, 0.3, 0.45),
    EYES_SHUT("share of the opening", "eyes-open", 0.4, 0.75, MovedDials::shut, 0.4, 0.6, 0.75, 1),
    MOUTH_OPEN(
            "share of the mouth's breadth", "mouth-closed", 0.05, 0.12, MovedDials::mouthOpen, 0.05, 0.08, 0.12, 0.25),
    FRINGE("share of the brows' breadth", "hair-over-eyebrows", 0.15, 0.3, WornDials::fringe, 0.15, 0.22, 0.3, 0.5),
    HAIR_OVER_EAR(
            "share of the ear", "hair-over-ears,ears-visible", 0.3, 0.6, WornDials::hairOverEar, 0.3, 0.45, 0.6, 0.9),
    BLUE("chroma", "clothing-blue", 10, 20, WornDials::blue, 10, 15, 20, 35);

    /** Draws a fault; the number says which of its places and shapes. */
    @FunctionalInterface
    interface Drawing {
        void on(Canvas canvas, double severity, int number);
    }

    private final String unit;
    private final String checks;
    private final double justVisible;
    private final double plain;

    @SuppressWarnings("ImmutableEnumChecker") // a reference to a method
    private final Drawing drawing;

    @SuppressWarnings("ImmutableEnumChecker") // never changed
    private final List<Double> severities;

    Degree(String unit, String checks, double justVisible, double plain, Drawing drawing, double... severities) {
        this.unit = unit;
        this.checks = checks;
        this.justVisible = justVisible;
        this.plain = plain;
        this.drawing = drawing;
        this.severities = DoubleStream.of(severities).boxed().toList();
    }

    /** What the numbers of the dial count. */
    public String unit() {
        return unit;
    }

    /** The checks that should tell it. */
    public List<CheckId> checks() {
        return List.of(checks.split(",", -1)).stream().map(CheckId::new).toList();
    }

    /** From here on a look at the whole photo finds it. */
    public double justVisible() {
        return justVisible;
    }

    /** From here on nobody would overlook it. */
    public double plain() {
        return plain;
    }

    /** Where the dial is put, from faint to strong. */
    public List<Double> severities() {
        return severities;
    }

    void draw(Canvas canvas, double severity, int number) {
        drawing.on(canvas, severity, number);
    }

    /**
     * Whether a portrait leaves room for it: it is not there yet, and there is what it lies on.
     *
     * @param skin mean luma, 0 to 1: on white skin nothing shines
     */
    boolean fits(Map<String, String> labels, double skin) {
        return switch (this) {
            case HIGHLIGHT, SMALL_HIGHLIGHT -> skin < 0.64;
            case TINT, GLARE ->
                is(labels, "glasses", "yes")
                        && is(labels, "tinted_glasses", "no")
                        && is(labels, "glare_on_glasses", "no");
            case BACKGROUND_GRADIENT, BACKGROUND_SHADOW, BACKGROUND_OBJECT -> is(labels, "background_uniform", "yes");
            case FRINGE -> is(labels, "hair_covers_eyebrow", "no");
            case HAIR_OVER_EAR -> is(labels, "ears_both_visible", "yes") && is(labels, "hair_covers_ear", "no");
            case BLUE -> is(labels, "clothing_blue", "no");
            case MOUTH_OPEN -> is(labels, "mouth_closed", "yes");
            default -> true;
        };
    }

    private static boolean is(Map<String, String> labels, String label, String value) {
        return value.equals(labels.get(label));
    }
}
