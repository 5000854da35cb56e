package io.github.tucai.check.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tucai.failure.InvalidProfileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A part of a JSON document that knows where it stands, so that every complaint can say so.
 *
 * @param path such as {@code $.checks.eyes-open}
 * @param node the part
 */
public record JsonPart(String path, JsonNode node) {
    private static final Pattern QUOTABLE = Pattern.compile("[\\w.,:;+ <>=#-]{0,60}");

    /** Refuses names other than these; a misspelt one must not be read as "not given". */
    public JsonPart only(String... names) {
        if (!node.isObject()) {
            throw wrong("must be an object");
        }
        List<String> known = Arrays.asList(names);
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw new InvalidProfileException(
                        path, "unknown name '" + quotable(name) + "'; known are " + String.join(", ", known));
            }
        });
        return this;
    }

    public Optional<JsonPart> find(String name) {
        return Optional.ofNullable(node.get(name)).map(child -> new JsonPart(path + "." + name, child));
    }

    public JsonPart need(String name) {
        return find(name).orElseThrow(() -> new InvalidProfileException(path, "needs '" + name + "'"));
    }

    String text() {
        if (!node.isTextual() || node.asText().isBlank()) {
            throw wrong("must be a text that is not blank");
        }
        return node.asText();
    }

    public double number() {
        if (!node.isNumber() || !Double.isFinite(node.asDouble())) {
            throw wrong("must be a number");
        }
        return node.asDouble();
    }

    public int whole() {
        // 480.0 is whole: JSON knows one kind of number.
        if (!node.canConvertToExactIntegral() || !node.canConvertToInt()) {
            throw wrong("must be a whole number");
        }
        return node.asInt();
    }

    public boolean truth() {
        if (!node.isBoolean()) {
            throw wrong("must be true or false");
        }
        return node.asBoolean();
    }

    OptionalDouble number(String name) {
        Optional<JsonPart> part = find(name);
        return part.isPresent() ? OptionalDouble.of(part.get().number()) : OptionalDouble.empty();
    }

    public List<JsonPart> items() {
        if (!node.isArray()) {
            throw wrong("must be a list");
        }
        List<JsonPart> items = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            items.add(new JsonPart(path + "[" + i + "]", node.get(i)));
        }
        return items;
    }

    public Map<String, JsonPart> fields() {
        if (!node.isObject()) {
            throw wrong("must be an object");
        }
        Map<String, JsonPart> fields = new LinkedHashMap<>();
        node.properties()
                .forEach(entry -> fields.put(
                        entry.getKey(), new JsonPart(path + "." + quotable(entry.getKey()), entry.getValue())));
        return fields;
    }

    /** One of an enum's constants as this spells them. */
    public <E extends Enum<E>> E oneOf(Class<E> type, UnaryOperator<String> spelling) {
        String wanted = text();
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> spelling.apply(constant.name()).equals(wanted))
                .findFirst()
                .orElseThrow(() -> wrong("must be one of "
                        + Arrays.stream(type.getEnumConstants())
                                .map(Enum::name)
                                .map(spelling)
                                .collect(Collectors.joining(", "))));
    }

    /** Hands the text to a value type; what that refuses is refused here with the place. */
    public <T> T as(Function<String, T> parser) {
        String text = text();
        return refusing(() -> parser.apply(text));
    }

    /** Builds a value; what its type refuses is refused here with the place. */
    public <T> T refusing(java.util.function.Supplier<T> value) {
        try {
            return value.get();
        } catch (InvalidProfileException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw (InvalidProfileException)
                    wrong(String.valueOf(e.getMessage())).initCause(e);
        }
    }

    public InvalidProfileException wrong(String reason) {
        return new InvalidProfileException(path, reason);
    }

    private static String quotable(String name) {
        return QUOTABLE.matcher(name).matches() ? name : "…";
    }
}
