package io.github.tucai.imaging.internal.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Photos of people pass through this native code: no version of it that reports to its maker may come in by an update. */
class SilentRuntimeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "linux-x64/libonnxruntime.so",
                "linux-aarch64/libonnxruntime.so",
                "osx-aarch64/libonnxruntime.dylib",
                "win-x64/onnxruntime.dll"
            })
    void nativeCodeKnowsNoAddressToReportTo(String library) throws IOException {
        try (InputStream in = Objects.requireNonNull(
                SilentRuntimeTest.class.getResourceAsStream("/ai/onnxruntime/native/" + library))) {
            String code = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);

            assertThat(code.contains("events.data.microsoft")).isFalse();
            assertThat(code.contains("ORT_DISABLE_TELEMETRY")).isFalse();
        }
    }
}
