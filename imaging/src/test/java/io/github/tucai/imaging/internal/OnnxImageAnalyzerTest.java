package io.github.tucai.imaging.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.contract.ImageAnalyzerContract;
import io.github.tucai.spi.ImageAnalyzer;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class OnnxImageAnalyzerTest extends ImageAnalyzerContract {
    @Override
    protected ImageAnalyzer analyzer() {
        return new OnnxImageAnalyzer();
    }

    @Test
    void isFoundAsAPlugIn() {
        assertThat(ServiceLoader.load(ImageAnalyzer.class))
                .extracting(ImageAnalyzer::id)
                .contains("onnx");
    }
}
