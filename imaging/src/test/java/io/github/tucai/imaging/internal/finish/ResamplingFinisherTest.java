package io.github.tucai.imaging.internal.finish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.contract.PhotoFinisherContract;
import io.github.tucai.imaging.internal.Drawn;
import io.github.tucai.imaging.internal.OnnxImageAnalyzer;
import io.github.tucai.imaging.internal.decode.DecodedPhoto;
import io.github.tucai.imaging.internal.decode.PhotoDecoder;
import io.github.tucai.imaging.internal.decode.Pictures;
import io.github.tucai.photo.Advice;
import io.github.tucai.photo.AnalysisMode;
import io.github.tucai.photo.FinishedPhoto;
import io.github.tucai.photo.Finishing;
import io.github.tucai.photo.Measurements;
import io.github.tucai.photo.Measures;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.photo.ProductSpec;
import io.github.tucai.photo.Rgb;
import io.github.tucai.portraits.PortraitCache;
import io.github.tucai.portraits.spec.Dial;
import io.github.tucai.portraits.spec.PortraitSpec;
import io.github.tucai.spi.PhotoFinisher;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @Test
    void isFoundAsAService() {
        assertThat(ServiceLoader.load(PhotoFinisher.class))
                .anyMatch(found -> found.id().equals("resampling"));
    }

    @Test
    void theProductMeetsTheGeometryWhenMeasuredAgain() {
        Measurements measured =
                new OnnxImageAnalyzer().analyze(done(STUDENT, SPEC).product(), AnalysisMode.FULL);
        assertThat(measured.find(Measures.HEAD_TOP).orElseThrow().value()).isBetween(50.0, 110.0);
        assertThat(measured.find(Measures.EYE_LINE).orElseThrow().value()).isBetween(200.0, 300.0);
        assertThat(measured.find(Measures.FACE_WIDTH).orElseThrow().value()).isBetween(180.0, 300.0);
        assertThat(measured.find(Measures.FACE_AXIS).orElseThrow().value()).isBetween(228.0, 252.0);
        assertThat(measured.file().densityDpi()).hasValue(300);
        assertThat(measured.file().software()).isEmpty();
    }

    @Test
    void theFileHasTheQualityThatTheProofStates() {
        FinishedPhoto photo = done(STUDENT, SPEC);
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
        DecodedPhoto product =
                PhotoDecoder.standard().decode(done(STUDENT, SPEC).product());
        for (int x = 0; x < product.width(); x++) {
            Rgb pixel = Rgb.ofPacked(product.rgb()[5 * product.width() + x]);
            assertThat(Math.abs(pixel.red() - 100)).isLessThan(16);
        }
    }

    @Test
    void aSmallPhotoIsNotEnlarged() {
        assertThat(reasons(STUDENT.sized(240, 320))).contains(Refusal.TOO_FEW_PIXELS);
    }

    @Test
    void aFaceThatFillsThePictureIsTold() {
        PortraitSpec close = STUDENT.with(Dial.HEAD_HEIGHT, 0.85).with(Dial.EYE_LINE, 0.45);
        assertThat(reasons(close)).containsAnyOf(Refusal.HEAD_TOO_TALL, Refusal.FACE_TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aPictureThatIsNotUprightIsToBeTurnedAndGivesNoProduct(int quarters) {
        BufferedImage portrait = PORTRAITS.get(STUDENT, 2).image();
        PhotoImage turned = Pictures.photo(Pictures.png(Drawn.turned(portrait, quarters)));
        assertThat(finisher.finish(turned, SPEC).fold(done -> List.of(), Finishing.Impossible::reasons))
                .isEqualTo(List.of(Refusal.NOT_UPRIGHT));
    }

    @Test
    void anotherBackgroundIsFilledAsWell() {
        FinishedPhoto photo = done(STUDENT, SPEC.withBackground(Optional.of(new Rgb(255, 255, 255))));
        DecodedPhoto product = PhotoDecoder.standard().decode(photo.product());
        assertThat(product.rgb()[0] & 0xFF).isGreaterThan(248);
        assertThat(photo.proof().background()).isEqualTo("#ffffff");
    }

    private FinishedPhoto done(PortraitSpec portrait, ProductSpec spec) {
        return finisher.finish(drawn(portrait), spec).fold(Finishing.Done::photo, impossible -> {
            throw new AssertionError("not finished: " + impossible.reasons());
        });
    }

    private List<Advice> reasons(PortraitSpec portrait) {
        return finisher.finish(drawn(portrait), SPEC).fold(done -> List.of(), Finishing.Impossible::reasons);
    }

    private static PhotoImage drawn(PortraitSpec spec) {
        return Pictures.photo(Pictures.png(PORTRAITS.get(spec, 2).image()));
    }
}
