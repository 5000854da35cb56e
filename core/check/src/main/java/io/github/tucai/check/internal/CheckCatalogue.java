package io.github.tucai.check.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tucai.failure.UndecodableImageException;
import io.github.tucai.photo.Advice;
import io.github.tucai.photo.CheckId;
import io.github.tucai.photo.MeasureId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Every check with its clause and its words, in the order results have. Read once from {@code checks.json}. */
public final class CheckCatalogue {
    private static final CheckCatalogue SHIPPED = read();

    private final List<Check> checks;
    private final Map<CheckId, Check> byId = new LinkedHashMap<>();
    private final Map<String, Advice> reasons;
    private final Map<String, Advice> faults;
    private final Instructions instructions;

    private CheckCatalogue(JsonNode root) {
        List<Check> read = new ArrayList<>();
        root.get("checks").forEach(node -> read.add(check(node)));
        this.checks = List.copyOf(read);
        checks.forEach(check -> byId.put(check.id(), check));
        this.reasons = advices(root.get("reasons"));
        this.faults = advices(root.get("faults"));
        List<Tear> tears = new ArrayList<>();
        root.get("tears").forEach(node -> tears.add(tear(node)));
        this.instructions = new Instructions(tears);
    }

    /** The catalogue. */
    public static CheckCatalogue shipped() {
        return SHIPPED;
    }

    /** The ids of all checks in order. */
    public List<CheckId> ids() {
        return List.copyOf(byId.keySet());
    }

    /** What a check is called; empty for one that is not in the catalogue. */
    public Optional<Advice> title(CheckId id) {
        return Optional.ofNullable(byId.get(id)).map(Check::title);
    }

    boolean needsFace(CheckId id) {
        return Optional.ofNullable(byId.get(id)).map(Check::needsFace).orElse(false);
    }

    /** What to do where the value is below its range. */
    Words below(CheckId id) {
        Check check = Objects.requireNonNull(byId.get(id), id::value);
        return check.below().orElse(check.advice());
    }

    /** What to do where the value is above its range. */
    Words above(CheckId id) {
        Check check = Objects.requireNonNull(byId.get(id), id::value);
        return check.above().orElse(check.advice());
    }

    /** What a check's advice would have said alone, where it was told without a direction; the advice itself otherwise. */
    Words inFull(CheckId id, Advice told) {
        Words asTold = Words.of(told);
        Check check = byId.get(id);
        Stream<Words> own = check == null ? Stream.empty() : check.faults();
        return Stream.concat(own, instructions.ofTears())
                .filter(words -> words.advice().equals(told) || words.plain().equals(told))
                .findFirst()
                .orElse(asTold);
    }

    Instructions instructions() {
        return instructions;
    }

    List<Check> checks() {
        return checks;
    }

    boolean contains(CheckId id) {
        return byId.containsKey(id);
    }

    /** Why a check was skipped, in words. */
    Advice reason(String reason) {
        return reasons.getOrDefault(reason, Objects.requireNonNull(reasons.get("not-measured")));
    }

    /** What to do about a picture that cannot be decoded. */
    Advice fault(UndecodableImageException.Reason reason) {
        return Objects.requireNonNull(faults.get(code(reason)), () -> "no words for " + reason);
    }

    /** What to do about a picture that is not upright. */
    Advice turned() {
        return Objects.requireNonNull(faults.get("picture-turned"), "no words for a turned picture");
    }

    static String code(UndecodableImageException.Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Check check(JsonNode node) {
        return new Check(
                new CheckId(node.get("id").asText()),
                node.get("clause").asText(),
                Force.valueOf(node.get("force").asText().toUpperCase(Locale.ROOT)),
                node.path("face").asBoolean(),
                advice(node.get("title")),
                advice(node.get("fine")),
                words(node.get("advice")),
                Optional.ofNullable(node.get("below")).map(CheckCatalogue::words),
                Optional.ofNullable(node.get("above")).map(CheckCatalogue::words),
                said(node.path("said")));
    }

    private static Map<MeasureId, Words> said(JsonNode node) {
        Map<MeasureId, Words> said = new LinkedHashMap<>();
        node.properties().forEach(entry -> said.put(new MeasureId(entry.getKey()), words(entry.getValue())));
        return said;
    }

    private static Words words(JsonNode node) {
        Advice advice = advice(node);
        return node.has("axis")
                ? new Words(advice, Optional.of(move(node)), advice(node.get("plain")))
                : Words.of(advice);
    }

    private static Move move(JsonNode node) {
        return new Move(node.get("axis").asText(), node.get("way").asText());
    }

    private static Tear tear(JsonNode node) {
        return new Tear(
                node.get("axis").asText(),
                node.at("/one/way").asText(),
                new CheckId(node.at("/one/check").asText()),
                node.at("/other/way").asText(),
                new CheckId(node.at("/other/check").asText()),
                words(node.get("instead")));
    }

    private static Map<String, Advice> advices(JsonNode node) {
        Map<String, Advice> advices = new LinkedHashMap<>();
        node.properties().forEach(entry -> advices.put(entry.getKey(), advice(entry.getValue())));
        return advices;
    }

    private static Advice advice(JsonNode node) {
        return new Advice(node.get("zh-CN").asText(), node.get("en").asText());
    }

    private static CheckCatalogue read() {
        try (InputStream in = CheckCatalogue.class.getResourceAsStream("checks.json")) {
            return new CheckCatalogue(new ObjectMapper().readTree(Objects.requireNonNull(in, "checks.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
