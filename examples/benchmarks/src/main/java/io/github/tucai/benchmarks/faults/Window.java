package io.github.tucai.benchmarks.faults;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Where a collector is killed; the label is what a run tells and what {@code --aim} takes. */
enum Window {
    /** A photo is about to be stored, nothing of it is on disk. */
    BEFORE_VAULT,
    /** One of the two files of a photo is on disk. */
    HALF_VAULT,
    /** A photo is stored, what names it is not committed. */
    AFTER_VAULT,
    /** Somebody's act is written and not committed. */
    BEFORE_COMMIT,
    /** It is committed and nobody was told. */
    AFTER_COMMIT,
    /** A bundle is sealed, and the outbox does not have it for good yet. */
    AFTER_SEAL,
    /** A bundle is about to be sent. */
    BEFORE_WIRE,
    /** A bundle was sent whole; the registry's answer is held up on its way back. */
    ON_THE_WIRE,
    /** The answer came and is not recorded. */
    AFTER_ANSWER,
    /** The answer is recorded, the delivery's task not ended. */
    AFTER_RECORD,
    /** A record is erased, its photos only in part. */
    ERASING,
    /** The vault is listed, or a file that nobody names is deleted. */
    SWEEPING;

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Window parse(String label) {
        return Arrays.stream(values())
                .filter(window -> window.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such window, there are " + labels()));
    }

    private static List<String> labels() {
        return Arrays.stream(values()).map(Window::label).toList();
    }
}
