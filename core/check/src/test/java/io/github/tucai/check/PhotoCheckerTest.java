package io.github.tucai.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tucai.check.internal.CheckCatalogue;
import io.github.tucai.failure.PluginException;
import io.github.tucai.failure.UndecodableImageException;
import io.github.tucai.photo.AnalysisMode;
import io.github.tucai.photo.Answer;
import io.github.tucai.photo.CheckId;
import io.github.tucai.photo.Declarations;
import io.github.tucai.photo.FileFacts;
import io.github.tucai.photo.Measure;
import io.github.tucai.photo.Measurements;
import io.github.tucai.photo.Measures;
import io.github.tucai.photo.PhotoCheckResult;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.photo.Region;
import io.github.tucai.photo.Severity;
import io.github.tucai.photo.Stage;
import io.github.tucai.photo.Verdict;
import io.github.tucai.spi.ImageAnalyzer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PhotoCheckerTest {
    private final PhotoChecker checker =
            PhotoChecker.builder().analyzer(new LengthAnalyzer()).build();

    @Test
    void writesOneLineOfTheContract() throws Exception {
        PhotoCheckResult result = checker.check(image("a photo"));
        String line = PhotoCheckJson.write("dir/ä.jpg", result);
        assertThat(line).doesNotContain("\n");
        JsonNode json = new ObjectMapper().readTree(line);
        assertThat(json.get("file").asText()).isEqualTo("dir/ä.jpg");
        assertThat(json.get("profile").asText()).isEqualTo("CN-DEGREE");
        assertThat(json.get("stage").asText()).isEqualTo("submission");
        assertThat(json.get("verdict").asText()).isEqualTo(result.verdict().name());
        assertThat(json.get("millis").asText()).isEqualTo("71.2");
        assertThat(json.get("decodeMillis").asText()).isEqualTo("15.8");
        assertThat(json.get("checks")).hasSameSizeAs(CheckCatalogue.shipped().ids());
        JsonNode eyes = json.get("checks").get(20);
        assertThat(eyes.get("id").asText()).isEqualTo("eyes-open");
        assertThat(eyes.get("verdict").asText()).isEqualTo("FAIL");
        assertThat(eyes.get("value").asDouble()).isEqualTo(0.06);
        assertThat(eyes.get("unit").asText()).isEqualTo("ratio");
        assertThat(eyes.get("severity").asText()).isEqualTo("REQUIRED");
        assertThat(eyes.get("region").toString()).isEqualTo("[210,244,60,22]");
        assertThat(eyes.get("clause").asText()).isEqualTo("A2.3.2");
        assertThat(eyes.get("message").get("zh-CN").asText()).isNotBlank();
        assertThat(eyes.get("message").get("en").asText()).isNotBlank();
        JsonNode mouth = json.get("checks").get(21);
        assertThat(mouth.get("score").isNull()).isTrue();
        assertThat(mouth.get("value").isNull()).isTrue();
        assertThat(mouth.get("region").isNull()).isTrue();
    }

    @Test
    void aFileThatIsNoPictureIsAnAnswerAndAnErrorInTheContract() throws Exception {
        PhotoCheckResult result = checker.check(image(""));
        assertThat(result.verdict()).isEqualTo(Verdict.REJECT);
        JsonNode json = new ObjectMapper().readTree(PhotoCheckJson.write("a.jpg", result));
        assertThat(json.get("verdict").asText()).isEqualTo("ERROR");
        assertThat(json.get("error").asText()).contains("empty");
    }

    @Test
    void writesAFileThatCouldNotBeReadInTheSameForm() throws Exception {
        JsonNode json = new ObjectMapper()
                .readTree(PhotoCheckJson.writeError("gone.jpg", "CN-DEGREE", "submission", "no such file"));
        assertThat(json.get("verdict").asText()).isEqualTo("ERROR");
        assertThat(json.get("error").asText()).isEqualTo("no such file");
        assertThat(json.get("checks")).isEmpty();
    }

    @Test
    void saysWhatToInstallWhereNoAnalyzerIs() {
        assertThatThrownBy(() -> PhotoChecker.builder().build())
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("tucai-imaging");
        assertThatThrownBy(() -> PhotoChecker.builder().analyzer("onnx").build())
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("onnx");
    }

    @Test
    void comparesWithUsedPhotosWhereItIsGivenThem() {
        CheckId duplicate = new CheckId("duplicate");
        PhotoImage photo = image("a photo");
        assertThat(checker.check(photo).finding(duplicate).orElseThrow().reason())
                .isEqualTo("no-store");
        for (int bits : new int[] {0, 10, 16, 22, 256}) {
            PhotoCheckResult result = checker.check(photo, Stage.SUBMISSION, Declarations.NONE, (digest, hash) -> bits);
            assertThat(result.finding(duplicate).orElseThrow().answer())
                    .as("%s bits", bits)
                    .isEqualTo(bits <= 10 ? Answer.FAIL : bits < 22 ? Answer.UNSURE : Answer.PASS);
            assertThat(result.finding(duplicate).orElseThrow().value()).hasValue(bits / 4.0);
            assertThat(result.finding(duplicate).orElseThrow().severity()).isEqualTo(Severity.REVIEW);
        }
    }

    @Test
    void takesAProfileById() {
        PhotoChecker visa = PhotoChecker.builder()
                .analyzer(new LengthAnalyzer())
                .profile("US-VISA")
                .build();
        assertThat(visa.check(image("a photo")).profile()).isEqualTo("US-VISA");
    }

    private static PhotoImage image(String text) {
        return PhotoImage.copyOf(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Knows one measure, and that nothing is no picture. */
    private static final class LengthAnalyzer implements ImageAnalyzer {
        @Override
        public String id() {
            return "length";
        }

        @Override
        public Measurements analyze(PhotoImage image, AnalysisMode mode) {
            if (image.sizeBytes() == 0) {
                throw new UndecodableImageException(UndecodableImageException.Reason.EMPTY, "no bytes", null);
            }
            FileFacts file = FileFacts.builder("jpeg", image.sizeBytes(), 600, 800)
                    .jpegQuality(OptionalInt.of(90))
                    .build();
            return Measurements.builder("length", "1", file)
                    .add(new Measure(Measures.EYE_OPENING, 0.06, "ratio", new Region(210, 244, 60, 22), 1))
                    .took(Duration.ofNanos(15_840_000), Duration.ofNanos(71_230_000))
                    .build();
        }
    }
}
