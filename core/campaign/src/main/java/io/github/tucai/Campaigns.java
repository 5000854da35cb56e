package io.github.tucai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.tucai.failure.TucaiException;
import io.github.tucai.payment.PaymentAccount;
import io.github.tucai.schedule.Campaign;
import io.github.tucai.schedule.CaptureRegion;
import io.github.tucai.schedule.CaptureWindow;
import io.github.tucai.schedule.UncheckedFactor;
import io.github.tucai.school.Contact;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;

/** Reads campaigns from JSON; the one that shows the form is {@code jiangsu-2024.json} in the jar. */
public final class Campaigns {
    private static final String JIANGSU_2024 = "jiangsu-2024.json";

    private Campaigns() {}

    /** The campaign of the notice (A1.0). Its contacts and account are invented, and its note says so. */
    public static Campaign jiangsu2024() {
        try (InputStream in = Campaigns.class.getResourceAsStream(JIANGSU_2024)) {
            if (in == null) {
                throw new IllegalStateException(JIANGSU_2024 + " is missing from the jar");
            }
            return read(in, JIANGSU_2024);
        } catch (IOException e) {
            throw new TucaiException("cannot read " + JIANGSU_2024 + " from the jar", e);
        }
    }

    /**
     * Reads a campaign file.
     *
     * @throws TucaiException if it cannot be read or says something that no campaign can be
     */
    public static Campaign read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, file.getFileName().toString());
        } catch (IOException e) {
            throw new TucaiException("cannot read the campaign " + file.getFileName() + "; check path and rights", e);
        }
    }

    private static Campaign read(InputStream json, String name) throws IOException {
        try {
            return campaign(JsonMapper.builder().build().readTree(json));
        } catch (JsonProcessingException | IllegalArgumentException | IllegalStateException | DateTimeException e) {
            throw new TucaiException("the campaign " + name + " is not valid: " + e.getMessage(), e);
        }
    }

    private static Campaign campaign(JsonNode json) {
        int year = json.path("year").intValue();
        Campaign.Builder builder = Campaign.builder(json.path("id").asText(), year)
                .name(json.path("name").asText(""))
                .note(json.path("note").asText(""))
                .graduatingClass(json.path("graduatingClass").asInt(year + 1))
                .paymentBeforeDelivery(json.path("paymentBeforeDelivery").asBoolean(false))
                .secondFactor(json.path("secondFactor").asBoolean(true))
                .daysToAnswer(json.path("daysToAnswer").asInt(1))
                .retakeEndsSuspicion(json.path("retakeEndsSuspicion").asBoolean(true))
                .uncheckedFactor(
                        UncheckedFactor.parse(json.path("uncheckedFactor").asText("refuse")))
                .account(account(json.path("account")));
        for (JsonNode region : json.path("regions")) {
            CaptureRegion named = new CaptureRegion(
                    region.path("id").asText(), region.path("name").asText());
            if (region.has("window")) {
                builder.region(named, CaptureWindow.parse(region.path("window").asText()));
            } else {
                builder.region(named);
            }
        }
        for (JsonNode contact : json.path("contacts")) {
            builder.contact(new Contact(
                    contact.path("name").asText(),
                    contact.path("phone").asText(),
                    contact.path("email").asText("")));
        }
        return builder.build();
    }

    private static PaymentAccount account(JsonNode json) {
        return new PaymentAccount(
                json.path("name").asText(),
                json.path("bank").asText(),
                json.path("number").asText(),
                json.path("bankCode").asText());
    }
}
