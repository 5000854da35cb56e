package io.github.tucai.check.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.tucai.check.PhotoProfiles;
import io.github.tucai.contract.Clause;
import io.github.tucai.photo.Crop;
import io.github.tucai.photo.FileFacts;
import io.github.tucai.photo.MeasureId;
import io.github.tucai.photo.Measurements;
import io.github.tucai.photo.Measures;
import io.github.tucai.photo.ProductSpec;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Clause("A2.3")
class CroppingTest {
    private static final ProductSpec SPEC = PhotoProfiles.get("CN-DEGREE").product();

    @Test
    void aGoodPhotoHasACropInThePhoto() {
        Cropping cropping = Cropping.of(Photos.measured(Photos.FILE, Photos.good()), SPEC);
        Crop crop = cropping.crop().orElseThrow();
        assertThat(cropping.faults()).isEmpty();
        assertThat(crop.left()).isNotNegative();
        assertThat(crop.left() + crop.width()).isLessThanOrEqualTo(1200);
        assertThat(crop.top() + crop.height()).isLessThanOrEqualTo(1600);
        assertThat(crop.width() / crop.height()).isCloseTo(480 / 640.0, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(doubles = {90, -90, 180, 46})
    void aPictureThatIsNotUprightIsToBeTurned(double roll) {
        assertThat(Cropping.of(Photos.goodBut(Measures.HEAD_ROLL, roll), SPEC).faults())
                .containsExactly(CropFault.NOT_UPRIGHT);
    }

    @Test
    void aHeadThatLeansIsNoPictureToBeTurned() {
        assertThat(Cropping.of(Photos.goodBut(Measures.HEAD_ROLL, 45), SPEC).crop())
                .isPresent();
    }

    @Test
    void whereNoHeadWasMeasuredThereIsNoFace() {
        for (MeasureId id :
                new MeasureId[] {Measures.HEAD_TOP, Measures.EYE_LINE, Measures.FACE_WIDTH, Measures.FACE_AXIS}) {
            Map<MeasureId, Double> values = Photos.good();
            values.remove(id);
            assertThat(Cropping.of(Photos.measured(Photos.FILE, values), SPEC).faults())
                    .as(id.value())
                    .containsExactly(CropFault.NO_FACE);
        }
    }

    @Test
    void aSmallPhotoIsNotEnlarged() {
        FileFacts small = Photos.file("jpeg", 30_000, 240, 320);
        Map<MeasureId, Double> values = Photos.good();
        for (MeasureId id :
                new MeasureId[] {Measures.HEAD_TOP, Measures.EYE_LINE, Measures.FACE_WIDTH, Measures.FACE_AXIS}) {
            values.computeIfPresent(id, (key, value) -> value / 5);
        }
        Measurements measured = Photos.measured(small, values);
        assertThat(Cropping.of(measured, SPEC).faults()).contains(CropFault.TOO_FEW_PIXELS);
    }

    @Test
    void aFaceThatFillsThePictureIsTold() {
        Map<MeasureId, Double> values = Photos.good();
        values.put(Measures.HEAD_TOP, 40.0);
        values.put(Measures.EYE_LINE, 800.0);
        values.put(Measures.FACE_WIDTH, 1100.0);
        assertThat(Cropping.of(Photos.measured(Photos.FILE, values), SPEC).faults())
                .containsAnyOf(CropFault.HEAD_TOO_TALL, CropFault.FACE_TOO_LARGE);
    }
}
