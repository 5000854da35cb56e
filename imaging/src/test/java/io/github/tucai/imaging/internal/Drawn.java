package io.github.tucai.imaging.internal;

import io.github.tucai.photo.AnalysisMode;
import io.github.tucai.photo.MeasureId;
import io.github.tucai.photo.Measurements;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.portraits.PortraitCache;
import io.github.tucai.portraits.spec.DrawnPortrait;
import io.github.tucai.portraits.spec.PortraitSpec;
import io.github.tucai.portraits.spec.Quality;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Drawn portraits and what the analyzer measures in them. */
public final class Drawn {
    private static final PortraitCache PORTRAITS = PortraitCache.in(Path.of("target", "portraits"));
    private static final OnnxImageAnalyzer ANALYZER = new OnnxImageAnalyzer();

    private Drawn() {}

    /** A quick drawing, good for landmarks. */
    static PortraitSpec draft() {
        return PortraitSpec.builder().quality(Quality.DRAFT).build();
    }

    /** A careful one, good for the networks that tell hair from cloth. */
    static PortraitSpec fine() {
        return PortraitSpec.builder().build();
    }

    static DrawnPortrait portrait(PortraitSpec spec) {
        return PORTRAITS.get(spec, 2);
    }

    static Measurements measured(PortraitSpec spec) {
        return ANALYZER.analyze(encoded(portrait(spec)), AnalysisMode.FULL);
    }

    static double measure(PortraitSpec spec, MeasureId id) {
        return value(measured(spec), id);
    }

    static double value(Measurements measurements, MeasureId id) {
        return measurements
                .find(id)
                .orElseThrow(() -> new AssertionError(id + " was not measured"))
                .value();
    }

    /** The picture turned clockwise by so many quarter turns. */
    public static BufferedImage turned(BufferedImage picture, int quarters) {
        BufferedImage turned = picture;
        for (int i = 0; i < quarters; i++) {
            turned = turned(turned);
        }
        return turned;
    }

    private static BufferedImage turned(BufferedImage picture) {
        BufferedImage turned = new BufferedImage(picture.getHeight(), picture.getWidth(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                turned.setRGB(picture.getHeight() - 1 - y, x, picture.getRGB(x, y));
            }
        }
        return turned;
    }

    static PhotoImage encoded(BufferedImage picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return PhotoImage.copyOf(bytes.toByteArray());
    }

    static PhotoImage encoded(DrawnPortrait portrait) {
        return encoded(portrait.image());
    }
}
