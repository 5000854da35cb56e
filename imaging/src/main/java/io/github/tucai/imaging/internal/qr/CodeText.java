package io.github.tucai.imaging.internal.qr;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What a symbol says.
 *
 * @param text for display
 * @param charset by which the bytes were decoded; {@code ?} behind it where nothing announced it
 */
record CodeText(String text, String charset) {
    static final Charset SHIFT_JIS = Charset.forName("Shift_JIS");
    private static final Charset GB2312 = Charset.forName("GB2312");
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String DOUBT = "?";

    /** After UTF-8, by how little else they would take for text of theirs. */
    private static final List<Charset> GUESSES = List.of(GB2312, GB18030, SHIFT_JIS, Charset.forName("Big5"));

    /** Where a charset was announced or the mode itself says it. */
    static CodeText of(byte[] bytes, Charset charset) {
        return strictly(bytes, charset)
                .map(text -> new CodeText(text, charset.name()))
                .orElseGet(() -> guessed(bytes));
    }

    /** Where nothing announces one. Well-formed UTF-8 of three bytes and more a character is hardly ever anything else. */
    static CodeText unannounced(byte[] bytes) {
        Optional<String> utf8 = strictly(bytes, StandardCharsets.UTF_8);
        boolean isSure =
                utf8.isPresent() && (isAscii(bytes) || utf8.get().chars().anyMatch(c -> c >= 0x800));
        return isSure ? new CodeText(utf8.get(), StandardCharsets.UTF_8.name()) : guessed(bytes);
    }

    private static CodeText guessed(byte[] bytes) {
        CodeText utf8 = guess(bytes, StandardCharsets.UTF_8).orElse(null);
        if (utf8 != null) {
            return utf8;
        }
        if (isLatin(bytes)) {
            return new CodeText(new String(bytes, WINDOWS), WINDOWS.name() + DOUBT);
        }
        if (isKana(bytes)) {
            return guess(bytes, SHIFT_JIS).orElseThrow();
        }
        return GUESSES.stream()
                .flatMap(charset -> guess(bytes, charset).stream())
                .findFirst()
                .orElseGet(() -> new CodeText(new String(bytes, WINDOWS), WINDOWS.name() + DOUBT));
    }

    /** GB2312 is told as what contains it. */
    private static Optional<CodeText> guess(byte[] bytes, Charset charset) {
        String name = (charset.equals(GB2312) ? GB18030 : charset).name();
        return strictly(bytes, charset).map(text -> new CodeText(text, name + DOUBT));
    }

    /** Empty where the bytes are not well-formed, or stand for nothing anybody writes. */
    static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            String text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            boolean isWritten = text.codePoints()
                    .noneMatch(c -> Character.getType(c) == Character.UNASSIGNED
                            || Character.getType(c) == Character.PRIVATE_USE
                            || c == 0xFFFD);
            return isWritten ? Optional.of(text) : Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    static boolean isAscii(byte[] bytes) {
        for (byte one : bytes) {
            if (one < 0) {
                return false;
            }
        }
        return true;
    }

    /** Accented letters stand alone between plain ones; characters of two bytes do not, or are no letters at all. */
    private static boolean isLatin(byte[] bytes) {
        for (int i = 0; i + 1 < bytes.length; i++) {
            if (bytes[i] < 0 && bytes[i + 1] < 0) {
                return false;
            }
        }
        return strictly(bytes, WINDOWS).isPresent();
    }

    /** Whether half of what is not ASCII would be full-width kana; the others are what GB2312 looks like. */
    private static boolean isKana(byte[] bytes) {
        return strictly(bytes, SHIFT_JIS)
                .filter(text -> {
                    long kana =
                            text.chars().filter(c -> c >= 0x3040 && c <= 0x30FF).count();
                    long other = text.chars().filter(c -> c >= 0x80).count();
                    return 2 * kana >= other;
                })
                .isPresent();
    }
}
