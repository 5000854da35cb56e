package io.github.tucai.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tucai.failure.UndecodableImageException;
import io.github.tucai.photo.Crop;
import io.github.tucai.photo.FinishedPhoto;
import io.github.tucai.photo.Finishing;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.photo.ProductSpec;
import io.github.tucai.photo.ProductSpec.Range;
import io.github.tucai.photo.Rgb;
import io.github.tucai.spi.PhotoFinisher;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Promises of every {@link PhotoFinisher}: a plug-in's author extends this and gives one, and a portrait to finish. */
public abstract class PhotoFinisherContract {
    private static final Rgb BLUE = new Rgb(100, 197, 255);

    /** The registration photo of the national standard. */
    protected static final ProductSpec SPEC = new ProductSpec(
            480,
            640,
            300,
            20 << 10,
            40 << 10,
            60,
            Optional.of(BLUE),
            new Range(50, 110),
            new Range(200, 300),
            new Range(180, 300));

    private static final Crop WHOLE = new Crop(0, 0, 600, 800);

    /** The finisher under test; asked for once a test. */
    protected abstract PhotoFinisher finisher();

    /** A portrait before a light wall, fit to be finished, larger than the product. */
    protected abstract PhotoImage portrait();

    /** The crop of {@link #portrait()} that puts the head where {@link #SPEC} wants it. */
    protected abstract Crop crop();

    @Test
    void hasAStableIdAndCanRunHere() {
        assertThat(finisher().id())
                .matches("[a-z][a-z0-9-]*")
                .isEqualTo(finisher().id());
        assertThat(finisher().isAvailable()).isTrue();
    }

    @Test
    void makesAProductOfTheWantedSizes() {
        FinishedPhoto photo = finished(SPEC);
        BufferedImage product = picture(photo.product());
        assertThat(product.getWidth()).isEqualTo(480);
        assertThat(product.getHeight()).isEqualTo(640);
        assertThat(product.getColorModel().getPixelSize()).isEqualTo(24);
        assertThat(photo.product().sizeBytes()).isBetween(20 << 10, 40 << 10);
        assertThat(photo.proof().quality()).isBetween(60, 100);
    }

    @Test
    void writesTheDensityAndNothingElseAboutThePhoto() {
        byte[] bytes = finished(SPEC).product().bytes();
        String latin1 = new String(bytes, StandardCharsets.ISO_8859_1);
        assertThat(latin1).startsWith("\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF\0");
        assertThat(bytes[13]).isEqualTo((byte) 1);
        assertThat((bytes[14] & 0xFF) << 8 | (bytes[15] & 0xFF)).isEqualTo(300);
        assertThat(latin1).doesNotContain("Exif", "http:", "ICC_PROFILE");
    }

    @Test
    void provesWhatItDid() {
        PhotoImage original = portrait();
        FinishedPhoto photo = finished(SPEC);
        assertThat(photo.proof().original()).isEqualTo(original.digest());
        assertThat(photo.proof().product()).isEqualTo(photo.product().digest());
        assertThat(photo.proof().facePixelsChanged()).isZero();
        assertThat(photo.proof().background()).isEqualTo("#64c5ff");
        assertThat(photo.proof().scale()).isLessThanOrEqualTo(1.01);
    }

    @Test
    void fillsTheBackgroundInTheUpperCornersWhereAskedAndKeepsItElse() {
        BufferedImage filled = picture(finished(SPEC).product());
        BufferedImage kept =
                picture(finished(SPEC.withBackground(Optional.empty())).product());
        for (int x : new int[] {4, 475}) {
            assertThat(distance(filled.getRGB(x, 4), BLUE)).isLessThan(12);
            assertThat(distance(kept.getRGB(x, 4), BLUE)).isGreaterThan(12);
        }
    }

    @Test
    void givesEqualBytesForEqualInputFromManyThreads() throws Exception {
        PhotoFinisher finisher = finisher();
        PhotoImage original = portrait();
        Finishing expected = finisher.finish(original, crop(), SPEC);
        ExecutorService callers = Executors.newFixedThreadPool(3);
        try {
            List<Callable<Finishing>> calls = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                calls.add(() -> finisher.finish(original, crop(), SPEC));
            }
            for (Future<Finishing> call : callers.invokeAll(calls)) {
                assertThat(call.get()).isEqualTo(expected);
            }
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void saysWhyABareWallCannotBeFinished() {
        BufferedImage wall = new BufferedImage(600, 800, BufferedImage.TYPE_INT_RGB);
        Finishing finishing = finisher().finish(encoded(wall), WHOLE, SPEC);
        assertThat(finishing).isInstanceOfSatisfying(Finishing.Impossible.class, refusal -> assertThat(
                        refusal.reasons())
                .allMatch(advice -> !advice.zhCn().isBlank() && !advice.en().isBlank()));
    }

    @Test
    void refusesBytesThatAreNoImage() {
        PhotoImage text = PhotoImage.copyOf("this is a letter".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> finisher().finish(text, WHOLE, SPEC)).isInstanceOf(UndecodableImageException.class);
    }

    @Test
    void refusesACropThatIsNotOfThisPhoto() {
        PhotoImage photo = portrait();
        BufferedImage picture = picture(photo);
        for (Crop crop : new Crop[] {
            new Crop(-3, 0, 480, 640),
            new Crop(picture.getWidth() - 477, 0, 480, 640),
            new Crop(0, picture.getHeight() - 637, 480, 640)
        }) {
            assertThatThrownBy(() -> finisher().finish(photo, crop, SPEC)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private FinishedPhoto finished(ProductSpec spec) {
        return finisher().finish(portrait(), crop(), spec).fold(Finishing.Done::photo, impossible -> {
            throw new AssertionError("not finished: " + impossible.reasons());
        });
    }

    private static int distance(int rgb, Rgb colour) {
        return Math.abs((rgb >> 16 & 0xFF) - colour.red())
                + Math.abs((rgb >> 8 & 0xFF) - colour.green())
                + Math.abs((rgb & 0xFF) - colour.blue());
    }

    private static BufferedImage picture(PhotoImage image) {
        try {
            return ImageIO.read(new ByteArrayInputStream(image.bytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PhotoImage encoded(BufferedImage picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return PhotoImage.copyOf(bytes.toByteArray());
    }
}
