package io.github.tucai.benchmarks;

import io.github.tucai.photo.PhotoImage;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.BufferedImageOp;
import java.awt.image.LookupOp;
import java.awt.image.ShortLookupTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** The same photo, a little different. */
final class Variants {
    private Variants() {}

    static BufferedImage mirrored(BufferedImage picture) {
        AffineTransform flip = new AffineTransform(-1, 0, 0, 1, picture.getWidth(), 0);
        return drawn(picture, picture.getWidth(), picture.getHeight(), flip);
    }

    static BufferedImage sized(BufferedImage picture, double factor) {
        int width = (int) Math.round(picture.getWidth() * factor);
        int height = (int) Math.round(picture.getHeight() * factor);
        AffineTransform scale = AffineTransform.getScaleInstance(
                (double) width / picture.getWidth(), (double) height / picture.getHeight());
        return drawn(picture, width, height, scale);
    }

    /** The picture, moved, turned or scaled, before what its upper left corner shows. */
    static BufferedImage drawn(BufferedImage picture, int width, int height, AffineTransform place) {
        BufferedImage other = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = other.createGraphics();
        pen.setColor(new Color(picture.getRGB(0, 0)));
        pen.fillRect(0, 0, width, height);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(picture, place, null);
        pen.dispose();
        return other;
    }

    /** In so many times the light. */
    static BufferedImage lit(BufferedImage picture, double factor) {
        short[] levels = new short[256];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (short) Math.round(255 * encoded(Math.min(1, factor * light(i / 255.0))));
        }
        BufferedImageOp change = new LookupOp(new ShortLookupTable(0, levels), null);
        return change.filter(picture, null);
    }

    private static double light(double encoded) {
        return encoded <= 0.04045 ? encoded / 12.92 : Math.pow((encoded + 0.055) / 1.055, 2.4);
    }

    private static double encoded(double light) {
        return light <= 0.0031308 ? light * 12.92 : 1.055 * Math.pow(light, 1 / 2.4) - 0.055;
    }

    /** Without a loss that differs from one variant to the next. */
    static PhotoImage file(BufferedImage picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "bmp", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return PhotoImage.copyOf(bytes.toByteArray());
    }
}
