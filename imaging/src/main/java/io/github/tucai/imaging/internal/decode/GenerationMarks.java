package io.github.tucai.imaging.internal.decode;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What texts and properties of a file say of the picture having been generated or composed by a program. Judged by the value: that
 * a camera signs its pictures, or that a person edited one, is no mark.
 */
final class GenerationMarks {
    /** IPTC's words for what no camera took, newscodes/digitalsourcetype. */
    private static final Set<String> SOURCES = Set.of(
            "trainedAlgorithmicMedia",
            "compositeWithTrainedAlgorithmicMedia",
            "compositeSynthetic",
            "algorithmicMedia");

    /** GB 45438-2025, annex E: 1 generated, 2 probably, 3 suspected. */
    private static final Pattern LABEL = Pattern.compile("\"?Label\"?\\s*[:=]\\s*\"?([123])\"?(?![0-9])");

    private static final Pattern AIGC = Pattern.compile("\"?AIGC\"?\\s*[:=]\\s*\\{([^}]{0,4000})");

    /** In a manifest a text stands behind its key, with one to five bytes that tell its length. */
    private static final Pattern MANIFEST_SOURCE = Pattern.compile(
            "digitalSourceType.{1,5}?(?:https?://[\\x21-\\x7E&&[^\"]]{1,100}/)?(" + String.join("|", SOURCES) + ")",
            Pattern.DOTALL);

    private static final Pattern STEPS = Pattern.compile("\\bSteps: \\d{1,4}\\b");
    private static final Pattern SAMPLER = Pattern.compile("\\b(?:Sampler|CFG scale|Model hash): ");
    private static final Pattern NODES = Pattern.compile("\"(?:class_type|sampler_name|cfg_scale|sampler)\"\\s*:");

    private final Set<String> marks = new LinkedHashSet<>();

    /** The marks that were found, each once. */
    Set<String> found() {
        return marks;
    }

    /** The value of the property that GB 45438-2025 names {@code AIGC}. */
    void addLabel(String value) {
        Matcher label = LABEL.matcher(value);
        if (label.find()) {
            marks.add("AIGC Label=" + label.group(1));
        }
    }

    /** A property named {@code digitalSourceType}: a word of IPTC's list, or its address. */
    void addSource(String value) {
        source(value.substring(value.lastIndexOf('/') + 1).strip());
    }

    /** The boxes of a C2PA manifest, as Latin-1. */
    void addManifest(String boxes) {
        Matcher matcher = MANIFEST_SOURCE.matcher(boxes);
        while (matcher.find()) {
            source(matcher.group(1));
        }
    }

    /** A text of any name: a label in it, or the parameters of a generator. */
    void addText(String text) {
        Matcher aigc = AIGC.matcher(text);
        if (aigc.find()) {
            addLabel(aigc.group(1));
        }
        parameters(text).ifPresent(marks::add);
    }

    private void source(String word) {
        if (SOURCES.contains(word)) {
            marks.add("digitalSourceType=" + word);
        }
    }

    /** Names the parameters alone: a prompt is a person's words. */
    private static Optional<String> parameters(String text) {
        boolean isWritten = STEPS.matcher(text).find() && SAMPLER.matcher(text).find();
        boolean isJson =
                text.stripLeading().startsWith("{") && NODES.matcher(text).find();
        return isWritten || isJson ? Optional.of("generator parameters") : Optional.empty();
    }
}
