package io.github.tucai.imaging.internal.decode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.InflaterInputStream;

/**
 * One text of a PNG file.
 *
 * @param keyword 1 to 79 characters
 * @param text of bounded length
 */
record PngText(String keyword, String text) {
    private static final int LONGEST_KEYWORD = 79;
    private static final int MOST_BYTES = 1 << 20;

    /**
     * Reads the content of a chunk.
     *
     * @param type {@code tEXt}, {@code zTXt} or {@code iTXt}
     * @return empty where it is malformed, or unpacks to more than a mebibyte
     */
    static Optional<PngText> read(String type, Bytes content) {
        int end = zero(content, 0);
        if (end < 1 || end > LONGEST_KEYWORD) {
            return Optional.empty();
        }
        String keyword = content.slice(0, end).latin1();
        return text(type, content, end).map(text -> new PngText(keyword, text));
    }

    private static Optional<String> text(String type, Bytes content, int end) {
        if (type.equals("tEXt")) {
            return text(content, end + 1, false, StandardCharsets.ISO_8859_1);
        } else if (type.equals("zTXt")) {
            return text(content, end + 2, true, StandardCharsets.ISO_8859_1);
        }
        int language = zero(content, end + 3);
        int translated = language < 0 ? -1 : zero(content, language + 1);
        return translated < 0
                ? Optional.empty()
                : text(content, translated + 1, content.u8(end + 1) == 1, StandardCharsets.UTF_8);
    }

    private static Optional<String> text(Bytes content, int from, boolean isPacked, Charset charset) {
        byte[] bytes = content.slice(from, content.length()).copy();
        try (InflaterInputStream unpacked = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
            byte[] plain = isPacked ? unpacked.readNBytes(MOST_BYTES + 1) : bytes;
            return plain.length > MOST_BYTES ? Optional.empty() : Optional.of(new String(plain, charset));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static int zero(Bytes content, int from) {
        for (int at = from; at < content.length(); at++) {
            if (content.u8(at) == 0) {
                return at;
            }
        }
        return -1;
    }
}
