package io.github.tucai.imaging.internal.finish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.contract.PhotoFinisherContract;
import io.github.tucai.imaging.internal.OnnxImageAnalyzer;
import io.github.tucai.imaging.internal.decode.DecodedPhoto;
import io.github.tucai.imaging.internal.decode.PhotoDecoder;
import io.github.tucai.imaging.internal.decode.Pictures;
import io.github.tucai.photo.AnalysisMode;
import io.github.tucai.photo.Crop;
import io.github.tucai.photo.FinishedPhoto;
import io.github.tucai.photo.Finishing;
import io.github.tucai.photo.MeasureId;
import io.github.tucai.photo.Measurements;
import io.github.tucai.photo.Measures;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.photo.ProductSpec;
import io.github.tucai.photo.Rgb;
import io.github.tucai.portraits.PortraitCache;
import io.github.tucai.portraits.spec.PortraitSpec;
import io.github.tucai.spi.PhotoFinisher;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class ResamplingFinisherTest extends PhotoFinisherContract {
    private static final PortraitCache PORTRAITS = PortraitCache.in(Path.of("target", "portraits"));
    private static final PortraitSpec STUDENT = PortraitSpec.registration(7);

    private final ResamplingFinisher finisher = new ResamplingFinisher();

    @Override
    protected PhotoFinisher finisher() {
        return finisher;
    }

    @Override
    protected PhotoImage portrait() {
        return drawn(STUDENT);
    }

    @Override
    protected Crop crop() {
        return Portraits.CROP;
    }

    /** Measured once. */
    private static final class Portraits {
        private static final Crop CROP = crop(new OnnxImageAnalyzer().analyze(drawn(STUDENT), AnalysisMode.FULL));

        /** With the crown at 80 and the eyes at 250 of 640 pixels. */
        private static Crop crop(Measurements measured) {
            double crown = value(measured, Measures.HEAD_TOP);
            double scale = 170 / (value(measured, Measures.EYE_LINE) - crown);
            double left = value(measured, Measures.FACE_AXIS) - 240 / scale;
            return new Crop(left, crown - 80 / scale, 480 / scale, 640 / scale);
        }

        private static double value(Measurements measured, MeasureId id) {
            return measured.find(id).orElseThrow().value();
        }
    }

    @Test
    void isFoundAsAService() {
        assertThat(ServiceLoader.load(PhotoFinisher.class))
                .anyMatch(found -> found.id().equals("resampling"));
    }

    @Test
    void theProductMeetsTheGeometryWhenMeasuredAgain() {
        Measurements measured = new OnnxImageAnalyzer().analyze(done(SPEC).product(), AnalysisMode.FULL);
        assertThat(measured.find(Measures.HEAD_TOP).orElseThrow().value()).isBetween(50.0, 110.0);
        assertThat(measured.find(Measures.EYE_LINE).orElseThrow().value()).isBetween(200.0, 300.0);
        assertThat(measured.find(Measures.FACE_WIDTH).orElseThrow().value()).isBetween(180.0, 300.0);
        assertThat(measured.find(Measures.FACE_AXIS).orElseThrow().value()).isBetween(228.0, 252.0);
        assertThat(measured.file().densityDpi()).hasValue(300);
        assertThat(measured.file().software()).isEmpty();
    }

    @Test
    void theFileHasTheQualityThatTheProofStates() {
        FinishedPhoto photo = done(SPEC);
        int estimated = PhotoDecoder.standard()
                .decode(photo.product())
                .facts()
                .jpegQuality()
                .orElseThrow();
        assertThat(estimated)
                .isBetween(photo.proof().quality() - 1, photo.proof().quality() + 1);
    }

    @Test
    void noTraceOfTheOldBackgroundIsLeftAtTheUpperEdge() {
        DecodedPhoto product = PhotoDecoder.standard().decode(done(SPEC).product());
        for (int x = 0; x < product.width(); x++) {
            Rgb pixel = Rgb.ofPacked(product.rgb()[5 * product.width() + x]);
            assertThat(Math.abs(pixel.red() - 100)).isLessThan(16);
        }
    }

    @Test
    void anotherBackgroundIsFilledAsWell() {
        FinishedPhoto photo = done(SPEC.withBackground(Optional.of(new Rgb(255, 255, 255))));
        DecodedPhoto product = PhotoDecoder.standard().decode(photo.product());
        assertThat(product.rgb()[0] & 0xFF).isGreaterThan(248);
        assertThat(photo.proof().background()).isEqualTo("#ffffff");
    }

    /** A product would not carry the mark on. */
    @Test
    void whatDeclaresItselfGeneratedIsNotFinished() {
        byte[] label = "AIGC\0{\"Label\":\"1\"}".getBytes(StandardCharsets.US_ASCII);
        byte[] marked = Pictures.insert(drawn(STUDENT).bytes(), 33, Pictures.chunk("tEXt", label));
        assertThat(finisher.finish(PhotoImage.copyOf(marked), crop(), SPEC))
                .isEqualTo(new Finishing.Impossible(List.of(Refusal.GENERATED)));
    }

    private FinishedPhoto done(ProductSpec spec) {
        return finisher.finish(drawn(STUDENT), crop(), spec).fold(Finishing.Done::photo, impossible -> {
            throw new AssertionError("not finished: " + impossible.reasons());
        });
    }

    private static PhotoImage drawn(PortraitSpec spec) {
        return Pictures.photo(Pictures.png(PORTRAITS.get(spec, 2).image()));
    }
}
