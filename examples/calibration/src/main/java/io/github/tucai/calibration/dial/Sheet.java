package io.github.tucai.calibration.dial;

import io.github.tucai.imaging.internal.measure.Face;
import io.github.tucai.imaging.internal.pixel.Point;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/** Some heads in columns, each with a fault from none to strong. */
final class Sheet {
    private static final int COLUMNS = 9;
    private static final int WIDTH = 190;
    private static final int HEIGHT = 230;
    // How much of the picture round the face is shown, in eye distances.
    private static final double REACH = 1.9;

    private final BufferedImage image;
    private final int step;

    Sheet(int rows, int portraits) {
        this.image = new BufferedImage(COLUMNS * WIDTH, rows * HEIGHT, BufferedImage.TYPE_INT_RGB);
        this.step = Math.max(1, portraits / COLUMNS);
    }

    /** Takes every so many of the portraits. */
    void add(BufferedImage picture, Face face, int row, int number) {
        int column = number / step;
        if (number % step != 0 || column >= COLUMNS) {
            return;
        }
        Point middle = face.frame().place(0, 0.35);
        double half = REACH * face.frame().unit();
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.setClip(column * WIDTH, row * HEIGHT, WIDTH - 2, HEIGHT - 2);
        double scale = WIDTH / 2.0 / half;
        graphics.translate(column * WIDTH + WIDTH / 2.0, row * HEIGHT + HEIGHT / 2.0);
        graphics.scale(scale, scale);
        graphics.translate(-middle.x(), -middle.y());
        graphics.drawImage(picture, 0, 0, null);
        graphics.dispose();
    }

    BufferedImage image() {
        return image;
    }
}
