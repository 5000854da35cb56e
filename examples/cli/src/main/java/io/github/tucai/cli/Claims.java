package io.github.tucai.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tucai.cli.output.Json;
import io.github.tucai.code.CodeClaims;
import io.github.tucai.graduate.EnrolmentNumber;
import io.github.tucai.graduate.MaskedId;
import io.github.tucai.graduate.MaskedName;
import io.github.tucai.graduate.StudentNumber;
import io.github.tucai.school.SchoolCode;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;

/** Claims of a collection code as JSON: masked values only, in and out. */
final class Claims {
    private Claims() {}

    /** A claim left out that the sandbox can make up (the serial) is made up; any other is missed by name. */
    static CodeClaims read(JsonNode node, SecureRandom random) {
        return new CodeClaims(
                new EnrolmentNumber(text(node, "enrolment")),
                new MaskedName(text(node, "name")),
                new MaskedId(text(node, "id")),
                new SchoolCode(text(node, "school")),
                new StudentNumber(text(node, "studentNumber")),
                node.path("classYear").asInt(),
                instant(node, "issuedAt"),
                instant(node, "expiresAt"),
                node.hasNonNull("serial") ? text(node, "serial") : serial(random));
    }

    static ObjectNode write(CodeClaims claims) {
        ObjectNode node = Json.object();
        node.put("enrolment", claims.enrolment().value());
        node.put("name", claims.name().value());
        node.put("id", claims.id().value());
        node.put("school", claims.school().value());
        node.put("studentNumber", claims.studentNumber().value());
        node.put("classYear", claims.classYear());
        node.put("issuedAt", claims.issuedAt().toString());
        node.put("expiresAt", claims.expiresAt().toString());
        node.put("serial", claims.serial());
        return node;
    }

    private static String serial(SecureRandom random) {
        byte[] bytes = new byte[8];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static Instant instant(JsonNode node, String name) {
        try {
            return Instant.parse(text(node, name));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(name + " must be a time such as 2024-03-15T00:00:00Z", e);
        }
    }

    private static String text(JsonNode node, String name) {
        if (!node.hasNonNull(name)) {
            throw new IllegalArgumentException("the claims have no '" + name + "'");
        }
        return node.get(name).asText();
    }
}
