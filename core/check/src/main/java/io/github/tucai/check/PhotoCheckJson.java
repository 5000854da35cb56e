package io.github.tucai.check;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.github.tucai.photo.Advice;
import io.github.tucai.photo.CheckId;
import io.github.tucai.photo.Finding;
import io.github.tucai.photo.Measurements;
import io.github.tucai.photo.PhotoCheckResult;
import io.github.tucai.photo.Region;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Writes results as JSON, one object on one line: the contract of {@code tucai check --json}. */
public final class PhotoCheckJson {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();
    private static final MathContext DIGITS = new MathContext(6);
    private static final CheckId FILE_FORMAT = new CheckId("file-format");

    private PhotoCheckJson() {}

    /**
     * One result without a line end. A file that holds no picture has the verdict {@code ERROR} and says why.
     *
     * @param file as the caller names it
     */
    public static String write(String file, PhotoCheckResult result) {
        return line(file, result.profile(), result.stage().name(), json -> body(json, result));
    }

    /**
     * A file that could not be read at all, in the form of a result.
     *
     * @param error what happened; no personal data
     */
    public static String writeError(String file, String profile, String stage, String error) {
        return line(file, profile, stage, json -> {
            json.writeStringField("verdict", "ERROR");
            json.writeStringField("error", error);
            json.writeNumberField("millis", BigDecimal.ZERO);
            json.writeNumberField("decodeMillis", BigDecimal.ZERO);
            json.writeArrayFieldStart("checks");
            json.writeEndArray();
        });
    }

    private static String line(String file, String profile, String stage, Body body) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("file", file);
            json.writeStringField("profile", profile);
            json.writeStringField("stage", stage.toLowerCase(Locale.ROOT));
            body.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void body(JsonGenerator json, PhotoCheckResult result) throws IOException {
        Measurements measured = result.measurements();
        if (measured.file().isDecoded()) {
            json.writeStringField("verdict", result.verdict().name());
        } else {
            json.writeStringField("verdict", "ERROR");
            json.writeStringField(
                    "error",
                    result.finding(FILE_FORMAT)
                            .map(finding -> finding.advice().en())
                            .orElse("The picture cannot be opened."));
        }
        if (result.primary().isPresent()) {
            json.writeStringField("primary", result.primary().get().check().value());
        }
        json.writeNumberField("millis", millis(measured.analysis()));
        json.writeNumberField("decodeMillis", millis(measured.decoding()));
        provenance(json, result, measured);
        json.writeArrayFieldStart("checks");
        for (Finding finding : result.findings()) {
            write(json, finding);
        }
        json.writeEndArray();
    }

    private static void provenance(JsonGenerator json, PhotoCheckResult result, Measurements measured)
            throws IOException {
        json.writeStringField("profileDigest", result.profileDigest());
        json.writeStringField("analyzer", measured.analyzer());
        json.writeStringField("analyzerVersion", measured.analyzerVersion());
        json.writeObjectFieldStart("models");
        for (Map.Entry<String, String> model : measured.models().entrySet()) {
            json.writeStringField(model.getKey(), model.getValue());
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Finding finding) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", finding.check().value());
        json.writeStringField("verdict", finding.answer().name());
        number(json, "score", finding.score());
        number(json, "value", finding.value());
        json.writeStringField("unit", finding.unit());
        json.writeStringField("limit", finding.limit());
        json.writeStringField("severity", finding.severity().name());
        region(json, finding.region());
        json.writeStringField("clause", finding.clause());
        if (!finding.reason().isEmpty()) {
            json.writeStringField("reason", finding.reason());
        }
        Advice advice = finding.advice();
        json.writeObjectFieldStart("message");
        json.writeStringField("zh-CN", advice.zhCn());
        json.writeStringField("en", advice.en());
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void region(JsonGenerator json, @Nullable Region region) throws IOException {
        if (region == null) {
            json.writeNullField("region");
            return;
        }
        json.writeFieldName("region");
        json.writeArray(new int[] {region.x(), region.y(), region.width(), region.height()}, 0, 4);
    }

    private static void number(JsonGenerator json, String name, OptionalDouble value) throws IOException {
        if (value.isEmpty()) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, plain(new BigDecimal(value.getAsDouble()).round(DIGITS)));
        }
    }

    private static BigDecimal millis(Duration duration) {
        return plain(BigDecimal.valueOf(duration.toNanos() / 100_000, 1));
    }

    /** Without an exponent: 100, not 1E+2. */
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    @FunctionalInterface
    private interface Body {
        void write(JsonGenerator json) throws IOException;
    }
}
