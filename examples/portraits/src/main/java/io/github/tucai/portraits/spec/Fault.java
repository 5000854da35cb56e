package io.github.tucai.portraits.spec;

import java.util.function.UnaryOperator;

/** One thing that a registration photo must not have, added to a portrait. */
public enum Fault {
    EYES_SHUT("eyes-open", s -> s.set(Dial.EYE_OPEN_LEFT, 0).set(Dial.EYE_OPEN_RIGHT, 0)),
    ONE_EYE_SHUT("eyes-open", s -> s.set(Dial.EYE_OPEN_LEFT, 0)),
    MOUTH_OPEN("mouth-closed", s -> s.set(Dial.MOUTH_OPEN, 1.6)),
    GRIMACE("expression-natural", s -> s.set(Dial.SMILE, 1.3).set(Dial.BROW, 1)),
    HEAD_TURNED("head-yaw", s -> s.set(Dial.YAW, 22)),
    HEAD_LIFTED("head-pitch", s -> s.set(Dial.PITCH, 27)),
    HEAD_BOWED("head-pitch", s -> s.set(Dial.PITCH, -27)),
    HEAD_TILTED("head-roll", s -> s.set(Dial.ROLL, 12)),
    LOOKING_ASIDE("gaze-forward", s -> s.set(Dial.GAZE_YAW, 26)),
    SHOULDERS_TILTED("shoulders-level", s -> s.set(Dial.SHOULDER_TILT, 13)),

    TINTED_GLASSES("lenses-tinted", s -> s.glasses(Glasses.TINTED)),
    GLARE("lenses-glare", s -> s.glasses(Glasses.GLARE)),
    FRAME_OVER_EYES("frame-over-eyes", s -> s.glasses(Glasses.THICK).set(Dial.GLASSES_DOWN, 1.75)),
    HAT("head-covering", s -> s.hat(Hat.BEANIE)),
    CAP("head-covering", s -> s.hat(Hat.CAP)),
    EARRINGS("earrings", s -> s.with(Extra.EARRINGS)),
    NECKLACE(
            "necklace",
            s -> s.clothes(Clothes.TSHIRT).tint(Tint.CLOTHES, 0x54565a).with(Extra.NECKLACE)),
    FRINGE("hair-over-eyebrows", s -> s.hair(Hair.FRINGE)),
    HAIR_OVER_EARS("hair-over-ears", s -> s.hair(Hair.LONG_OVER_EARS)),

    BLUE_SHIRT("clothing-blue", s -> s.clothes(Clothes.SHIRT).tint(Tint.CLOTHES, 0x2f5fae)),
    CLOTHES_LIKE_WALL("clothing-contrast", s -> s.clothes(Clothes.TSHIRT).tint(Tint.CLOTHES, 0xcdcfd1)),
    STRIPES(
            "clothing-pattern",
            s -> s.clothes(Clothes.TSHIRT).pattern(Pattern.STRIPES).tint(Tint.CLOTHES, 0x6b2a32)),

    TOO_DARK("exposure", s -> s.set(Dial.EXPOSURE, .13)),
    TOO_BRIGHT("exposure", s -> s.set(Dial.EXPOSURE, 3)),
    SIDE_LIGHT("light-even", s -> s.set(Dial.LIGHT_YAW, -60).set(Dial.LIGHT_CONTRAST, .88)),
    SHINE("highlights", s -> s.set(Dial.GLOSS, 1).set(Dial.LIGHT_CONTRAST, .95).set(Dial.EXPOSURE, 1.5)),
    RED_EYES("red-eye", s -> s.with(Extra.RED_EYES)),
    SHADOW_BEHIND("background-shadow", s -> s.set(Dial.BACKGROUND_SHADOW, .9).set(Dial.LIGHT_YAW, -35)),
    UNEVEN_WALL("background-uniform", s -> s.set(Dial.BACKGROUND_GRADIENT, -1)),
    DARK_WALL("background-colour", s -> s.tint(Tint.BACKGROUND, 0x8a4b3c)),

    BLURRED("sharpness", s -> s.set(Dial.BLUR, 4)),
    NOISY("noise", s -> s.set(Dial.NOISE, 22)),
    TOO_SMALL("eye-line", s -> s.set(Dial.HEAD_HEIGHT, .26).set(Dial.EYE_LINE, .6)),
    TOO_LARGE("head-top-margin", s -> s.set(Dial.HEAD_HEIGHT, .84)),
    OFF_CENTRE("face-centred", s -> s.set(Dial.HEAD_X, .27));

    private final String check;

    @SuppressWarnings("ImmutableEnumChecker") // the lambdas above capture nothing
    private final UnaryOperator<PortraitSpec.Builder> change;

    Fault(String check, UnaryOperator<PortraitSpec.Builder> change) {
        this.check = check;
        this.change = change;
    }

    /** The id of the check that is there to find it. */
    public String check() {
        return check;
    }

    /** The same person with this fault. */
    public PortraitSpec applyTo(PortraitSpec person) {
        return change.apply(person.toBuilder()).build();
    }
}
