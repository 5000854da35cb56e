package io.github.tucai.calibration.recapture;

import io.github.tucai.portraits.Images;
import io.github.tucai.portraits.Jpeg;
import java.awt.image.BufferedImage;
import java.util.Random;

/**
 * One picture taken of another, with everything about it drawn from a seed.
 *
 * @param jpeg the file
 * @param strength what makes the kind plain: camera pixels for each pixel of the screen or each dot of the print, 0 for controls
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
record Recapture(byte[] jpeg, double strength) {
    /** What is taken, and how it arrives. */
    enum Kind {
        /** The subject itself. */
        CONTROL,
        /** The subject itself, sent by a messenger. */
        CONTROL_SENT,
        /** A screen of a computer. */
        SCREEN,
        /** A screen of a phone, sent by a messenger. */
        PHONE_SENT,
        /** A print in dots that fills the picture. */
        HALFTONE,
        /** A print in dots with the border of its sheet. */
        HALFTONE_SHEET,
        /** An inkjet's print, with or without border. */
        INKJET,
        /** A photo shop's print, with or without border. */
        PHOTO_PRINT;

        boolean isGenuine() {
            return this == CONTROL || this == CONTROL_SENT;
        }
    }

    // What matters is how many pixels of the camera fall on one of the screen, not how many there are.
    private static final int LONGEST = 1000;
    private static final int SENT_LONG_SIDE = 800;
    private static final float SENT_QUALITY = 0.75f;

    /** Takes the picture once more; the same seed gives the same bytes. */
    @SuppressWarnings("EnumOrdinal") // a kind has its place in the seed
    static Recapture of(BufferedImage genuine, Kind kind, long seed) {
        // The first numbers of generators with neighbouring seeds are alike.
        Random random = new Random(new Random(seed * 31 + kind.ordinal()).nextLong());
        Light picture = Light.of(genuine);
        double scale = between(random, 0.8, 1.3);
        double longest = LONGEST / (double) Math.max(picture.width(), picture.height());
        int width = (int) (Math.min(scale, longest) * picture.width());
        int height = (int) Math.round((double) width * picture.height() / picture.width());
        double strength = strength(kind, random);
        View view = view(kind, random);
        Scene scene = scene(kind, picture, strength / width, random);
        Camera camera = new Camera(
                width, height, between(random, 0.45, 0.9), between(random, 0.004, 0.02), between(random, 0.3, 1.2));
        BufferedImage taken = camera.take(scene, view, (double) picture.height() / picture.width(), random);
        byte[] file = isSent(kind)
                ? Jpeg.bytes(reduced(taken), SENT_QUALITY)
                : Jpeg.bytes(taken, (float) between(random, 0.8, 0.95));
        return new Recapture(file, strength);
    }

    private static boolean isSent(Kind kind) {
        return kind == Kind.CONTROL_SENT || kind == Kind.PHONE_SENT;
    }

    private static double strength(Kind kind, Random random) {
        return switch (kind) {
            case CONTROL, CONTROL_SENT -> 0;
            case SCREEN, PHONE_SENT -> between(random, 0.5, 3);
            case HALFTONE, HALFTONE_SHEET -> between(random, 1.5, 6);
            case INKJET, PHOTO_PRINT -> between(random, 0.25, 0.9);
        };
    }

    private static View view(Kind kind, Random random) {
        double turn = Math.toRadians(4 * random.nextGaussian());
        double slantX = 0.06 * random.nextGaussian();
        double slantY = 0.06 * random.nextGaussian();
        boolean showsBorder = kind == Kind.HALFTONE_SHEET
                || ((kind == Kind.INKJET || kind == Kind.PHOTO_PRINT || kind == Kind.SCREEN) && random.nextInt(3) == 0);
        double zoom = kind.isGenuine() ? between(random, 0.9, 1) : between(random, 0.8, 0.95);
        return new View(
                showsBorder ? between(random, 1.05, 1.25) : zoom,
                kind.isGenuine() ? 0 : turn,
                slantX,
                slantY,
                0.02 * random.nextGaussian(),
                0.02 * random.nextGaussian());
    }

    private static Scene scene(Kind kind, Light picture, double period, Random random) {
        Room room = new Room(
                between(random, 0.003, 0.04),
                random.nextInt(2) * between(random, 0, 0.25),
                random.nextDouble(),
                random.nextDouble(),
                between(random, -0.5, 0.5),
                between(random, 0.05, 0.7));
        double border = between(random, 0.02, 0.08);
        double texture = between(random, 0.01, 0.08);
        Screen.Layout layout = random.nextBoolean() ? Screen.Layout.STRIPES : Screen.Layout.DIAMONDS;
        return switch (kind) {
            case CONTROL, CONTROL_SENT -> Scene.bare(picture);
            case SCREEN, PHONE_SENT -> new Screen(pixels(picture, period), layout, room, border);
            case HALFTONE, HALFTONE_SHEET ->
                new Print(picture, Print.Technique.HALFTONE, period, border, room, texture, random.nextLong());
            case INKJET ->
                new Print(picture, Print.Technique.DROPLETS, period, border, room, texture, random.nextLong());
            case PHOTO_PRINT ->
                new Print(picture, Print.Technique.DYE, period, border, room, texture, random.nextLong());
        };
    }

    private static Light pixels(Light picture, double pitch) {
        int across = (int) Math.round(1 / pitch);
        return picture.resized(across, (int) Math.round((double) across * picture.height() / picture.width()));
    }

    private static BufferedImage reduced(BufferedImage image) {
        double scale = Math.min(1, (double) SENT_LONG_SIDE / Math.max(image.getWidth(), image.getHeight()));
        int width = (int) Math.round(scale * image.getWidth());
        int height = (int) Math.round(scale * image.getHeight());
        return Images.resized(image, width, height);
    }

    private static double between(Random random, double from, double to) {
        return from + (to - from) * random.nextDouble();
    }
}
