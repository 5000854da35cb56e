package io.github.tucai.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tucai.cli.output.Json;
import io.github.tucai.cli.output.WholeFile;
import io.github.tucai.proofing.ProofingFeedback;
import io.github.tucai.proofing.Satisfaction;
import io.github.tucai.spi.FeedbackForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code feedback}: the proofing feedback form (A3) as PDF. */
@Command(name = "feedback", mixinStandardHelpOptions = true, resourceBundle = "io.github.tucai.cli.Messages")
final class FeedbackCommand implements Callable<Integer> {
    private static final Set<String> FIELDS = Set.of(
            "graduatingClass",
            "addressee",
            "received",
            "photoQuality",
            "centreWork",
            "opinions",
            "handler",
            "phone",
            "signed");
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    @Option(names = "--school", required = true, paramLabel = "NAME", descriptionKey = "school")
    String school = "";

    @Option(names = "--count", required = true, paramLabel = "N", descriptionKey = "count")
    int count;

    @Option(names = "--data", paramLabel = "FILE.json", descriptionKey = "feedbackData")
    @Nullable
    Path data;

    @Option(names = "--fillable", descriptionKey = "fillable")
    boolean fillable;

    @Option(names = "--out", required = true, paramLabel = "FORM.pdf", descriptionKey = "outForm")
    Path out = Path.of("");

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (count < 0) {
            throw new ParameterException(spec.commandLine(), Texts.get("error.count", String.valueOf(count)));
        }
        OutputFiles.of(spec, data == null ? List.of() : List.of(data)).write(out, ".pdf");
        JsonNode fields = data == null ? Json.object() : Json.MAPPER.readTree(Files.readString(data));
        refuseUnknown(fields);
        LocalDate signed = day(fields, "signed").orElseGet(() -> LocalDate.now(CHINA));
        byte[] form = Plugin.only(FeedbackForm.class)
                .fill(feedback(fields), signed.atStartOfDay(CHINA).toInstant(), fillable);
        WholeFile.write(out, form);
        return ExitStatus.DONE;
    }

    private ProofingFeedback feedback(JsonNode fields) {
        // The notice's campaign photographs next year's graduates (N1.1).
        int graduatingClass =
                fields.path("graduatingClass").asInt(LocalDate.now(CHINA).getYear() + 1);
        ProofingFeedback.Builder form = ProofingFeedback.of(school, graduatingClass, count);
        text(fields, "addressee").ifPresent(form::addressee);
        text(fields, "opinions").ifPresent(form::opinions);
        text(fields, "handler").ifPresent(form::handler);
        text(fields, "phone").ifPresent(form::phone);
        day(fields, "received").ifPresent(form::received);
        day(fields, "signed").ifPresent(form::signed);
        level(fields, "photoQuality").ifPresent(form::photoQuality);
        level(fields, "centreWork").ifPresent(form::centreWork);
        return form.build();
    }

    private static void refuseUnknown(JsonNode fields) {
        if (!fields.isObject()) {
            throw new IllegalArgumentException("the form's data is one JSON object");
        }
        fields.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                throw new IllegalArgumentException(
                        "the form has no field '" + name + "'; it has " + new TreeSet<>(FIELDS));
            }
        });
    }

    private static Optional<String> text(JsonNode fields, String name) {
        return Optional.ofNullable(fields.get(name)).map(JsonNode::asText);
    }

    private static Optional<LocalDate> day(JsonNode fields, String name) {
        return text(fields, name).map(text -> {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException e) {
                throw new IllegalArgumentException(name + " must be a date such as 2024-06-01", e);
            }
        });
    }

    private static Optional<Satisfaction> level(JsonNode fields, String name) {
        return text(fields, name).map(text -> Stream.of(Satisfaction.values())
                .filter(level -> level.label().equals(text) || level.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        name + " must be one of " + List.of(Satisfaction.values()) + " or 满意, 比较满意, 不满意")));
    }
}
