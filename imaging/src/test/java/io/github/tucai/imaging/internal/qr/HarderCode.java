package io.github.tucai.imaging.internal.qr;

import io.github.tucai.photo.PhotoImage;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A picture of printed or shown QR symbols of the size of collection codes, as a phone takes it in bad conditions: a sheet seen
 * through a lens in some light. The same seed gives the same picture.
 *
 * @param kind what makes it hard
 * @param texts what its symbols say
 * @param encoded the file, JPEG or PNG
 */
record HarderCode(Kind kind, List<String> texts, PhotoImage encoded) {
    enum Kind {
        PHONE,
        ROTATED,
        TILTED,
        CURVED,
        BLURRED,
        MOVED,
        NOISY,
        PALE,
        SHADED,
        GLARING,
        COMPRESSED,
        SCREEN,
        OCCLUDED,
        TIGHT,
        TINY,
        SEVERAL,
        STRETCHED,
        MIRRORED,
        INVERTED,
        COLOURED,
        DOTTED,
        ROUNDED,
        LOGO,
        FAX
    }

    /** One of these is drawn for each picture of colours: ink and paper. */
    private static final int[][] COLOURS = {
        {0x10206A, 0xF4D83C},
        {0xC8202A, 0xFAFAF6},
        {0xFAFAF6, 0xC8202A},
        {0xF29A1E, 0xFFFFFF},
        {0x0E5A3A, 0xE8C8D8},
        {0x3A8AE0, 0xFFF4D0},
        {0xE04A9A, 0xD8F0FF}
    };

    private static final int BLACK_ON_WHITE = 0x141414;
    private static final int WHITE = 0xEBEBEB;

    static HarderCode draw(Kind kind, long seed) {
        Random random = new Random(seed * 31 + kind.name().hashCode());
        Sheet sheet = sheet(kind, random);
        Lens lens = lens(kind, sheet, random);
        Exposure exposure = new Exposure(lens.shot(sheet), random);
        expose(kind, exposure, lens, random);
        int[] colours =
                kind == Kind.COLOURED ? COLOURS[random.nextInt(COLOURS.length)] : new int[] {BLACK_ON_WHITE, WHITE};
        byte[] file =
                switch (kind) {
                    case FAX -> exposure.png(0, 0xFFFFFF);
                    case COMPRESSED -> exposure.jpeg(BLACK_ON_WHITE, WHITE, between(random, 0.1, 0.3));
                    default -> exposure.jpeg(colours[0], colours[1], between(random, 0.6, 0.9));
                };
        return new HarderCode(kind, sheet.texts(), PhotoImage.copyOf(file));
    }

    private static Sheet sheet(Kind kind, Random random) {
        int count = kind == Kind.SEVERAL ? 2 + random.nextInt(3) : 1;
        List<String> texts =
                IntStream.range(0, count).mapToObj(i -> text(random)).toList();
        Sheet.Modules modules =
                switch (kind) {
                    case DOTTED -> Sheet.Modules.DOTTED;
                    case ROUNDED -> Sheet.Modules.ROUNDED;
                    default -> Sheet.Modules.SQUARE;
                };
        Sheet sheet = new Sheet(texts, modules, random);
        switch (kind) {
            case OCCLUDED -> sheet.cover(between(random, 0.03, 0.06), 1 + random.nextInt(3));
            case LOGO -> sheet.coverCentre(between(random, 0.02, 0.05));
            case TIGHT -> sheet.withoutQuietZone();
            case INVERTED -> sheet.invert();
            default -> {}
        }
        return sheet;
    }

    /** As long as collection codes, or a short one. */
    private static String text(Random random) {
        int length = random.nextInt(4) == 0 ? 12 + random.nextInt(60) : 260 + random.nextInt(560);
        StringBuilder text = new StringBuilder("TC1:");
        random.ints(length, 0, 32).forEach(i -> text.append("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".charAt(i)));
        return text.toString();
    }

    private static Lens lens(Kind kind, Sheet sheet, Random random) {
        double degrees = kind == Kind.FAX ? 2 : 12;
        double modulePx =
                switch (kind) {
                    case FAX -> between(random, 2, 3.5);
                    case COMPRESSED -> between(random, 3, 5);
                    case TINY -> 0;
                    default -> between(random, 3, 6);
                };
        Lens lens = kind == Kind.TINY
                ? Lens.ofPhoto(sheet, between(random, 2e6, 5e6), between(random, 0.03, 0.08), random)
                : Lens.close(sheet, modulePx, room(kind, random));
        lens.turn(Math.toRadians(kind == Kind.ROTATED ? between(random, 0, 360) : between(random, -degrees, degrees)));
        switch (kind) {
            case TILTED -> lens.tilt(Math.toRadians(between(random, 25, 45)), between(random, 0, 2 * Math.PI));
            case PHONE -> {
                lens.tilt(Math.toRadians(between(random, 8, 28)), between(random, 0, 2 * Math.PI));
                lens.bend(between(random, 1, 4), between(random, 0, Math.PI));
            }
            case CURVED -> lens.bend(between(random, 0.62, 1), between(random, 0, Math.PI));
            case STRETCHED -> lens.stretch(between(random, 1.25, 1.7), random.nextBoolean());
            case MIRRORED -> lens.mirror();
            default -> lens.tilt(Math.toRadians(between(random, 0, 8)), between(random, 0, 2 * Math.PI));
        }
        return lens;
    }

    /** The picture's side in widths of the sheet's symbols: turned by 45 degrees they need 1.42. */
    private static double room(Kind kind, Random random) {
        return switch (kind) {
            case TIGHT -> 1.02;
            case ROTATED -> 1.5;
            default -> between(random, 1.15, 1.5);
        };
    }

    private static void expose(Kind kind, Exposure exposure, Lens lens, Random random) {
        double module = lens.modulePx();
        if (kind == Kind.SCREEN) {
            exposure.screen(between(random, 2.2, 3.4), between(random, 0.05, 0.2));
        }
        exposure.blur(kind == Kind.BLURRED ? between(random, 0.3, 0.8) * module : between(random, 0.1, 0.25) * module);
        switch (kind) {
            case MOVED -> exposure.move(between(random, 0.6, 1.4) * module, between(random, 0, Math.PI));
            case PALE -> exposure.pale(between(random, 0.08, 0.2));
            case SHADED -> exposure.shade(between(random, 0.12, 0.35));
            case GLARING -> exposure.glare(lens.codePx());
            case PHONE -> {
                exposure.shade(between(random, 0.4, 0.9));
                exposure.noise(between(random, 4, 10));
            }
            case NOISY -> exposure.noise(between(random, 25, 60));
            case FAX -> exposure.fax(between(random, 5, 40));
            default -> exposure.noise(between(random, 1, 4));
        }
    }

    static double between(Random random, double least, double most) {
        return least + random.nextDouble() * (most - least);
    }
}
