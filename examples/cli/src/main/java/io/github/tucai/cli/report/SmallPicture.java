package io.github.tucai.cli.report;

import io.github.tucai.portraits.Jpeg;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Base64;

/** A picture made small enough to stand inside a page. */
final class SmallPicture {
    private static final float QUALITY = 0.85f;

    private SmallPicture() {}

    /**
     * A picture of at most this many pixels to each side; a smaller one keeps its size.
     *
     * @return opaque
     */
    static BufferedImage fitted(BufferedImage picture, int longSide) {
        double scale = Math.min(1, (double) longSide / Math.max(picture.getWidth(), picture.getHeight()));
        BufferedImage from = picture;
        // Halving first: one step over more than two would skip pixels and leave jagged edges.
        while (from.getWidth() > 2 * scale * picture.getWidth() && from.getHeight() > 1) {
            from = drawn(from, Math.max(1, from.getWidth() / 2), Math.max(1, from.getHeight() / 2));
        }
        return drawn(from, Math.max(1, (int) Math.round(picture.getWidth() * scale)), Math.max(1, (int)
                Math.round(picture.getHeight() * scale)));
    }

    private static BufferedImage drawn(BufferedImage picture, int width, int height) {
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = small.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.drawImage(picture, 0, 0, width, height, null);
        pen.dispose();
        return small;
    }

    /** As an address that holds the picture itself. */
    static String dataUri(BufferedImage picture) {
        return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(Jpeg.bytes(picture, QUALITY));
    }
}
