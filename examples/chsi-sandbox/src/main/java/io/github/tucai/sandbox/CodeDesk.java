package io.github.tucai.sandbox;

import com.sun.net.httpserver.HttpExchange;
import io.github.tucai.code.CodeClaims;
import io.github.tucai.code.CollectionCode;
import io.github.tucai.crypto.CodeIssuer;
import io.github.tucai.graduate.EnrolmentNumber;
import io.github.tucai.graduate.MaskedId;
import io.github.tucai.graduate.MaskedName;
import io.github.tucai.graduate.StudentNumber;
import io.github.tucai.school.SchoolCode;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** Gives out collection codes and remembers to whom. */
final class CodeDesk implements Exchanges.Work {
    private static final int MOST_FORM_BYTES = 8 << 10;
    private static final int SERIAL_BYTES = 8;

    private final RegistryStore store;
    private final CodeIssuer issuer;
    private final Clock clock;
    private final SecureRandom random;

    CodeDesk(RegistryStore store, CodeIssuer issuer, Clock clock, SecureRandom random) {
        this.store = store;
        this.issuer = issuer;
        this.clock = clock;
        this.random = random;
    }

    CollectionCode issue(CodeClaims claims) throws IOException {
        CollectionCode code = issuer.issue(claims);
        store.issued(claims);
        return code;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException, Refusal {
        CodeClaims claims;
        try {
            claims = claims(form(new String(Exchanges.body(exchange, MOST_FORM_BYTES), StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException e) {
            throw new Refusal(400, "bad-claims", "A field is missing or malformed");
        }
        Exchanges.answer(
                exchange, 201, "text/plain", Exchanges.utf8(issue(claims).text()));
    }

    private static Map<String, String> form(String text) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException("not a form");
            }
            fields.put(
                    pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return fields;
    }

    private CodeClaims claims(Map<String, String> form) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        byte[] serial = new byte[SERIAL_BYTES];
        random.nextBytes(serial);
        return new CodeClaims(
                new EnrolmentNumber(field(form, "enrolment")),
                new MaskedName(field(form, "name")),
                new MaskedId(field(form, "id")),
                new SchoolCode(field(form, "school")),
                new StudentNumber(field(form, "studentNumber")),
                Integer.parseInt(field(form, "classYear")),
                now,
                now.plus(Integer.parseInt(field(form, "validDays")), ChronoUnit.DAYS),
                HexFormat.of().formatHex(serial));
    }

    private static String field(Map<String, String> form, String name) {
        String value = form.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no " + name);
        }
        return value;
    }
}
