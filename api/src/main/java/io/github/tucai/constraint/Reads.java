package io.github.tucai.constraint;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks a value type whether it takes a text. */
final class Reads {
    private Reads() {}

    static boolean as(Function<String, ?> type, @Nullable CharSequence text) {
        if (text == null) {
            return true;
        }
        try {
            return type.apply(text.toString()) != null;
        } catch (IllegalArgumentException e) {
            // The constraint's own message says what was wanted.
            return false;
        }
    }
}
