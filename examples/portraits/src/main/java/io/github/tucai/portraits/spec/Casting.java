package io.github.tucai.portraits.spec;

import java.util.List;
import java.util.Random;

/** Invents people. */
final class Casting {
    private static final List<Integer> DARK_HAIR = List.of(0x15100e, 0x1c1411, 0x2a1d16, 0x0c0a0a, 0x231813);
    private static final List<Integer> EYES = List.of(0x3a2618, 0x4a3020, 0x2e1e14, 0x5a3d24);
    private static final List<Integer> WALLS = List.of(0xe9ebee, 0xffffff, 0xc9d6e4, 0xf0f0f0);
    private static final List<Integer> TOPS = List.of(0x27303f, 0x8a2f35, 0x2c5a4a, 0x555a60, 0x6a7fa0, 0x7d6a58);

    private static final List<Integer> PLAIN_WALLS = List.of(0xf0f0f0, 0xe9ebee, 0xeceff1);
    private static final List<Integer> SUITS = List.of(0x333438, 0x3d3a3a, 0x40362f, 0x2f3733, 0x3f2c31);
    private static final List<Integer> PLAIN_TOPS = List.of(0x6b2a32, 0x35563f, 0x5b5148, 0x54565a, 0x6a3a4e, 0x4c5a3a);
    private static final List<Integer> TIES = List.of(0x6d1f2a, 0x46464a, 0x4d5a3a, 0x5a3a4e);

    private Casting() {}

    static PortraitSpec person(long seed) {
        Random random = new Random(seed);
        PortraitSpec.Builder spec = PortraitSpec.builder().seed(seed);
        proportions(spec, random);
        spec.set(Dial.SKIN_TONE, random.nextDouble());
        if (random.nextInt(4) == 0) {
            spec.with(Extra.STUBBLE);
        }
        spec.hair(pick(
                random,
                List.of(Hair.SHORT, Hair.SIDE_PART, Hair.TIED_BACK, Hair.LONG_BEHIND_EARS, Hair.LONG_OVER_EARS)));
        spec.tint(Tint.HAIR, pick(random, DARK_HAIR)).tint(Tint.IRIS, pick(random, EYES));
        spec.tint(Tint.BACKGROUND, pick(random, WALLS)).tint(Tint.CLOTHES, pick(random, TOPS));
        Clothes clothes = pick(random, List.of(Clothes.values()));
        spec.clothes(clothes);
        spec.pattern(clothes == Clothes.SUIT ? Pattern.PLAIN : pick(random, List.of(Pattern.values())));
        set(spec, Dial.LIGHT_YAW, random.nextGaussian() * 20);
        set(spec, Dial.LIGHT_CONTRAST, .3 + .25 * random.nextDouble());
        set(spec, Dial.GLOSS, random.nextDouble() * .6);
        return spec.build();
    }

    private static void proportions(PortraitSpec.Builder spec, Random random) {
        set(spec, Dial.FACE_WIDTH, random.nextGaussian() * .5);
        set(spec, Dial.JAW_WIDTH, -.6 + random.nextGaussian() * .4);
        set(spec, Dial.NOSE_WIDTH, random.nextGaussian() * .5);
        set(spec, Dial.EYE_SIZE, .5 + random.nextGaussian() * .4);
        set(spec, Dial.LIP_FULLNESS, random.nextGaussian() * .5);
        set(spec, Dial.FACE_LENGTH, random.nextGaussian() * .6);
    }

    static PortraitSpec student(long seed) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L + 11);
        PortraitSpec.Builder spec = PortraitSpec.builder().seed(seed);
        proportions(spec, random);
        // Not left to chance, so that a handful of students is mixed too.
        if (Math.floorMod(seed, 2) == 0) {
            softer(spec, random);
        } else {
            harder(spec, random);
        }
        set(spec, Dial.SKIN_TONE, .06 + .38 * random.nextDouble());
        spec.tint(Tint.HAIR, pick(random, DARK_HAIR)).tint(Tint.IRIS, pick(random, EYES));
        spec.tint(Tint.BACKGROUND, pick(random, PLAIN_WALLS));
        clothes(spec, random);
        set(spec, Dial.SMILE, .08 + .14 * random.nextDouble());
        evenLight(spec, random);
        return spec.build();
    }

    private static void softer(PortraitSpec.Builder spec, Random random) {
        set(spec, Dial.JAW_WIDTH, -1.1 + random.nextGaussian() * .25);
        set(spec, Dial.LIP_FULLNESS, .5 + random.nextGaussian() * .3);
        set(spec, Dial.EYE_SIZE, .9 + random.nextGaussian() * .2);
        set(spec, Dial.BROW_WEIGHT, .55 + .25 * random.nextDouble());
        // Drawn hair that is tied back is often taken for a cap by segmentation models.
        spec.hair(Hair.LONG_BEHIND_EARS);
    }

    private static void harder(PortraitSpec.Builder spec, Random random) {
        set(spec, Dial.BROW_WEIGHT, .85 + .3 * random.nextDouble());
        spec.hair(random.nextInt(3) == 0 ? Hair.SIDE_PART : Hair.SHORT);
        if (random.nextInt(5) == 0) {
            spec.with(Extra.STUBBLE);
        }
    }

    private static void clothes(PortraitSpec.Builder spec, Random random) {
        Clothes clothes = pick(random, List.of(Clothes.SUIT, Clothes.SUIT, Clothes.SHIRT, Clothes.TSHIRT));
        spec.clothes(clothes);
        spec.tint(Tint.CLOTHES, pick(random, clothes == Clothes.SUIT ? SUITS : PLAIN_TOPS));
        spec.tint(Tint.TIE, pick(random, TIES));
    }

    private static void evenLight(PortraitSpec.Builder spec, Random random) {
        set(spec, Dial.LIGHT_YAW, random.nextGaussian() * 4);
        set(spec, Dial.LIGHT_PITCH, Math.max(24, 28 + random.nextGaussian() * 2));
        set(spec, Dial.LIGHT_CONTRAST, .30 + .08 * random.nextDouble());
        set(spec, Dial.GLOSS, .1 + .15 * random.nextDouble());
        set(spec, Dial.BLUR, 0);
    }

    static PortraitSpec retake(PortraitSpec first, long take) {
        if (take < 1) {
            throw new IllegalArgumentException("take must be 1 or more, got " + take + "; 0 is the first photo");
        }
        Random random = new Random(first.seed() * 31 + take * 0x9E3779B97F4A7C15L);
        PortraitSpec.Builder spec = first.toBuilder().take(take);
        nudge(spec, first, Dial.YAW, random.nextGaussian() * 1.2);
        nudge(spec, first, Dial.PITCH, random.nextGaussian() * .8);
        nudge(spec, first, Dial.ROLL, random.nextGaussian() * .8);
        nudge(spec, first, Dial.SMILE, random.nextGaussian() * .05);
        nudge(spec, first, Dial.BROW, random.nextGaussian() * .05);
        nudge(spec, first, Dial.HEAD_X, random.nextGaussian() * .006);
        nudge(spec, first, Dial.EYE_LINE, random.nextGaussian() * .006);
        nudge(spec, first, Dial.HEAD_HEIGHT, random.nextGaussian() * .008);
        nudge(spec, first, Dial.LIGHT_YAW, random.nextGaussian() * 5);
        nudge(spec, first, Dial.LIGHT_PITCH, random.nextGaussian() * 3);
        nudge(spec, first, Dial.EXPOSURE, random.nextGaussian() * .04);
        return spec.build();
    }

    private static void nudge(PortraitSpec.Builder spec, PortraitSpec first, Dial dial, double by) {
        double most = dial == Dial.LIGHT_YAW || dial == Dial.LIGHT_PITCH ? 8 : 2.5;
        set(spec, dial, first.get(dial) + Math.max(-most, Math.min(most, by)));
    }

    private static void set(PortraitSpec.Builder spec, Dial dial, double value) {
        spec.set(dial, dial.nearest(value));
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
