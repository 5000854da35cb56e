package io.github.tucai.print.internal;

import java.util.Optional;

/**
 * What a JPEG says of itself, so that it can be embedded without decoding it.
 *
 * @param width in pixels
 * @param height in pixels
 * @param components 1 for grey, 3 for colour
 */
record JpegHeader(int width, int height, int components) {
    private static final int MARKER = 0xFF;
    private static final int START_OF_IMAGE = 0xD8;
    private static final int START_OF_SCAN = 0xDA;
    // Baseline, extended and progressive Huffman: what PDF viewers decode.
    private static final int FIRST_FRAME = 0xC0;
    private static final int LAST_FRAME = 0xC2;

    /** Reads the frame header; empty if there is none that a PDF can show as RGB or grey. */
    static Optional<JpegHeader> read(byte[] bytes) {
        if (bytes.length < 4 || unsigned(bytes, 0) != MARKER || unsigned(bytes, 1) != START_OF_IMAGE) {
            return Optional.empty();
        }
        int at = 2;
        while (at + 9 < bytes.length && unsigned(bytes, at) == MARKER) {
            int marker = unsigned(bytes, at + 1);
            if (marker == MARKER) {
                at++;
            } else if (marker >= FIRST_FRAME && marker <= LAST_FRAME) {
                return frame(bytes, at + 4);
            } else if (marker == START_OF_SCAN) {
                return Optional.empty();
            } else {
                at += 2 + word(bytes, at + 2);
            }
        }
        return Optional.empty();
    }

    private static Optional<JpegHeader> frame(byte[] bytes, int at) {
        JpegHeader header = new JpegHeader(word(bytes, at + 3), word(bytes, at + 1), unsigned(bytes, at + 5));
        boolean shown = unsigned(bytes, at) == 8
                && header.width > 0
                && header.height > 0
                && (header.components == 1 || header.components == 3);
        return shown ? Optional.of(header) : Optional.empty();
    }

    private static int word(byte[] bytes, int at) {
        return unsigned(bytes, at) << 8 | unsigned(bytes, at + 1);
    }

    private static int unsigned(byte[] bytes, int at) {
        return at < bytes.length ? bytes[at] & 0xFF : 0;
    }
}
