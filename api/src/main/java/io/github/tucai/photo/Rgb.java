package io.github.tucai.photo;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An sRGB colour.
 *
 * @param red 0 to 255
 * @param green 0 to 255
 * @param blue 0 to 255
 */
public record Rgb(int red, int green, int blue) {
    private static final Pattern HEX = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final Pattern PARTS = Pattern.compile("\\d{1,3},\\d{1,3},\\d{1,3}");

    public Rgb {
        if (!isByte(red) || !isByte(green) || !isByte(blue)) {
            throw new IllegalArgumentException(
                    "red, green and blue must be 0 to 255, got " + red + ", " + green + ", " + blue);
        }
    }

    /** Reads {@code #64c5ff} or {@code 100,197,255}. */
    public static Rgb parse(String text) {
        if (HEX.matcher(text).matches()) {
            return ofPacked(Integer.parseInt(text.substring(1), 16));
        }
        if (PARTS.matcher(text).matches()) {
            String[] parts = text.split(",", -1);
            return new Rgb(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
        }
        throw new IllegalArgumentException("a colour is written #64c5ff or 100,197,255");
    }

    /** From {@code 0xRRGGBB}; higher bits are ignored. */
    public static Rgb ofPacked(int rgb) {
        return new Rgb(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255);
    }

    /** As {@code 0xRRGGBB}. */
    public int packed() {
        return red << 16 | green << 8 | blue;
    }

    /** As {@code #rrggbb}. */
    public String hex() {
        return String.format(Locale.ROOT, "#%06x", packed());
    }

    private static boolean isByte(int value) {
        return value >= 0 && value <= 255;
    }
}
