package io.github.tucai.imaging.internal.qr;

import com.google.zxing.FormatException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The text of a QR symbol from its corrected data codewords (ISO/IEC 18004, clause 7.4). Bytes are decoded by the announced
 * character set, else by a guess; kanji mode is Shift_JIS. Some writers pack into kanji mode what happens to look like it of
 * bytes of another set: where bytes stand beside it that nothing announces, it is put back to its bytes first.
 */
final class Payload {
    private static final String ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    private static final Charset GB2312 = Charset.forName("GB2312");
    private static final int TERMINATOR = 0;
    private static final int NUMERIC = 1;
    private static final int LETTERS = 2;
    private static final int STRUCTURED_APPEND = 3;
    private static final int BYTES = 4;
    private static final int FNC1_FIRST = 5;
    private static final int ECI = 7;
    private static final int KANJI = 8;
    private static final int FNC1_SECOND = 9;
    private static final int HANZI = 13;

    private final Bits bits;
    private final int version;
    private final List<Segment> segments = new ArrayList<>();
    private @Nullable Charset announced;
    private boolean fnc1;

    /** A part of the text; its charset is null where nothing says it. */
    private static final class Segment {
        private final byte[] bytes;
        private final @Nullable Charset charset;
        private final boolean isKanji;

        Segment(byte[] bytes, @Nullable Charset charset, boolean isKanji) {
            this.bytes = bytes;
            this.charset = charset;
            this.isKanji = isKanji;
        }

        boolean isAscii() {
            return CodeText.isAscii(bytes);
        }

        boolean isDoubtful() {
            return charset == null && !isAscii();
        }

        CodeText text() {
            return charset == null ? CodeText.unannounced(bytes) : CodeText.of(bytes, charset);
        }
    }

    private Payload(byte[] codewords, int version) {
        this.bits = new Bits(codewords);
        this.version = version;
    }

    /** The text; empty where the codewords break the standard or say nothing. */
    static Optional<CodeText> text(byte[] codewords, int version) {
        Payload payload = new Payload(codewords, version);
        try {
            payload.read();
            return Optional.of(payload.text()).filter(text -> !text.text().isEmpty());
        } catch (FormatException e) {
            return Optional.empty();
        }
    }

    private CodeText text() {
        boolean isDoubtful = segments.stream().anyMatch(Segment::isDoubtful);
        List<CodeText> parts =
                isDoubtful ? rejoined() : segments.stream().map(Segment::text).toList();
        String all = parts.stream().map(CodeText::text).collect(Collectors.joining());
        // ASCII is a part of every set; of two others the doubtful one is told.
        String charset = parts.stream()
                .filter(part -> !StandardCharsets.US_ASCII.newEncoder().canEncode(part.text()))
                .map(CodeText::charset)
                .max(Comparator.comparing(name -> name.endsWith("?")))
                .orElse(StandardCharsets.UTF_8.name());
        return new CodeText(all, charset);
    }

    /** All in one set where that makes sense of it; else each part by itself. */
    private List<CodeText> rejoined() {
        boolean isOneSet = segments.stream().allMatch(s -> s.charset == null || s.isKanji || s.isAscii());
        boolean hasKanji = segments.stream().anyMatch(s -> s.isKanji);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        segments.forEach(segment -> all.writeBytes(segment.bytes));
        CodeText whole = CodeText.unannounced(all.toByteArray());
        boolean isSense = !hasKanji || !whole.charset().startsWith("windows-");
        return isOneSet && isSense
                ? List.of(whole)
                : segments.stream().map(Segment::text).toList();
    }

    private void add(String ascii) {
        segments.add(new Segment(ascii.getBytes(StandardCharsets.US_ASCII), StandardCharsets.US_ASCII, false));
    }

    private void read() throws FormatException {
        while (bits.left() >= 4) {
            int mode = bits.next(4);
            switch (mode) {
                case TERMINATOR -> {
                    return;
                }
                case NUMERIC -> readNumeric(bits.next(countBits(10, 12, 14)));
                case LETTERS -> readLetters(bits.next(countBits(9, 11, 13)));
                case BYTES -> readBytes(bits.next(countBits(8, 16, 16)));
                case KANJI -> readKanji(bits.next(countBits(8, 10, 12)));
                case ECI -> announced = readEci();
                case STRUCTURED_APPEND -> bits.next(16);
                case FNC1_FIRST -> fnc1 = true;
                case FNC1_SECOND -> {
                    bits.next(8);
                    fnc1 = true;
                }
                case HANZI -> readHanzi();
                default -> throw FormatException.getFormatInstance();
            }
        }
    }

    private int countBits(int upTo9, int upTo26, int more) {
        if (version <= 9) {
            return upTo9;
        }
        return version <= 26 ? upTo26 : more;
    }

    private void readNumeric(int count) throws FormatException {
        int left = count;
        while (left > 0) {
            int digits = Math.min(left, 3);
            int most = digits == 3 ? 999 : digits == 2 ? 99 : 9;
            int value = bits.next(digits * 3 + 1);
            if (value > most) {
                throw FormatException.getFormatInstance();
            }
            String number = Integer.toString(value);
            add("0".repeat(digits - number.length()) + number);
            left -= digits;
        }
    }

    private void readLetters(int count) throws FormatException {
        StringBuilder letters = new StringBuilder();
        int left = count;
        while (left > 0) {
            int value = bits.next(left > 1 ? 11 : 6);
            if (value >= (left > 1 ? 45 * 45 : 45)) {
                throw FormatException.getFormatInstance();
            }
            if (left > 1) {
                letters.append(ALPHANUMERIC.charAt(value / 45));
            }
            letters.append(ALPHANUMERIC.charAt(value % 45));
            left -= 2;
        }
        // In a GS1 symbol a single % stands for the group separator.
        add(
                fnc1
                        ? letters.toString()
                                .replace("%%", "\0")
                                .replace('%', '\u001D')
                                .replace('\0', '%')
                        : letters.toString());
    }

    private void readBytes(int count) throws FormatException {
        if ((long) count * 8 > bits.left()) {
            throw FormatException.getFormatInstance();
        }
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) bits.next(8);
        }
        segments.add(new Segment(bytes, announced, false));
    }

    private void readKanji(int count) throws FormatException {
        byte[] bytes = twoByteCharacters(count, 0xC0, 0x1F00, 0x8140, 0xC140);
        segments.add(new Segment(bytes, CodeText.SHIFT_JIS, true));
    }

    private void readHanzi() throws FormatException {
        int subset = bits.next(4);
        if (subset != 1) {
            throw FormatException.getFormatInstance();
        }
        byte[] bytes = twoByteCharacters(bits.next(countBits(8, 10, 12)), 0x60, 0xA00, 0xA1A1, 0xA6A1);
        segments.add(new Segment(bytes, GB2312, false));
    }

    private byte[] twoByteCharacters(int count, int base, int split, int low, int high) throws FormatException {
        if ((long) count * 13 > bits.left()) {
            throw FormatException.getFormatInstance();
        }
        byte[] bytes = new byte[2 * count];
        for (int i = 0; i < count; i++) {
            int packed = bits.next(13);
            int code = (packed / base) << 8 | (packed % base);
            code += code < split ? low : high;
            bytes[2 * i] = (byte) (code >> 8);
            bytes[2 * i + 1] = (byte) code;
        }
        return bytes;
    }

    private @Nullable Charset readEci() throws FormatException {
        int first = bits.next(8);
        int value;
        if ((first & 0x80) == 0) {
            value = first;
        } else if ((first & 0xC0) == 0x80) {
            value = (first & 0x3F) << 8 | bits.next(8);
        } else {
            value = (first & 0x1F) << 16 | bits.next(16);
        }
        return CharacterSets.announcedBy(value).orElse(null);
    }

    private static final class Bits {
        private final byte[] bytes;
        private int at;

        Bits(byte[] bytes) {
            this.bytes = Arrays.copyOf(bytes, bytes.length);
        }

        int left() {
            return bytes.length * 8 - at;
        }

        int next(int count) throws FormatException {
            if (count > left()) {
                throw FormatException.getFormatInstance();
            }
            int value = 0;
            for (int i = 0; i < count; i++, at++) {
                value = value << 1 | (bytes[at >> 3] >> (7 - (at & 7)) & 1);
            }
            return value;
        }
    }
}
