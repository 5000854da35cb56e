package io.github.tucai.print.internal;

import io.github.tucai.graduate.ClassName;
import io.github.tucai.graduate.College;
import io.github.tucai.graduate.IdLastFour;
import io.github.tucai.graduate.MaskedName;
import io.github.tucai.graduate.StudentNumber;
import io.github.tucai.photo.ImageDigest;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.print.PrintItem;
import io.github.tucai.print.PrintPhotos;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;

/** Drawn heads and shoulders of 480 × 640 pixels, every one different. */
final class DrawnPhotos implements PrintPhotos {
    private final Map<ImageDigest, PhotoImage> photos = new HashMap<>();

    @Override
    public Optional<PhotoImage> find(ImageDigest digest) {
        return Optional.ofNullable(photos.get(digest));
    }

    ImageDigest add(PhotoImage photo) {
        photos.put(photo.digest(), photo);
        return photo.digest();
    }

    PrintItem student(int number, String school, String college, String className, String name) {
        return new PrintItem(
                school,
                new College(college),
                new ClassName(className),
                new StudentNumber("2021010" + (10000 + number)),
                new IdLastFour(number % 3 == 0 ? "012X" : "0128"),
                new MaskedName(name),
                add(head(number, 480, 640)),
                Map.of());
    }

    static PhotoImage head(int number, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.scale(width / 480.0, height / 640.0);
        pen.setColor(new Color(100, 197, 255));
        pen.fillRect(0, 0, 480, 640);
        pen.setColor(Color.getHSBColor(number * 0.37f, 0.25f, 0.9f));
        pen.fillRoundRect(70, 500, 340, 240, 160, 160);
        pen.setColor(new Color(235, 190, 160 - number % 30));
        pen.fillRect(200, 430, 80, 110);
        pen.fillOval(130, 110, 220, 370);
        pen.setColor(new Color(30 + number % 40, 25, 20));
        pen.fillArc(120, 75, 240, 260, 0, 180);
        pen.fillOval(185, 255, 28, 14);
        pen.fillOval(267, 255, 28, 14);
        pen.setColor(new Color(180, 90, 90));
        pen.fillOval(210, 400, 60, 14);
        pen.dispose();
        return PhotoImage.copyOf(jpeg(image));
    }

    static byte[] jpeg(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
