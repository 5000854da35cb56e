package io.github.tucai.check.internal;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tucai.failure.InvalidProfileException;
import io.github.tucai.photo.Advice;
import io.github.tucai.photo.CheckId;
import io.github.tucai.photo.CheckRule;
import io.github.tucai.photo.Gate;
import io.github.tucai.photo.ImageDigest;
import io.github.tucai.photo.Limit;
import io.github.tucai.photo.MeasureId;
import io.github.tucai.photo.PhotoProfile;
import io.github.tucai.photo.ProductSpec;
import io.github.tucai.photo.Rgb;
import io.github.tucai.photo.Severity;
import io.github.tucai.photo.Stage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads profiles from JSON. A profile may extend another: members of {@code product} and of each check replace those of the
 * base, everything else is taken over. Whatever is wrong is told with its place in the file.
 */
public final class ProfileReader {
    private static final int MOST_CHARACTERS = 1 << 20;
    private static final double USUAL_BAND = 10;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final ObjectMapper CANONICAL = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final Function<String, Optional<String>> bases;

    /** Profiles that others may extend are found by id as JSON text. */
    public ProfileReader(Function<String, Optional<String>> bases) {
        this.bases = bases;
    }

    /**
     * Reads one profile.
     *
     * @throws InvalidProfileException if the text is no profile
     */
    public PhotoProfile read(String json) {
        ObjectNode tree = effective(json, 0);
        JsonPart root = new JsonPart("$", tree)
                .only(
                        "id",
                        "title",
                        "source",
                        "product",
                        "backgrounds",
                        "formats",
                        "editors",
                        "mayBeUnmeasured",
                        "unsureReview",
                        "band",
                        "checks");
        root.need("source").text();
        ProductSpec product = product(root.need("product"));
        PhotoProfile.Builder profile = root.need("id")
                .as(PhotoProfile::builder)
                .title(root.find("title")
                        .map(ProfileReader::advice)
                        .orElseGet(() -> new Advice(
                                root.need("id").text(), root.need("id").text())))
                .digest(digest(tree))
                .product(product)
                .backgrounds(root.find("backgrounds").stream()
                        .flatMap(part -> part.items().stream())
                        .map(ProfileReader::colour)
                        .toList())
                .editors(root.find("editors").stream()
                        .flatMap(part -> editors(part).stream())
                        .toList())
                .mayBeUnmeasured(checks(root.find("mayBeUnmeasured")));
        formats(root.need("formats"), profile);
        root.find("unsureReview").ifPresent(part -> profile.unsureReviewAccepted(unsureAccepted(part)));
        double band = root.find("band").map(ProfileReader::band).orElse(USUAL_BAND);
        root.need("checks").fields().values().forEach(part -> profile.rule(rule(part, product, band)));
        return root.refusing(profile::build);
    }

    private ObjectNode effective(String json, int depth) {
        ObjectNode own = parse(json);
        JsonPart root = new JsonPart("$", own);
        root.find("$schema").ifPresent(JsonPart::text);
        own.remove("$schema");
        JsonNode base = own.remove("extends");
        if (base == null) {
            return own;
        }
        JsonPart part = new JsonPart("$.extends", base);
        if (depth > 3) {
            throw part.wrong("profiles extend each other too deeply");
        }
        String text = bases.apply(part.text()).orElseThrow(() -> part.wrong("no such profile is shipped"));
        return overlay(effective(text, depth + 1), own);
    }

    /** Members of {@code product}, of {@code checks} and of each check one by one, the rest whole. */
    private static ObjectNode overlay(ObjectNode base, ObjectNode own) {
        own.properties().forEach(entry -> {
            String name = entry.getKey();
            boolean merged = name.equals("product") || name.equals("checks");
            if (merged && base.get(name) instanceof ObjectNode old && entry.getValue() instanceof ObjectNode added) {
                merge(old, added, name.equals("checks"));
            } else {
                base.set(name, entry.getValue());
            }
        });
        return base;
    }

    private static void merge(ObjectNode old, ObjectNode added, boolean deep) {
        added.properties().forEach(entry -> {
            boolean both =
                    deep && old.get(entry.getKey()) instanceof ObjectNode && entry.getValue() instanceof ObjectNode;
            if (both) {
                merge((ObjectNode) old.get(entry.getKey()), (ObjectNode) entry.getValue(), false);
            } else {
                old.set(entry.getKey(), entry.getValue());
            }
        });
    }

    private static ObjectNode parse(String json) {
        if (json.length() > MOST_CHARACTERS) {
            throw new InvalidProfileException("$", "a profile has at most " + MOST_CHARACTERS + " characters");
        }
        try {
            if (JSON.readTree(json) instanceof ObjectNode object) {
                return object;
            }
            throw new InvalidProfileException("$", "must be an object");
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            String place = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
            throw (InvalidProfileException)
                    new InvalidProfileException("$", "not JSON" + place + ": " + e.getOriginalMessage()).initCause(e);
        }
    }

    private static String digest(ObjectNode tree) {
        try {
            Object sorted = CANONICAL.treeToValue(tree, Object.class);
            return ImageDigest.of(CANONICAL.writeValueAsBytes(sorted)).hex();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON tree can always be written", e);
        }
    }

    private static ProductSpec product(JsonPart part) {
        part.only(
                "width",
                "height",
                "density",
                "leastBytes",
                "mostBytes",
                "leastQuality",
                "background",
                "headTop",
                "eyeLine",
                "faceWidth");
        JsonPart background = part.need("background").only("value", "source");
        background.need("source").text();
        return part.refusing(() -> new ProductSpec(
                sourced(part.need("width")),
                sourced(part.need("height")),
                sourced(part.need("density")),
                sourced(part.need("leastBytes")),
                sourced(part.need("mostBytes")),
                sourced(part.need("leastQuality")),
                background.need("value").text().equals("keep")
                        ? Optional.empty()
                        : Optional.of(background.need("value").as(Rgb::parse)),
                range(part.need("headTop")),
                range(part.need("eyeLine")),
                range(part.need("faceWidth"))));
    }

    private static int sourced(JsonPart part) {
        part.only("value", "source").need("source").text();
        return part.need("value").whole();
    }

    private static ProductSpec.Range range(JsonPart part) {
        part.only("least", "most", "source").need("source").text();
        double least = part.need("least").number();
        double most = part.need("most").number();
        return part.refusing(() -> new ProductSpec.Range(least, most));
    }

    private static Rgb colour(JsonPart part) {
        part.only("value", "source").need("source").text();
        return part.need("value").as(Rgb::parse);
    }

    private static List<String> editors(JsonPart part) {
        part.only("names", "source").need("source").text();
        return part.need("names").items().stream()
                .map(name -> name.text().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static void formats(JsonPart part, PhotoProfile.Builder profile) {
        part.only("submission", "product", "source").need("source").text();
        for (Stage stage : Stage.values()) {
            profile.formats(
                    stage,
                    part.need(stage.name().toLowerCase(Locale.ROOT)).items().stream()
                            .map(JsonPart::text)
                            .collect(Collectors.toUnmodifiableSet()));
        }
    }

    private static Set<CheckId> checks(Optional<JsonPart> list) {
        return list.stream()
                .flatMap(part -> part.items().stream())
                .map(item -> known(item, item.text()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static CheckId known(JsonPart part, String name) {
        CheckId id = part.refusing(() -> new CheckId(name));
        if (!CheckCatalogue.shipped().contains(id)) {
            throw part.wrong("there is no check '" + id + "'");
        }
        return id;
    }

    private static boolean unsureAccepted(JsonPart part) {
        String text = part.text();
        if (!text.equals("accept") && !text.equals("review")) {
            throw part.wrong("must be accept or review");
        }
        return text.equals("accept");
    }

    private static CheckRule rule(JsonPart part, ProductSpec product, double band) {
        part.only("severity", "gates", "limits");
        CheckId id = known(part, part.path().substring("$.checks.".length()));
        Map<String, Severity> severities = severities(part.need("severity"));
        Severity submission = severities.getOrDefault("submission", Severity.INFO);
        return new CheckRule(
                id,
                submission,
                Optional.ofNullable(severities.get("submissionFilled")),
                severities.getOrDefault("product", submission),
                part.find("gates").stream()
                        .flatMap(gates -> gates.items().stream())
                        .map(ProfileReader::gate)
                        .toList(),
                part.need("limits").items().stream()
                        .map(limit -> limit(limit, product, band))
                        .toList());
    }

    private static Map<String, Severity> severities(JsonPart part) {
        if (part.node().isTextual()) {
            return Map.of("submission", severity(part));
        }
        part.only("submission", "submissionFilled", "product").need("submission");
        Map<String, Severity> severities = new LinkedHashMap<>();
        part.fields().forEach((name, value) -> severities.put(name, severity(value)));
        return severities;
    }

    private static Severity severity(JsonPart part) {
        return part.oneOf(Severity.class, UnaryOperator.identity());
    }

    private static Stage stage(JsonPart part) {
        return part.oneOf(Stage.class, name -> name.toLowerCase(Locale.ROOT));
    }

    private static Gate gate(JsonPart part) {
        part.only("measure", "least", "most", "reason", "excused", "source");
        return part.refusing(() -> new Gate(
                part.need("measure").as(MeasureId::new),
                part.number("least"),
                part.number("most"),
                part.need("reason").text(),
                part.find("excused").map(JsonPart::truth).orElse(false),
                part.need("source").text()));
    }

    private static Limit limit(JsonPart part, ProductSpec product, double band) {
        part.only(
                "measure",
                "least",
                "most",
                "ofProduct",
                "width",
                "band",
                "severity",
                "stage",
                "background",
                "optional",
                "unless",
                "source");
        if (part.find("ofProduct").isPresent()
                && (part.find("least").isPresent() || part.find("most").isPresent())) {
            throw part.wrong("ofProduct stands for least and most; give one or the other");
        }
        ProductSpec.@Nullable Range range =
                part.find("ofProduct").map(name -> ofProduct(name, product)).orElse(null);
        return part.refusing(() -> new Limit(
                part.need("measure").as(MeasureId::new),
                range == null ? part.number("least") : finite(range.least()),
                range == null ? part.number("most") : finite(range.most()),
                part.need("width").number(),
                part.find("band").map(ProfileReader::band).orElse(band),
                part.find("severity").map(ProfileReader::severity),
                part.find("stage").map(ProfileReader::stage),
                part.find("background").map(ProfileReader::filled),
                part.find("optional").map(JsonPart::truth).orElse(false),
                part.find("unless").map(other -> limit(other, product, band)).orElse(null),
                part.need("source").text()));
    }

    private static double band(JsonPart part) {
        double band = part.number();
        if (band < 0 || band >= 50) {
            throw part.wrong("must be 0 to below 50");
        }
        return band;
    }

    private static OptionalDouble finite(double value) {
        return Double.isInfinite(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** Limits that repeat the product's own numbers name them instead, so that an overlay changes them in one place. */
    private static ProductSpec.Range ofProduct(JsonPart name, ProductSpec product) {
        return switch (name.text()) {
            case "headTop" -> product.headTop();
            case "eyeLine" -> product.eyeLine();
            case "faceWidth" -> product.faceWidth();
            case "bytes" -> new ProductSpec.Range(product.leastBytes(), product.mostBytes());
            case "quality" -> new ProductSpec.Range(product.leastQuality(), Double.POSITIVE_INFINITY);
            case "width" -> exactly(product.width());
            case "height" -> exactly(product.height());
            case "density" -> exactly(product.densityDpi());
            case "leastWidth" -> new ProductSpec.Range(product.width(), Double.POSITIVE_INFINITY);
            case "leastHeight" -> new ProductSpec.Range(product.height(), Double.POSITIVE_INFINITY);
            default ->
                throw name.wrong("must be headTop, eyeLine, faceWidth, bytes, quality, width, height, density, "
                        + "leastWidth or leastHeight");
        };
    }

    /** Half a unit to each side, so that the exact value does not stand at the limit itself. */
    private static ProductSpec.Range exactly(int value) {
        return new ProductSpec.Range(value - 0.5, value + 0.5);
    }

    private static boolean filled(JsonPart part) {
        String text = part.text();
        if (!text.equals("filled") && !text.equals("kept")) {
            throw part.wrong("must be filled or kept");
        }
        return text.equals("filled");
    }

    private static Advice advice(JsonPart part) {
        part.only("zh-CN", "en");
        return new Advice(part.need("zh-CN").text(), part.need("en").text());
    }
}
