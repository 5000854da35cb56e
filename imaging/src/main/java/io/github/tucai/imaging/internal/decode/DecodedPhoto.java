package io.github.tucai.imaging.internal.decode;

import io.github.tucai.photo.FileFacts;

/**
 * Upright sRGB pixels and what the file says. Large pictures are reduced: {@link #scale()} leads back to the file's own pixels.
 *
 * <p>The pixel array is shared, not copied, for speed: whoever gets it only reads it.
 */
public final class DecodedPhoto {
    private final int width;
    private final int height;
    private final int[] rgb;
    private final FileFacts facts;

    DecodedPhoto(int width, int height, int[] rgb, FileFacts facts) {
        this.width = width;
        this.height = height;
        this.rgb = rgb;
        this.facts = facts;
    }

    /** Width of the pixels here. */
    public int width() {
        return width;
    }

    /** Height of the pixels here. */
    public int height() {
        return height;
    }

    /** Pixels as {@code 0xRRGGBB}, row by row from the top left; not to be written to. */
    public int[] rgb() {
        return rgb;
    }

    /** What the file says; its width and height are those of the full upright picture. */
    public FileFacts facts() {
        return facts;
    }

    /** Pixels here per pixel of the full upright picture: 1, or less where the picture was reduced. */
    public double scale() {
        return (double) Math.max(width, height) / Math.max(facts.width(), facts.height());
    }
}
