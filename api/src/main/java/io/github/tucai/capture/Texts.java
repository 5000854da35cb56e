package io.github.tucai.capture;

/** The form of what people write as reasons. */
final class Texts {
    private static final int MOST = 500;

    private Texts() {}

    static void note(String text, String what) {
        if (text.isBlank() || text.length() > MOST) {
            throw new IllegalArgumentException(what + " must have 1 to " + MOST + " characters, got " + text.length());
        }
    }
}
