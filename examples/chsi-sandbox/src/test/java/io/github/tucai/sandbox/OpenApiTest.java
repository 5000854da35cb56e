package io.github.tucai.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.tucai.code.CodeClaims;
import io.github.tucai.crypto.HttpsChsiTransport;
import io.github.tucai.crypto.MutualTls;
import io.github.tucai.delivery.SealedBundle;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The published description and the sandbox's real answers say the same, in both directions. */
class OpenApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final JsonNode PATHS = description().path("paths");

    private final World world = new World();
    private final HttpClient client = HttpClient.newBuilder()
            .sslContext(MutualTls.context(World.KEYS.clientKeyStore(), World.KEYS::password, World.KEYS.trusted()))
            .build();
    private final TreeSet<String> seen = new TreeSet<>();

    @AfterEach
    void close() {
        world.close();
    }

    private static JsonNode description() {
        try (InputStream in = HttpsChsiTransport.class.getResourceAsStream("registry-openapi.yaml")) {
            Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(Objects.requireNonNull(in));
            return JSON.valueToTree(read);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Sends, and holds the answer against what is described for it. */
    private void says(
            int status, String described, String method, String path, byte[] body, Map<String, String> headers)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        world.sandbox.endpoint().resolve(path.substring(1)))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(status);
        JsonNode response = PATHS.path(path).path(described).path("responses").path(Integer.toString(status));
        assertThat(response.isObject())
                .as("%s %s %d is described", described, path, status)
                .isTrue();
        response.path("headers").properties().forEach(header -> {
            String value = answer.headers().firstValue(header.getKey()).orElse("");
            conforms(header.getValue().path("schema"), JSON.valueToTree(value));
            assertThat(value).isNotEmpty();
        });
        String type = answer.headers().firstValue("Content-Type").orElse("");
        JsonNode content = response.path("content").path(type);
        assertThat(content.isObject()).as("%s of %s %d", type, path, status).isTrue();
        for (JsonNode value : values(type, answer.body())) {
            conforms(content.path("schema"), value);
            if (type.equals("application/problem+json")) {
                assertThat(value.path("status").asInt()).isEqualTo(status);
            }
        }
        seen.add(described + " " + path + " " + status);
    }

    private static List<JsonNode> values(String type, String body) throws IOException {
        if (type.equals("text/plain")) {
            return List.of(JSON.valueToTree(body));
        }
        List<JsonNode> values = new ArrayList<>();
        for (String line : body.lines().toList()) {
            values.add(JSON.readTree(line));
        }
        return values;
    }

    private static void conforms(JsonNode schema, JsonNode value) {
        assertThat(SCHEMAS.getSchema(schema.toString(), InputFormat.JSON).validate(value.toString(), InputFormat.JSON))
                .isEmpty();
    }

    private void delivers(int status, SealedBundle bundle) throws Exception {
        says(status, "post", "POST", "/v1/bundles", bundle.bytes(), headers(bundle, "application/cms"));
    }

    private static Map<String, String> headers(SealedBundle bundle, String type) {
        return Map.of("Content-Type", type, "Idempotency-Key", bundle.key().value());
    }

    @Test
    void everyAnswerIsDescribedAndEveryDescribedAnswerIsGiven() throws Exception {
        CodeClaims claims = world.issuedClaims();
        SealedBundle first = World.sealed(claims, 2, 1);
        delivers(201, first);
        delivers(200, first);
        delivers(409, World.sealed(claims, 1, 9));
        delivers(201, World.withdrawal(claims, 2, 1));
        delivers(200, World.withdrawal(claims, 2, 1));
        delivers(422, World.withdrawal(World.newClaims(), 1, 1));
        delivers(201, World.sealed(claims, 3, 1, 1));
        delivers(422, World.sealed(World.newClaims(), 1, 1));
        delivers(422, SealedBundle.copyOf(first.key(), new byte[] {1, 2, 3}));
        delivers(413, SealedBundle.copyOf(first.key(), new byte[(4 << 20) + 1]));
        says(415, "post", "POST", "/v1/bundles", first.bytes(), headers(first, "text/plain"));
        says(400, "post", "POST", "/v1/bundles", first.bytes(), Map.of("Content-Type", "application/cms"));
        says(405, "post", "PUT", "/v1/bundles", first.bytes(), Map.of());
        world.sandbox.failNext(SandboxFault.UNAVAILABLE);
        delivers(503, first);
        says(200, "get", "GET", "/v1/images", new byte[0], Map.of());
        says(405, "get", "POST", "/v1/images", new byte[0], Map.of());
        says(200, "get", "GET", "/v1/stored", new byte[0], Map.of());
        says(405, "get", "POST", "/v1/stored", new byte[0], Map.of());
        byte[] form = Exchanges.utf8("enrolment=E1&name=%E7%8E%8B*&id=3201**********1234&school=10284"
                + "&studentNumber=S1&classYear=2025&validDays=90");
        says(201, "post", "POST", "/v1/codes", form, Map.of());
        says(400, "post", "POST", "/v1/codes", Exchanges.utf8("enrolment=E1"), Map.of());
        says(405, "post", "GET", "/v1/codes", new byte[0], Map.of());
        assertThat(seen).isEqualTo(described());
    }

    private static TreeSet<String> described() {
        TreeSet<String> all = new TreeSet<>();
        PATHS.properties().forEach(path -> path.getValue().properties().forEach(method -> method.getValue()
                .path("responses")
                .fieldNames()
                .forEachRemaining(status -> all.add(method.getKey() + " " + path.getKey() + " " + status))));
        return all;
    }

    @Test
    void theDescriptionIsOfTheVersionItSays() {
        assertThat(description().path("openapi").asText()).isEqualTo("3.1.0");
        assertThat(URI.create(PATHS.fieldNames().next()).isAbsolute()).isFalse();
    }
}
