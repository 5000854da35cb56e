package io.github.tucai.convert;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class TfLiteReaderProperties {
    @Property(tries = 50)
    void aNetworkThatIsCutOffIsRefusedWithAMessage(@ForAll @DoubleRange(min = 0, max = 0.9) double share)
            throws IOException {
        byte[] whole = Files.readAllBytes(Path.of("target", "supplies", "selfie_segmenter.tflite"));
        byte[] cut = Arrays.copyOf(whole, (int) (share * whole.length));
        assertThatThrownBy(() -> TfLiteReader.read(cut)).isInstanceOf(ConversionException.class);
    }
}
