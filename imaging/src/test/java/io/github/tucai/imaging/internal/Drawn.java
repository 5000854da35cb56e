package io.github.tucai.imaging.internal;

import io.github.tucai.photo.AnalysisMode;
import io.github.tucai.photo.MeasureId;
import io.github.tucai.photo.Measurements;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.portraits.PortraitCache;
import io.github.tucai.portraits.spec.DrawnPortrait;
import io.github.tucai.portraits.spec.PortraitSpec;
import io.github.tucai.portraits.spec.Quality;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Drawn portraits and what the analyzer measures in them. */
final class Drawn {
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

    static PhotoImage encoded(DrawnPortrait portrait) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(portrait.image(), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return PhotoImage.copyOf(bytes.toByteArray());
    }
}
