package io.github.tucai.graduate;

import io.github.tucai.internal.Text;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An identity number with its identifying part hidden (证件号码脱敏), such as {@code 3201**********1234}. A complete number does
 * not fit in. Still personal information: {@link #toString()} does not show it.
 *
 * @param value 5 to 32 of {@code 0-9 A-Z *}, at least four of them hidden, at most eight shown
 */
public record MaskedId(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9A-Z*]{5,32}");
    private static final Pattern LAST_FOUR = Pattern.compile("[0-9A-Z]{4}");

    public MaskedId {
        Objects.requireNonNull(value, "masked ID");
        Text.matching(value, FORM, "masked ID", "5 to 32 of 0-9, A-Z and *");
        long hidden = value.chars().filter(Mask::isMask).count();
        if (hidden < 4 || value.length() - hidden > 8) {
            throw new IllegalArgumentException("masked ID must hide at least 4 and show at most 8 characters, got "
                    + hidden + " hidden of " + value.length());
        }
    }

    /** The last four characters as printed (证件号码后四位, N4.3), when the mask shows them. */
    public Optional<IdLastFour> lastFour() {
        String tail = value.substring(value.length() - 4);
        return LAST_FOUR.matcher(tail).matches() ? Optional.of(new IdLastFour(tail)) : Optional.empty();
    }

    @Override
    public String toString() {
        return "MaskedId[" + value.length() + " characters]";
    }
}
