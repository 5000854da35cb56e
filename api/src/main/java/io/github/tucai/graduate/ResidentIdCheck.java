package io.github.tucai.graduate;

/**
 * The check character of an 18-character resident identity number, ISO 7064 MOD 11-2 as GB 11643-1999 uses it. The library
 * never stores such a number; it needs the check to recognise and refuse a complete one in imports.
 */
public final class ResidentIdCheck {
    private static final String CHECK_CHARACTERS = "10X98765432";
    private static final int LENGTH = 18;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private ResidentIdCheck() {}

    /**
     * The check character of the first 17 digits.
     *
     * @throws IllegalArgumentException if there are not exactly 17 digits
     */
    public static char checkCharacter(CharSequence seventeenDigits) {
        if (seventeenDigits.length() != WEIGHTS.length) {
            throw new IllegalArgumentException("expected 17 digits, got " + seventeenDigits.length() + " characters");
        }
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            char digit = seventeenDigits.charAt(i);
            if (digit < '0' || digit > '9') {
                throw new IllegalArgumentException("expected 17 digits, position " + (i + 1) + " is none");
            }
            sum += (digit - '0') * WEIGHTS[i];
        }
        return CHECK_CHARACTERS.charAt(sum % 11);
    }

    /** Whether a text is a complete number with the right check character; a lower-case x counts as X. */
    public static boolean isComplete(CharSequence text) {
        if (text.length() != LENGTH) {
            return false;
        }
        CharSequence digits = text.subSequence(0, LENGTH - 1);
        if (!digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        return Character.toUpperCase(text.charAt(LENGTH - 1)) == checkCharacter(digits);
    }
}
