package io.github.tucai.benchmarks.faults;

import io.github.tucai.check.PhotoChecker;
import io.github.tucai.check.PhotoProfiles;
import io.github.tucai.photo.AnalysisMode;
import io.github.tucai.photo.Crop;
import io.github.tucai.photo.FileFacts;
import io.github.tucai.photo.FinishedPhoto;
import io.github.tucai.photo.Finishing;
import io.github.tucai.photo.ImageDigest;
import io.github.tucai.photo.Measure;
import io.github.tucai.photo.Measurements;
import io.github.tucai.photo.Measures;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.photo.PictureHash;
import io.github.tucai.photo.ProductSpec;
import io.github.tucai.photo.Region;
import io.github.tucai.spi.ImageAnalyzer;
import io.github.tucai.spi.PhotoFinisher;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/**
 * Photos that say themselves how they are judged: {@code ok-12-3} is the third of student 12 and accepted, {@code bad-…} is
 * rejected, {@code doubt-…} goes to a person; whatever a person accepts has a fine product. What it costs to look at pictures is measured elsewhere.
 */
final class SpokenPhotos implements ImageAnalyzer, PhotoFinisher {
    private static final String PRODUCT_OF = "product-of-";
    private static final int DRAWN_BYTES = 1200;
    private static final String SAMPLE = "invented";

    /** One check for each way, and the comparison with what others handed in. */
    private static final String PROFILE = """
            {
              "id": "SPOKEN", "source": "invented",
              "product": {
                "width": {"value": 480, "source": "invented"}, "height": {"value": 640, "source": "invented"},
                "density": {"value": 300, "source": "invented"},
                "leastBytes": {"value": 1, "source": "invented"}, "mostBytes": {"value": 40960, "source": "invented"},
                "leastQuality": {"value": 60, "source": "invented"},
                "background": {"value": "keep", "source": "invented"},
                "headTop": {"least": 50, "most": 110, "source": "invented"},
                "eyeLine": {"least": 200, "most": 300, "source": "invented"},
                "faceWidth": {"least": 180, "most": 300, "source": "invented"}
              },
              "formats": {"submission": ["jpeg"], "product": ["jpeg"], "source": "invented"},
              "editors": {"names": ["retoucher"], "source": "invented"},
              "checks": {
                "single-face": {"severity": "REQUIRED", "limits": [
                  {"measure": "face.score", "least": 0.5, "width": 0.1, "band": 0, "source": "invented"}]},
                "file-metadata": {"severity": "REVIEW", "limits": [
                  {"measure": "file.editors", "most": 0.5, "width": 0.1, "band": 0, "source": "invented"}]},
                "duplicate": {"severity": {"submission": "REVIEW", "product": "INFO"}, "limits": [
                  {"measure": "duplicate.distance", "least": 4, "width": 6, "band": 0, "source": "invented"}]}
              }
            }
            """;

    PhotoChecker checker() {
        return PhotoChecker.builder()
                .analyzer(this)
                .profile(PhotoProfiles.parse(PROFILE))
                .build();
    }

    /** The photo of a name: the name and bytes drawn from it. */
    static PhotoImage photo(String name) {
        byte[] drawn = new byte[DRAWN_BYTES];
        new SplittableRandom(name.hashCode()).nextBytes(drawn);
        return image(name + " " + HexFormat.of().formatHex(drawn));
    }

    static PhotoImage product(PhotoImage photo) {
        return image(PRODUCT_OF + text(photo));
    }

    /** What a picture, as handed in or finished, is called. */
    static String name(PhotoImage picture) {
        String text = text(picture);
        int end = text.indexOf(' ');
        return text.substring(text.startsWith(PRODUCT_OF) ? PRODUCT_OF.length() : 0, end < 0 ? text.length() : end);
    }

    private static PhotoImage image(String text) {
        return PhotoImage.copyOf(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(PhotoImage picture) {
        return new String(picture.bytes(), StandardCharsets.UTF_8);
    }

    @Override
    public String id() {
        return "spoken";
    }

    @Override
    public Measurements analyze(PhotoImage image, AnalysisMode mode) {
        String name = text(image);
        FileFacts file = FileFacts.builder("jpeg", image.sizeBytes(), 480, 640)
                .densityDpi(OptionalInt.of(300))
                .jpegQuality(OptionalInt.of(90))
                .software(name.startsWith("doubt") ? List.of("retoucher") : List.of())
                .build();
        double face = name.startsWith("bad") ? 0 : 1;
        return Measurements.builder(id(), "1", file)
                .add(new Measure(Measures.FACE_SCORE, face, "probability", new Region(10, 10, 100, 100), 1))
                .add(new Measure(Measures.HEAD_TOP, 80, "px", null, 1))
                .add(new Measure(Measures.EYE_LINE, 250, "px", null, 1))
                .add(new Measure(Measures.FACE_WIDTH, 240, "px", null, 1))
                .add(new Measure(Measures.FACE_AXIS, 240, "px", null, 1))
                .hash(PictureHash.parse(ImageDigest.of(image.bytes()).hex()))
                .build();
    }

    @Override
    public Finishing finish(PhotoImage original, Crop crop, ProductSpec spec) {
        PhotoImage product = product(original);
        return new Finishing.Done(new FinishedPhoto(
                product,
                new FinishedPhoto.Proof(
                        original.digest(), product.digest(), new Region(0, 0, 480, 640), 1, SAMPLE, 90, 0)));
    }
}
