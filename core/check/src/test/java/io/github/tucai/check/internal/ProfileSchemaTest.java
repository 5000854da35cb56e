package io.github.tucai.check.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.tucai.check.PhotoProfiles;
import io.github.tucai.failure.InvalidProfileException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published schema says what the reader does: same files accepted, same files refused. */
class ProfileSchemaTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Schema SCHEMA = REGISTRY.getSchema(PhotoProfiles.schema(), InputFormat.JSON);
    /** What relates two numbers of a file to each other is beyond JSON Schema. */
    private static final List<String> RELATIONS =
            List.of("least must not be above most", "leastBytes must be 0 or more and not above mostBytes");

    private static final String SMALL = """
            {"$schema": "urn:tucai:schema:photo-profile", "id": "SMALL", "source": "s", "band": 5, "unsureReview": "review",
             "title": {"zh-CN": "小", "en": "small"},
             "product": {
               "width": {"value": 480, "source": "s"}, "height": {"value": 640, "source": "s"},
               "density": {"value": 300, "source": "s"}, "leastBytes": {"value": 1, "source": "s"},
               "mostBytes": {"value": 2, "source": "s"}, "leastQuality": {"value": 60, "source": "s"},
               "background": {"value": "keep", "source": "s"},
               "headTop": {"least": 1, "most": 2, "source": "s"}, "eyeLine": {"least": 1, "most": 2, "source": "s"},
               "faceWidth": {"least": 1, "most": 2, "source": "s"}},
             "backgrounds": [{"value": "#64c5ff", "source": "s"}, {"value": "0,20,255", "source": "s"}],
             "formats": {"submission": ["jpeg", "png"], "product": ["jpeg"], "source": "s"},
             "editors": {"names": ["gimp"], "source": "s"},
             "mayBeUnmeasured": ["noise"],
             "checks": {
               "noise": {"severity": {"submission": "ADVICE", "submissionFilled": "INFO", "product": "REVIEW"},
                 "gates": [{"measure": "eyes.distance", "least": 1, "most": 2, "reason": "r", "excused": true, "source": "s"}],
                 "limits": [
                   {"measure": "noise.sigma", "most": 3, "width": 1, "band": 0, "severity": "INFO", "stage": "product",
                    "background": "kept", "optional": true, "source": "s",
                    "unless": {"measure": "glasses.worn", "least": 0.5, "width": 1, "source": "s"}},
                   {"measure": "file.bytes", "ofProduct": "bytes", "width": 1, "source": "s"}]},
               "eyes-open": {"severity": "REQUIRED", "limits": []}}}
            """;

    static List<String> ids() {
        return PhotoProfiles.ids();
    }

    @Test
    void isItselfAValidSchemaOfTheDraftItNames() throws IOException {
        JsonNode schema = JSON.readTree(PhotoProfiles.schema());
        Schema meta = REGISTRY.getSchema(SchemaLocation.of(schema.get("$schema").asText()));
        assertThat(meta.validate(schema)).isEmpty();
        assertThat(schema.get("$schema").asText()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
    }

    @Test
    void namesTheShippedProfilesAndTheChecksOfTheCatalogue() throws IOException {
        JsonNode schema = JSON.readTree(PhotoProfiles.schema());
        assertThat(texts(schema.at("/properties/extends/enum"))).containsExactlyElementsOf(PhotoProfiles.ids());
        assertThat(texts(schema.at("/$defs/check/enum")))
                .containsExactlyElementsOf(CheckCatalogue.shipped().ids().stream()
                        .map(Object::toString)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("ids")
    void acceptsEveryShippedProfile(String id) {
        assertThat(complaints(shipped(id))).isEmpty();
    }

    @Test
    void acceptsAProfileThatUsesEveryName() {
        assertThat(complaints(tree(SMALL))).isEmpty();
        assertThat(refusal(tree(SMALL))).isEmpty();
    }

    @Property(tries = 600)
    void agreesWithTheReaderAboutFilesWithAFault(@ForAll("mutants") JsonNode file) {
        agrees(file, "a random fault");
    }

    @Test
    void agreesWithTheReaderAboutEveryFaultOfTheSmallProfile() {
        int refused = 0;
        for (JsonPointer place : places(tree(SMALL))) {
            for (Fault fault : Fault.values()) {
                refused += agrees(fault.in(tree(SMALL), place), fault + " at " + place) ? 0 : 1;
            }
        }
        assertThat(refused).isGreaterThan(500);
    }

    /** Whether the reader accepts the file. */
    private static boolean agrees(JsonNode file, String what) {
        Optional<InvalidProfileException> refusal = refusal(file);
        boolean relation =
                refusal.isPresent() && RELATIONS.stream().anyMatch(refusal.get().reason()::contains);
        if (!relation) {
            assertThat(complaints(file).isEmpty())
                    .as("%s; the reader: %s; the schema: %s", what, refusal, complaints(file))
                    .isEqualTo(refusal.isEmpty());
        }
        return refusal.isEmpty();
    }

    @Provide
    static Arbitrary<JsonNode> mutants() {
        List<JsonNode> bases = new ArrayList<>();
        bases.add(tree(SMALL));
        ids().forEach(id -> bases.add(shipped(id)));
        return Arbitraries.of(bases)
                .flatMap(base -> Arbitraries.of(places(base)).flatMap(place -> Arbitraries.of(Fault.values())
                        .map(fault -> fault.in(base.deepCopy(), place))))
                .dontShrink();
    }

    /** What people get wrong. */
    private enum Fault {
        GONE,
        NULL,
        TEXT,
        BLANK,
        LOWER_CASE,
        MINUS_ONE,
        ZERO,
        HALF,
        WHOLE_WRITTEN_WITH_A_POINT,
        LARGE,
        TRUE,
        LIST,
        OBJECT,
        UNKNOWN_NAME;

        JsonNode in(JsonNode file, JsonPointer place) {
            JsonNode old = file.at(place);
            if (this == UNKNOWN_NAME) {
                if (old instanceof ObjectNode object) {
                    object.put("sauce", "ours");
                }
                return file;
            }
            JsonNode parent = file.at(place.head());
            if (parent instanceof ObjectNode object) {
                String name = place.last().getMatchingProperty();
                if (this == GONE) {
                    object.remove(name);
                } else {
                    object.set(name, instead(old));
                }
            } else if (parent instanceof ArrayNode list) {
                int index = place.last().getMatchingIndex();
                if (this == GONE) {
                    list.remove(index);
                } else {
                    list.set(index, instead(old));
                }
            }
            return file;
        }

        private JsonNode instead(JsonNode old) {
            JsonNodeFactory json = JsonNodeFactory.instance;
            return switch (this) {
                case NULL -> json.nullNode();
                case TEXT -> json.textNode("Text 1");
                case BLANK -> json.textNode("  ");
                case LOWER_CASE -> json.textNode(old.asText().toLowerCase(Locale.ROOT));
                case MINUS_ONE -> json.numberNode(-1);
                case ZERO -> json.numberNode(0);
                case HALF -> json.numberNode(0.5);
                case WHOLE_WRITTEN_WITH_A_POINT -> json.numberNode(7.0);
                case LARGE -> json.numberNode(3_000_000_000L);
                case TRUE -> json.booleanNode(true);
                case LIST -> json.arrayNode();
                case OBJECT -> json.objectNode();
                case GONE, UNKNOWN_NAME -> throw new IllegalStateException();
            };
        }
    }

    private static List<JsonPointer> places(JsonNode file) {
        List<JsonPointer> places = new ArrayList<>();
        collect(file, JsonPointer.empty(), places);
        return places;
    }

    private static void collect(JsonNode node, JsonPointer at, List<JsonPointer> places) {
        node.properties().forEach(entry -> {
            JsonPointer below = at.appendProperty(entry.getKey());
            places.add(below);
            collect(entry.getValue(), below, places);
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            places.add(at.appendIndex(i));
            collect(node.get(i), at.appendIndex(i), places);
        }
    }

    private static List<Error> complaints(JsonNode file) {
        return SCHEMA.validate(file);
    }

    private static Optional<InvalidProfileException> refusal(JsonNode file) {
        try {
            PhotoProfiles.parse(file.toString());
            return Optional.empty();
        } catch (InvalidProfileException e) {
            return Optional.of(e);
        }
    }

    private static Stream<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText);
    }

    private static JsonNode shipped(String id) {
        try (InputStream in = ProfileReader.class.getResourceAsStream("profiles/" + id + ".json")) {
            return tree(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
