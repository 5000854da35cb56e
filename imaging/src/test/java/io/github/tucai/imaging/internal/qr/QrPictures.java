package io.github.tucai.imaging.internal.qr;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;

/** Pictures of QR symbols for tests. */
final class QrPictures {
    private QrPictures() {}

    static ByteMatrix matrix(String text) {
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.M, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
                    .getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR symbol", e);
        }
    }

    /** A sharp symbol with a quiet zone of four modules. */
    static BufferedImage symbol(String text, int modulePx) {
        ByteMatrix matrix = matrix(text);
        int side = (matrix.getWidth() + 8) * modulePx;
        BufferedImage picture = canvas(side, side);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.BLACK);
        for (int row = 0; row < matrix.getHeight(); row++) {
            for (int column = 0; column < matrix.getWidth(); column++) {
                if (matrix.get(column, row) == 1) {
                    pen.fillRect((column + 4) * modulePx, (row + 4) * modulePx, modulePx, modulePx);
                }
            }
        }
        pen.dispose();
        return picture;
    }

    static BufferedImage canvas(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        return picture;
    }

    /** As a phone shows it on a screenshot: every pixel the mean of what it covers. */
    static BufferedImage screenshot(String text, double modulePx) {
        int fine = 24;
        BufferedImage sharp = symbol(text, fine);
        int side = (int) Math.round(sharp.getWidth() * modulePx / fine);
        BufferedImage shot = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        double step = (double) sharp.getWidth() / side;
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                int grey = meanGrey(sharp, (int) (x * step), (int) (y * step), (int) step);
                shot.setRGB(x, y, grey << 16 | grey << 8 | grey);
            }
        }
        return shot;
    }

    /** As a viewer shows it that scales by leaving pixels out. */
    static BufferedImage skipped(String text, double modulePx) {
        BufferedImage sharp = symbol(text, 1);
        int side = (int) Math.round(sharp.getWidth() * modulePx);
        BufferedImage shot = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < side * side; i++) {
            int x = (int) ((i % side + 0.5) * sharp.getWidth() / side);
            int y = (int) ((i / side + 0.5) * sharp.getWidth() / side);
            shot.setRGB(i % side, i / side, sharp.getRGB(x, y));
        }
        return shot;
    }

    /** A wall of nothing but finder patterns, not quite in line. */
    static BufferedImage tiled(int side, int modulePx) {
        BufferedImage wall = canvas(side, side);
        Graphics2D pen = wall.createGraphics();
        Random random = new Random(modulePx);
        int pitch = 9 * modulePx;
        for (int i = 0; i < (side / pitch) * (side / pitch); i++) {
            int left = i % (side / pitch) * pitch + random.nextInt(modulePx);
            int top = i / (side / pitch) * pitch + random.nextInt(modulePx);
            for (int ring = 0; ring < 3; ring++) {
                pen.setColor(ring == 1 ? Color.WHITE : Color.BLACK);
                int inset = ring * modulePx;
                pen.fillRect(left + inset, top + inset, 7 * modulePx - 2 * inset, 7 * modulePx - 2 * inset);
            }
        }
        pen.dispose();
        return wall;
    }

    /** On cloth: modules stand off by up to so many pixels, in waves of such length. */
    static BufferedImage waved(BufferedImage flat, double heightPx, double lengthPx) {
        BufferedImage waved = canvas(flat.getWidth(), flat.getHeight());
        for (int y = 0; y < flat.getHeight(); y++) {
            for (int x = 0; x < flat.getWidth(); x++) {
                int fromX = (int) Math.round(x + heightPx * Math.sin(2 * Math.PI * y / lengthPx));
                int fromY = (int) Math.round(y + heightPx * Math.sin(2 * Math.PI * x / lengthPx));
                if (fromX >= 0 && fromY >= 0 && fromX < flat.getWidth() && fromY < flat.getHeight()) {
                    waved.setRGB(x, y, flat.getRGB(fromX, fromY));
                }
            }
        }
        return waved;
    }

    private static int meanGrey(BufferedImage picture, int left, int top, int side) {
        int sum = 0;
        for (int y = top; y < top + side; y++) {
            for (int x = left; x < left + side; x++) {
                sum += picture.getRGB(Math.min(x, picture.getWidth() - 1), Math.min(y, picture.getHeight() - 1)) & 0xFF;
            }
        }
        return sum / (side * side);
    }

    static BufferedImage blurred(BufferedImage picture, int radius) {
        int side = 2 * radius + 1;
        float[] box = new float[side * side];
        Arrays.fill(box, 1f / box.length);
        return new ConvolveOp(new Kernel(side, side, box), ConvolveOp.EDGE_NO_OP, null).filter(picture, null);
    }

    static BufferedImage turned(BufferedImage picture, double degrees) {
        int side = (int) (picture.getWidth() * 1.5);
        BufferedImage turned = canvas(side, side);
        Graphics2D pen = turned.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.rotate(Math.toRadians(degrees), side / 2.0, side / 2.0);
        pen.drawImage(picture, (side - picture.getWidth()) / 2, (side - picture.getHeight()) / 2, null);
        pen.dispose();
        return turned;
    }

    static BufferedImage inverted(BufferedImage picture) {
        BufferedImage inverted = new BufferedImage(picture.getWidth(), picture.getHeight(), picture.getType());
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                inverted.setRGB(x, y, ~picture.getRGB(x, y));
            }
        }
        return inverted;
    }
}
