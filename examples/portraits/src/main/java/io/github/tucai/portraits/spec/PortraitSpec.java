package io.github.tucai.portraits.spec;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What to draw. The same specification gives the same picture on one machine; on another the last bit of a sine may
 * differ, so compare pictures of two machines with a tolerance.
 */
public final class PortraitSpec {
    private static final int LEAST_SIDE = 64;
    private static final int MOST_SIDE = 2400;

    private final int width;
    private final int height;
    private final long seed;
    private final long take;
    private final Quality quality;
    private final Map<Dial, Double> dials;
    private final Map<Tint, Integer> tints;
    private final EnumSet<Extra> extras;
    private final Hair hair;
    private final Glasses glasses;
    private final Hat hat;
    private final Clothes clothes;
    private final Pattern pattern;

    private PortraitSpec(Builder from) {
        width = from.width;
        height = from.height;
        seed = from.seed;
        take = from.take;
        quality = from.quality;
        dials = new EnumMap<>(from.dials);
        tints = new EnumMap<>(from.tints);
        extras = from.extras.clone();
        hair = from.hair;
        glasses = from.glasses;
        hat = from.hat;
        clothes = from.clothes;
        pattern = from.pattern;
    }

    /** Starts from the usual face in a dark suit before a light wall, 600 by 800 pixels. */
    public static Builder builder() {
        return new Builder();
    }

    /** Any person, frontal and with open eyes; skin, hair, clothes, wall and light vary. Hair is dark. */
    public static PortraitSpec person(long seed) {
        return Casting.person(seed);
    }

    /**
     * A student as a registration photo wants them: 3:4, head about half the height, both shoulders, ears and brows
     * free, even light, a plain light wall, plain clothes that are not blue. People vary with the seed.
     */
    public static PortraitSpec registration(long seed) {
        return Casting.student(seed);
    }

    /**
     * The same person, photographed again: light, distance, pose and expression differ a little and stay within what a
     * registration photo allows.
     *
     * @param take 0 is the first photo
     */
    public PortraitSpec retake(long take) {
        return Casting.retake(this, take);
    }

    public PortraitSpec with(Dial dial, double value) {
        return toBuilder().set(dial, value).build();
    }

    public PortraitSpec with(Tint tint, int rgb) {
        return toBuilder().tint(tint, rgb).build();
    }

    public PortraitSpec with(Quality quality) {
        return toBuilder().quality(quality).build();
    }

    /** The same portrait in another size; the framing is kept. */
    public PortraitSpec sized(int width, int height) {
        return toBuilder().size(width, height).build();
    }

    public Builder toBuilder() {
        return new Builder(this);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Stands for what cannot be named: every hair of the brows and of the head. */
    public long seed() {
        return seed;
    }

    /** Stands for the moment of the photo: the noise. */
    public long take() {
        return take;
    }

    public Quality quality() {
        return quality;
    }

    public double get(Dial dial) {
        Double value = dials.get(dial);
        return value == null ? dial.usual() : value;
    }

    /** 0xRRGGBB in sRGB. */
    public int get(Tint tint) {
        Integer rgb = tints.get(tint);
        return rgb == null ? tint.usual() : rgb;
    }

    public boolean has(Extra extra) {
        return extras.contains(extra);
    }

    public Hair hair() {
        return hair;
    }

    public Glasses glasses() {
        return glasses;
    }

    public Hat hat() {
        return hat;
    }

    public Clothes clothes() {
        return clothes;
    }

    public Pattern pattern() {
        return pattern;
    }

    /** SHA-256 of all that decides the picture, in hexadecimal. */
    public String digest() {
        try {
            byte[] text = toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PortraitSpec spec && toString().equals(spec.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** Everything, in one line; two specifications are equal when these texts are. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(400);
        text.append("PortraitSpec[").append(width).append('x').append(height);
        text.append(" seed=")
                .append(seed)
                .append(" take=")
                .append(take)
                .append(' ')
                .append(quality);
        text.append(" hair=")
                .append(hair)
                .append(" glasses=")
                .append(glasses)
                .append(" hat=")
                .append(hat);
        text.append(" clothes=").append(clothes).append(" pattern=").append(pattern);
        text.append(' ').append(extras);
        for (Dial dial : Dial.values()) {
            text.append(' ').append(dial).append('=').append(get(dial));
        }
        for (Tint tint : Tint.values()) {
            text.append(String.format(Locale.ROOT, " %s=%06x", tint, get(tint)));
        }
        return text.append(']').toString();
    }

    /** Collects a specification; what is not set keeps its usual value. */
    public static final class Builder {
        private int width = 600;
        private int height = 800;
        private long seed = 1;
        private long take;
        private Quality quality = Quality.FINE;
        private final EnumMap<Dial, Double> dials;
        private final EnumMap<Tint, Integer> tints;
        private final EnumSet<Extra> extras;
        private Hair hair = Hair.SHORT;
        private Glasses glasses = Glasses.NONE;
        private Hat hat = Hat.NONE;
        private Clothes clothes = Clothes.SUIT;
        private Pattern pattern = Pattern.PLAIN;

        private Builder() {
            dials = new EnumMap<>(Dial.class);
            tints = new EnumMap<>(Tint.class);
            extras = EnumSet.noneOf(Extra.class);
        }

        private Builder(PortraitSpec spec) {
            width = spec.width;
            height = spec.height;
            seed = spec.seed;
            take = spec.take;
            quality = spec.quality;
            dials = new EnumMap<>(spec.dials);
            tints = new EnumMap<>(spec.tints);
            extras = EnumSet.noneOf(Extra.class);
            extras.addAll(spec.extras);
            hair = spec.hair;
            glasses = spec.glasses;
            hat = spec.hat;
            clothes = spec.clothes;
            pattern = spec.pattern;
        }

        /** Pixels, 64 to 2400 a side. */
        public Builder size(int width, int height) {
            this.width = side("width", width);
            this.height = side("height", height);
            return this;
        }

        private static int side(String name, int pixels) {
            if (pixels < LEAST_SIDE || pixels > MOST_SIDE) {
                throw new IllegalArgumentException(
                        name + " must be from " + LEAST_SIDE + " to " + MOST_SIDE + " pixels, got " + pixels);
            }
            return pixels;
        }

        public Builder seed(long seed) {
            this.seed = seed;
            return this;
        }

        public Builder take(long take) {
            this.take = take;
            return this;
        }

        public Builder quality(Quality quality) {
            this.quality = Objects.requireNonNull(quality, "quality");
            return this;
        }

        public Builder set(Dial dial, double value) {
            dials.put(dial, dial.checked(value) + 0.0); // -0.0 and 0.0 are the same turn of a dial
            return this;
        }

        /**
         * Sets a colour.
         *
         * @param rgb 0xRRGGBB in sRGB
         */
        public Builder tint(Tint tint, int rgb) {
            if (rgb < 0 || rgb > 0xffffff) {
                throw new IllegalArgumentException(
                        tint + " must be from 0x000000 to 0xffffff, got 0x" + Integer.toHexString(rgb));
            }
            tints.put(tint, rgb);
            return this;
        }

        public Builder with(Extra extra) {
            extras.add(extra);
            return this;
        }

        public Builder without(Extra extra) {
            extras.remove(extra);
            return this;
        }

        public Builder hair(Hair hair) {
            this.hair = Objects.requireNonNull(hair, "hair");
            return this;
        }

        public Builder glasses(Glasses glasses) {
            this.glasses = Objects.requireNonNull(glasses, "glasses");
            return this;
        }

        public Builder hat(Hat hat) {
            this.hat = Objects.requireNonNull(hat, "hat");
            return this;
        }

        public Builder clothes(Clothes clothes) {
            this.clothes = Objects.requireNonNull(clothes, "clothes");
            return this;
        }

        public Builder pattern(Pattern pattern) {
            this.pattern = Objects.requireNonNull(pattern, "pattern");
            return this;
        }

        public PortraitSpec build() {
            return new PortraitSpec(this);
        }
    }
}
