package io.github.tucai.graduate;

import io.github.tucai.internal.Text;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The last four characters of an identity number (证件号码后四位): printed beside the photo (N4.3) and typed as the second
 * factor.
 *
 * @param value four of {@code 0-9 A-Z}
 */
public record IdLastFour(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9A-Z]{4}");

    public IdLastFour {
        Text.matching(value, FORM, "last four of the ID", "4 of 0-9 and A-Z");
    }

    /** Reads the four as people type them: blanks, lower case, full-width digits and the Roman numeral Ⅹ are accepted. */
    public static IdLastFour parse(String text) {
        String narrow = java.text.Normalizer.normalize(text.strip(), java.text.Normalizer.Form.NFKC);
        return new IdLastFour(narrow.toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return "IdLastFour[****]";
    }
}
