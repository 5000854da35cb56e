package io.github.tucai.graduate;

import io.github.tucai.internal.Text;
import java.util.Objects;

/**
 * A name with its identifying part hidden (姓名脱敏), such as {@code 李**} or {@code **豪}. At least one character is hidden,
 * so a full name does not fit in. Still personal information: {@link #toString()} does not show it.
 *
 * @param value 2 to 64 characters, at least one of them a mask ({@code *}); at most half, rounded up, or two more than are hidden are
 *     shown
 */
public record MaskedName(String value) {
    public MaskedName {
        Objects.requireNonNull(value, "masked name");
        int length = Text.length(value);
        long hidden = value.codePoints().filter(Mask::isMask).count();
        if (length < 2 || length > 64) {
            throw new IllegalArgumentException("masked name must have 2 to 64 characters, got " + length);
        }
        if (hidden == 0 || length - hidden > Math.max((length + 1) / 2, hidden + 2)) {
            throw new IllegalArgumentException("masked name must hide part of the name with '*', got " + hidden
                    + " hidden of " + length + " characters");
        }
        if (value.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("masked name must not contain control characters");
        }
    }

    @Override
    public String toString() {
        return "MaskedName[" + Text.length(value) + " characters]";
    }
}
