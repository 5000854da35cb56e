package io.github.tucai.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tucai.check.internal.JsonPart;
import io.github.tucai.failure.InvalidProfileException;
import io.github.tucai.photo.CheckId;
import io.github.tucai.photo.Declarations;
import io.github.tucai.photo.FileFacts;
import io.github.tucai.photo.Measure;
import io.github.tucai.photo.MeasureId;
import io.github.tucai.photo.Measurements;
import io.github.tucai.photo.Region;
import io.github.tucai.photo.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Stored measurements as JSON, one photo a line. Names are stable; a number is written so that it reads back equal. */
public final class MeasuredPhotoJson {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private MeasuredPhotoJson() {}

    /** One object without a line end. */
    public static String write(MeasuredPhoto photo) {
        Measurements measured = photo.measurements();
        ObjectNode line = JSON.createObjectNode();
        line.put("file", photo.name());
        line.put("stage", photo.stage().name().toLowerCase(Locale.ROOT));
        line.set("declared", declared(photo.declarations()));
        line.put("analyzer", measured.analyzer());
        line.put("analyzerVersion", measured.analyzerVersion());
        ObjectNode models = line.putObject("models");
        measured.models().forEach(models::put);
        line.put("decodeNanos", measured.decoding().toNanos());
        line.put("nanos", measured.analysis().toNanos());
        line.set("facts", facts(measured.file()));
        ArrayNode measures = line.putArray("measures");
        measured.all().values().forEach(measure -> measures.add(measure(measure)));
        return line.toString();
    }

    private static ObjectNode declared(Declarations declarations) {
        ObjectNode json = JSON.createObjectNode();
        declarations.wearsGlassesUsually().ifPresent(usually -> json.put("wearsGlassesUsually", usually));
        ArrayNode exempt = json.putArray("exempt");
        declarations.exempt().stream().map(CheckId::value).sorted().forEach(exempt::add);
        declarations.capturedAt().ifPresent(at -> json.put("capturedAt", at.toString()));
        return json;
    }

    private static ObjectNode facts(FileFacts file) {
        ObjectNode json = JSON.createObjectNode();
        json.put("format", file.format());
        json.put("sizeBytes", file.sizeBytes());
        json.put("width", file.width());
        json.put("height", file.height());
        json.put("frames", file.frames());
        json.put("components", file.components());
        json.put("bitsPerComponent", file.bitsPerComponent());
        json.put("colourSpace", file.colourSpace());
        file.densityDpi().ifPresent(dpi -> json.put("densityDpi", dpi));
        file.jpegQuality().ifPresent(quality -> json.put("jpegQuality", quality));
        json.put("complete", file.complete());
        json.put("exifOrientation", file.exifOrientation());
        add(json.putArray("software"), file.software());
        if (!file.generationMarks().isEmpty()) {
            add(json.putArray("generationMarks"), file.generationMarks());
        }
        return json;
    }

    private static void add(ArrayNode to, List<String> texts) {
        texts.forEach(to::add);
    }

    private static ObjectNode measure(Measure measure) {
        ObjectNode json = JSON.createObjectNode();
        json.put("id", measure.id().value());
        json.put("value", measure.value());
        json.put("unit", measure.unit());
        json.put("confidence", measure.confidence());
        Region region = measure.region();
        if (region != null) {
            json.putArray("region")
                    .add(region.x())
                    .add(region.y())
                    .add(region.width())
                    .add(region.height());
        }
        return json;
    }

    /**
     * Reads one line.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static MeasuredPhoto read(String line) {
        try {
            return photo(new JsonPart("$", JSON.readTree(line)));
        } catch (InvalidProfileException e) {
            throw new IllegalArgumentException("no stored measurements: " + e.getMessage(), e);
        } catch (JsonProcessingException e) {
            // Its own text quotes the line.
            throw new IllegalArgumentException("no stored measurements: not JSON");
        }
    }

    private static MeasuredPhoto photo(JsonPart line) {
        line.only(
                "file",
                "stage",
                "declared",
                "analyzer",
                "analyzerVersion",
                "models",
                "decodeNanos",
                "nanos",
                "facts",
                "measures");
        Measurements.Builder measured = Measurements.builder(
                        string(line.need("analyzer")), string(line.need("analyzerVersion")), file(line.need("facts")))
                .took(nanos(line.need("decodeNanos")), nanos(line.need("nanos")));
        line.need("models").fields().forEach((name, digest) -> measured.model(name, string(digest)));
        line.need("measures").items().forEach(part -> measured.add(measure(part)));
        Stage stage = line.need("stage").oneOf(Stage.class, name -> name.toLowerCase(Locale.ROOT));
        return new MeasuredPhoto(
                string(line.need("file")), stage, declarations(line.need("declared")), measured.build());
    }

    private static Declarations declarations(JsonPart part) {
        part.only("wearsGlassesUsually", "exempt", "capturedAt");
        return new Declarations(
                part.find("wearsGlassesUsually").map(JsonPart::truth),
                part.need("exempt").items().stream()
                        .map(item -> item.as(CheckId::new))
                        .collect(Collectors.toUnmodifiableSet()),
                part.find("capturedAt").map(at -> at.as(MeasuredPhotoJson::instant)));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("must be an instant such as 2026-03-20T13:30:00Z", e);
        }
    }

    private static FileFacts file(JsonPart part) {
        part.only(
                "format",
                "sizeBytes",
                "width",
                "height",
                "frames",
                "components",
                "bitsPerComponent",
                "colourSpace",
                "densityDpi",
                "jpegQuality",
                "complete",
                "exifOrientation",
                "software",
                "generationMarks");
        return part.refusing(() -> FileFacts.builder(
                        string(part.need("format")),
                        part.need("sizeBytes").whole(),
                        part.need("width").whole(),
                        part.need("height").whole())
                .frames(part.need("frames").whole())
                .components(part.need("components").whole())
                .bitsPerComponent(part.need("bitsPerComponent").whole())
                .colourSpace(string(part.need("colourSpace")))
                .densityDpi(whole(part.find("densityDpi")))
                .jpegQuality(whole(part.find("jpegQuality")))
                .complete(part.need("complete").truth())
                .exifOrientation(part.need("exifOrientation").whole())
                .software(strings(part.need("software")))
                .generationMarks(part.find("generationMarks")
                        .map(MeasuredPhotoJson::strings)
                        .orElse(List.of()))
                .build());
    }

    private static List<String> strings(JsonPart part) {
        return part.items().stream().map(MeasuredPhotoJson::string).toList();
    }

    private static Measure measure(JsonPart part) {
        part.only("id", "value", "unit", "confidence", "region");
        return part.refusing(() -> new Measure(
                part.need("id").as(MeasureId::new),
                part.need("value").number(),
                string(part.need("unit")),
                part.find("region").map(MeasuredPhotoJson::region).orElse(null),
                part.need("confidence").number()));
    }

    private static @Nullable Region region(JsonPart part) {
        List<JsonPart> sides = part.items();
        if (sides.size() != 4) {
            throw part.wrong("must be x, y, width and height");
        }
        return part.refusing(() -> new Region(
                sides.get(0).whole(),
                sides.get(1).whole(),
                sides.get(2).whole(),
                sides.get(3).whole()));
    }

    private static OptionalInt whole(Optional<JsonPart> part) {
        return part.isPresent() ? OptionalInt.of(part.get().whole()) : OptionalInt.empty();
    }

    private static Duration nanos(JsonPart part) {
        if (!part.node().isIntegralNumber() || !part.node().canConvertToLong()) {
            throw part.wrong("must be a whole number");
        }
        return Duration.ofNanos(part.node().asLong());
    }

    /** Any text, an empty one too. */
    private static String string(JsonPart part) {
        if (!part.node().isTextual()) {
            throw part.wrong("must be a text");
        }
        return part.node().asText();
    }
}
