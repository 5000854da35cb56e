package io.github.tucai.cli.output;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** A QR code as a picture, as a phone would show it: six pixels a module, error correction M, a quiet zone of four. */
public final class QrPicture {
    private static final int MODULE_PIXELS = 6;

    private QrPicture() {}

    /** Draws a text. */
    public static BufferedImage draw(String text) {
        try {
            BitMatrix modules = new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M,
                                    EncodeHintType.MARGIN,
                                    4,
                                    EncodeHintType.CHARACTER_SET,
                                    StandardCharsets.UTF_8.name()));
            int size = modules.getWidth() * MODULE_PIXELS;
            BufferedImage picture = new BufferedImage(size, size, BufferedImage.TYPE_BYTE_GRAY);
            for (int y = 0; y < size; y++) {
                for (int x = 0; x < size; x++) {
                    boolean dark = modules.get(x / MODULE_PIXELS, y / MODULE_PIXELS);
                    picture.getRaster().setSample(x, y, 0, dark ? 0 : 255);
                }
            }
            return picture;
        } catch (WriterException e) {
            throw new IllegalArgumentException("the text does not fit into a QR code", e);
        }
    }

    /** Draws a text into a PNG file. */
    public static void write(String text, Path file) throws IOException {
        WholeFile.png(file, draw(text));
    }
}
