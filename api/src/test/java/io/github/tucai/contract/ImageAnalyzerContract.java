package io.github.tucai.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tucai.failure.UndecodableImageException;
import io.github.tucai.photo.AnalysisMode;
import io.github.tucai.photo.FileFacts;
import io.github.tucai.photo.Measurements;
import io.github.tucai.photo.Measures;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.photo.PictureHash;
import io.github.tucai.spi.ImageAnalyzer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Promises of every {@link ImageAnalyzer}: a plug-in's author extends this and gives one. */
public abstract class ImageAnalyzerContract {
    /** The analyzer under test; asked for once a test. */
    protected abstract ImageAnalyzer analyzer();

    @Test
    void hasAStableIdAndCanRunHere() {
        assertThat(analyzer().id())
                .matches("[a-z][a-z0-9-]*")
                .isEqualTo(analyzer().id());
        assertThat(analyzer().isAvailable()).isTrue();
    }

    @Test
    void namesItselfAndTheModelsItUsed() {
        Measurements measured = analyzer().analyze(wall("jpg"), AnalysisMode.FULL);
        assertThat(measured.analyzer()).isEqualTo(analyzer().id());
        assertThat(measured.analyzerVersion()).isNotBlank();
        assertThat(measured.models().values()).allMatch(digest -> digest.matches("[0-9a-f]{64}"));
    }

    @Test
    void tellsWhatTheFileIs() {
        PhotoImage image = wall("jpg");
        FileFacts file = analyzer().analyze(image, AnalysisMode.FULL).file();
        assertThat(file.format()).isEqualTo("jpeg");
        assertThat(file.sizeBytes()).isEqualTo(image.sizeBytes());
        assertThat(file.width()).isEqualTo(480);
        assertThat(file.height()).isEqualTo(640);
        assertThat(file.frames()).isEqualTo(1);
        assertThat(file.complete()).isTrue();
        assertThat(analyzer().analyze(wall("png"), AnalysisMode.FULL).file().format())
                .isEqualTo("png");
    }

    @ParameterizedTest
    @EnumSource(AnalysisMode.class)
    void findsNoFaceOnABareWallAndSaysSo(AnalysisMode mode) {
        Measurements measured = analyzer().analyze(wall("jpg"), mode);
        assertThat(measured.find(Measures.FACE_COUNT))
                .hasValueSatisfying(count -> assertThat(count.value()).isZero());
        assertThat(measured.find(Measures.EYE_OPENING)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(AnalysisMode.class)
    void keepsToTheUnitsAndRangesOfTheNamesItUses(AnalysisMode mode) {
        analyzer().analyze(wall("jpg"), mode).all().forEach((id, measure) -> {
            assertThat(measure.id()).isEqualTo(id);
            Measures.definition(id).ifPresent(definition -> assertThat(definition.fits(measure))
                    .as("%s", measure)
                    .isTrue());
        });
    }

    @Test
    void measuresNoMoreInAPreviewThanInFull() {
        PhotoImage image = wall("jpg");
        assertThat(analyzer().analyze(image, AnalysisMode.FULL).all().keySet())
                .containsAll(
                        analyzer().analyze(image, AnalysisMode.PREVIEW).all().keySet());
    }

    @Test
    void hashesAPictureAlikeWhateverItsFormat() {
        Optional<PictureHash> one =
                analyzer().analyze(wall("jpg"), AnalysisMode.FULL).hash();
        Optional<PictureHash> other =
                analyzer().analyze(wall("png"), AnalysisMode.FULL).hash();
        // An analyzer may make none.
        assertThat(one.isPresent()).isEqualTo(other.isPresent());
        one.ifPresent(hash -> assertThat(hash.distance(other.orElseThrow())).isLessThan(PictureHash.BITS / 2));
    }

    @ParameterizedTest
    @EnumSource(AnalysisMode.class)
    void refusesBytesThatAreNoImage(AnalysisMode mode) {
        PhotoImage text = PhotoImage.copyOf("this is a letter".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> analyzer().analyze(text, mode)).isInstanceOf(UndecodableImageException.class);
    }

    @Test
    void refusesAnEmptyFile() {
        assertThatThrownBy(() -> analyzer().analyze(PhotoImage.copyOf(new byte[0]), AnalysisMode.FULL))
                .isInstanceOfSatisfying(UndecodableImageException.class, refusal -> assertThat(refusal.reason())
                        .isEqualTo(UndecodableImageException.Reason.EMPTY));
    }

    @Test
    void refusesAPictureThatEndsAfterItsHead() {
        byte[] whole = wall("png").bytes();
        PhotoImage cut = PhotoImage.copyOf(Arrays.copyOf(whole, 40));
        assertThatThrownBy(() -> analyzer().analyze(cut, AnalysisMode.FULL))
                .isInstanceOf(UndecodableImageException.class);
    }

    @ParameterizedTest
    @EnumSource(AnalysisMode.class)
    void givesEqualMeasuresForEqualBytesFromManyThreads(AnalysisMode mode) throws Exception {
        ImageAnalyzer analyzer = analyzer();
        PhotoImage image = wall("jpg");
        Measurements expected = analyzer.analyze(image, mode);
        ExecutorService callers = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Measurements>> calls = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                calls.add(() -> analyzer.analyze(image, mode));
            }
            for (Future<Measurements> call : callers.invokeAll(calls)) {
                assertThat(call.get().all()).isEqualTo(expected.all());
            }
        } finally {
            callers.shutdownNow();
        }
    }

    /** A grey wall with a soft gradient, 480 x 640. */
    private static PhotoImage wall(String format) {
        BufferedImage picture = new BufferedImage(480, 640, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        for (int y = 0; y < picture.getHeight(); y++) {
            int grey = 150 + y * 60 / picture.getHeight();
            pen.setColor(new Color(grey, grey, grey));
            pen.drawLine(0, y, picture.getWidth() - 1, y);
        }
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return PhotoImage.copyOf(bytes.toByteArray());
    }
}
