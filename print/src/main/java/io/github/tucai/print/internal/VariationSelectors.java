package io.github.tucai.print.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Takes the list of variation sequences (cmap format 14) out of a font. PDFBox cannot use it and logs a warning for every
 * document it opens the font for; a text with a variation selector is reported as not covered either way.
 */
final class VariationSelectors {
    private static final int CMAP = 0x636D6170;
    private static final int TABLES_AT = 12;
    private static final int TABLE_SIZE = 16;
    private static final int ENTRIES_AT = 4;
    private static final int ENTRY_SIZE = 8;
    private static final int UNICODE_PLATFORM = 0;
    private static final int VARIATION_SEQUENCES = 5;

    private VariationSelectors() {}

    /** A copy of the font without the entry, or the same bytes where there is none or they are no font. */
    static byte[] without(byte[] font) {
        if (font.length < TABLES_AT || new String(font, 0, 4, StandardCharsets.ISO_8859_1).equals("ttcf")) {
            return font;
        }
        ByteBuffer bytes = ByteBuffer.wrap(font);
        int tables = bytes.getShort(4) & 0xFFFF;
        for (int i = 0; i < tables && TABLES_AT + (i + 1) * TABLE_SIZE <= font.length; i++) {
            int at = TABLES_AT + i * TABLE_SIZE;
            int offset = bytes.getInt(at + 8);
            if (bytes.getInt(at) == CMAP && offset > 0 && offset <= font.length - ENTRIES_AT) {
                return withoutEntry(font, offset);
            }
        }
        return font;
    }

    private static byte[] withoutEntry(byte[] font, int cmap) {
        ByteBuffer bytes = ByteBuffer.wrap(font.clone());
        int count = bytes.getShort(cmap + 2) & 0xFFFF;
        int end = cmap + ENTRIES_AT + count * ENTRY_SIZE;
        for (int at = cmap + ENTRIES_AT; at < end && end <= font.length; at += ENTRY_SIZE) {
            if (bytes.getShort(at) == UNICODE_PLATFORM && bytes.getShort(at + 2) == VARIATION_SEQUENCES) {
                System.arraycopy(bytes.array(), at + ENTRY_SIZE, bytes.array(), at, end - at - ENTRY_SIZE);
                bytes.putShort(cmap + 2, (short) (count - 1));
                return bytes.array();
            }
        }
        return font;
    }
}
