package io.github.tucai.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TfLiteReaderTest {
    private static final Path SUPPLIES = Path.of("target", "supplies");

    @Test
    void readsHalvesExactly() {
        assertThat(TfLiteReader.half((short) 0x3c00)).isEqualTo(1);
        assertThat(TfLiteReader.half((short) 0xc000)).isEqualTo(-2);
        assertThat(TfLiteReader.half((short) 0x0001)).isEqualTo(0x1p-24f);
        assertThat(TfLiteReader.half((short) 0x7bff)).isEqualTo(65504);
        assertThat(TfLiteReader.half((short) 0x7c00)).isEqualTo(Float.POSITIVE_INFINITY);
        assertThat(TfLiteReader.half((short) 0x7e00)).isNaN();
    }

    @Test
    void saysThatAFileIsNoNetwork() {
        byte[] letter = "this is a letter, not a network".getBytes(StandardCharsets.US_ASCII);
        assertThatThrownBy(() -> TfLiteReader.read(letter))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("TFL3");
    }

    @Test
    void readsTheShapesOfARealNetwork() throws IOException {
        TfLiteModel model = TfLiteReader.read(Files.readAllBytes(SUPPLIES.resolve("selfie_segmenter.tflite")));
        assertThat(model.tensor(model.inputs().get(0)).shape()).isEqualTo(List.of(1, 256, 256, 3));
        assertThat(model.tensor(model.outputs().get(0)).shape()).isEqualTo(List.of(1, 256, 256, 1));
        assertThat(model.operators()).hasSizeGreaterThan(50);
    }

    @Test
    void readsTheOptionsOfMediaPipesOwnOperators() throws IOException {
        TfLiteModel model =
                TfLiteReader.read(Files.readAllBytes(SUPPLIES.resolve("face_landmark_with_attention.tflite")));
        List<FlexMap> options = model.operators().stream()
                .map(TfLiteOperator::options)
                .filter(OperatorOptions.Custom.class::isInstance)
                .map(OperatorOptions.Custom.class::cast)
                .filter(custom -> custom.name().equals("Landmarks2TransformMatrix"))
                .map(custom -> custom.values().get())
                .toList();
        assertThat(options).hasSize(3);
        assertThat(options).allSatisfy(map -> {
            assertThat(map.number("output_width")).isPositive();
            assertThat(map.number("scale_x")).isBetween(1.0, 2.0);
            assertThat(map.integers("subset_idxs")).hasSizeGreaterThan(10).allMatch(i -> i >= 0 && i < 468);
        });
    }
}
