package io.github.tucai.imaging.internal.qr;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.contract.Clause;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Texts in every character set that a symbol can announce, and in those that nothing announces. */
class PayloadProperties {
    private static final Charset GB18030 = Charset.forName("GB18030");

    /** Numbers of the register with what they stand for. */
    private static final List<Announced> ANNOUNCED = List.of(
            new Announced(1, "ISO-8859-1", "Zoé"),
            new Announced(3, "ISO-8859-1", "Zoé"),
            new Announced(4, "ISO-8859-2", "Łódź"),
            new Announced(6, "ISO-8859-4", "Ēre"),
            new Announced(7, "ISO-8859-5", "Иван"),
            new Announced(8, "ISO-8859-6", "علي"),
            new Announced(9, "ISO-8859-7", "Αθηνά"),
            new Announced(10, "ISO-8859-8", "שלום"),
            new Announced(11, "ISO-8859-9", "Ayşe"),
            new Announced(13, "x-iso-8859-11", "สวัสดี"),
            new Announced(15, "ISO-8859-13", "Ąžuolas"),
            new Announced(17, "ISO-8859-15", "5 €"),
            new Announced(20, "Shift_JIS", "カナと漢字"),
            new Announced(21, "windows-1250", "Łódź"),
            new Announced(22, "windows-1251", "Иван"),
            new Announced(23, "windows-1252", "„Zoé“"),
            new Announced(24, "windows-1256", "علي"),
            new Announced(25, "UTF-16BE", "采集码"),
            new Announced(26, "UTF-8", "采集码"),
            new Announced(28, "Big5", "採集碼"),
            new Announced(29, "GB18030", "采集码"),
            new Announced(30, "EUC-KR", "한국"),
            new Announced(31, "GBK", "采集码"),
            new Announced(32, "GB18030", "采集码𠀀㐀"),
            new Announced(33, "UTF-16LE", "采集码"),
            new Announced(34, "UTF-32BE", "采集码"),
            new Announced(35, "UTF-32LE", "采集码"));

    private record Announced(int number, String charset, String text) {}

    @Example
    void everySetThatASymbolCanAnnounceIsRead() {
        for (Announced one : ANNOUNCED) {
            byte[] bytes = one.text().getBytes(Charset.forName(one.charset()));
            assertThat(read(new Codewords().eci(one.number()).bytes(bytes)))
                    .as("number %d", one.number())
                    .isEqualTo(new CodeText(one.text(), one.charset()));
        }
    }

    @Property(tries = 200)
    @Clause("N2.2a")
    void chineseIsReadInAllItsAnnouncedSets(@ForAll("chinese") String text, @ForAll("announcements") int number) {
        Charset charset = CharacterSets.announcedBy(number).orElseThrow();
        assertThat(read(new Codewords().eci(number).bytes(text.getBytes(charset))))
                .isEqualTo(new CodeText(text, charset.name()));
    }

    @Property(tries = 200)
    void unannouncedUtf8IsSure(@ForAll("chinese") String text) {
        assertThat(read(new Codewords().bytes(text.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(new CodeText(text, "UTF-8"));
    }

    @Property(tries = 200)
    void unannouncedChineseIsReadAndDoubted(@ForAll("simplified") String text) {
        byte[] bytes = text.getBytes(GB18030);
        Assume.that(CodeText.strictly(bytes, StandardCharsets.UTF_8).isEmpty());
        assertThat(read(new Codewords().bytes(bytes))).isEqualTo(new CodeText(text, "GB18030?"));
    }

    /** As writers do that pack what looks like Shift_JIS into 13 bits, wherever that begins. */
    @Property(tries = 500)
    void kanjiBetweenBytesIsPutBack(
            @ForAll("chinese") String text, @ForAll boolean isUtf8, @ForAll @IntRange(max = 200) int from) {
        byte[] bytes = text.getBytes(isUtf8 ? StandardCharsets.UTF_8 : GB18030);
        Assume.that(isUtf8 || CodeText.strictly(bytes, StandardCharsets.UTF_8).isEmpty());
        int start = Math.min(from, bytes.length);
        int end = start;
        while (end + 1 < bytes.length && Codewords.isKanji(bytes, end)) {
            end += 2;
        }
        Codewords cut = new Codewords()
                .bytes(Arrays.copyOf(bytes, start))
                .kanji(Arrays.copyOfRange(bytes, start, end))
                .bytes(Arrays.copyOfRange(bytes, end, bytes.length));
        Codewords whole = new Codewords().bytes(bytes);
        // Where all is kanji nothing tells it from Japanese.
        Assume.that(start > 0 || end < bytes.length);
        Assume.that(!CodeText.isAscii(Arrays.copyOf(bytes, start))
                || !CodeText.isAscii(Arrays.copyOfRange(bytes, end, bytes.length)));
        // Beside letters of Latin kanji stays kanji.
        Assume.that(!read(whole).charset().startsWith("windows-"));
        assertThat(read(cut)).isEqualTo(read(whole));
    }

    @Example
    void kanjiBesideAsciiIsJapanese() {
        byte[] japanese = "漢字".getBytes(CodeText.SHIFT_JIS);
        assertThat(read(new Codewords()
                        .bytes("TC".getBytes(StandardCharsets.US_ASCII))
                        .kanji(japanese)))
                .isEqualTo(new CodeText("TC漢字", "Shift_JIS"));
    }

    @Example
    void whatWasAnnouncedAndIsNotWellFormedIsDoubted() {
        assertThat(read(new Codewords().eci(26).bytes("采集码".getBytes(GB18030))))
                .isEqualTo(new CodeText("采集码", "GB18030?"));
        assertThat(read(new Codewords().eci(899).bytes(new byte[] {(byte) 0x81, 0x20}))
                        .charset())
                .endsWith("?");
        assertThat(read(new Codewords().bytes("café au lait".getBytes(StandardCharsets.ISO_8859_1))))
                .isEqualTo(new CodeText("café au lait", "windows-1252?"));
        // Each second byte is one of ASCII here, as after letters of Latin; the first ones are no letters.
        assertThat(read(new Codewords().bytes("丂丂".getBytes(GB18030)))).isEqualTo(new CodeText("丂丂", "GB18030?"));
        assertThat(read(new Codewords().bytes("サンプルです".getBytes(CodeText.SHIFT_JIS))))
                .isEqualTo(new CodeText("サンプルです", "Shift_JIS?"));
    }

    @Property(tries = 500)
    void whatIsNotWellFormedIsNeverSure(@ForAll @Size(min = 1, max = 40) byte[] bytes) {
        CodeText read = read(new Codewords().bytes(bytes));
        boolean isUtf8 = CodeText.strictly(bytes, StandardCharsets.UTF_8).isPresent();
        assertThat(isUtf8 || read.charset().endsWith("?")).isTrue();
    }

    private static CodeText read(Codewords codewords) {
        return Payload.text(codewords.toBytes(), 1).orElseThrow();
    }

    @Provide
    static Arbitrary<String> chinese() {
        return Arbitraries.strings()
                .withCharRange('\u4e00', '\u9fa5')
                .ofMinLength(1)
                .ofMaxLength(40);
    }

    /** Those of GB2312. */
    @Provide
    static Arbitrary<String> simplified() {
        Charset gb2312 = Charset.forName("GB2312");
        return chinese().map(text -> text.chars()
                .filter(c -> gb2312.newEncoder().canEncode((char) c))
                .collect(StringBuilder::new, (all, c) -> all.append((char) c), StringBuilder::append)
                .append("采集")
                .toString());
    }

    @Provide
    static Arbitrary<Integer> announcements() {
        return Arbitraries.of(25, 26, 29, 31, 32, 33, 34, 35);
    }

    /** Writes segments of the sizes of version 1; longer ones than that symbol holds, which the reader of codewords does not mind. */
    private static final class Codewords {
        private BigInteger bits = BigInteger.ONE;

        Codewords eci(int number) {
            return number < 128 ? put(7, 4).put(number, 8) : put(7, 4).put(0x8000 | number, 16);
        }

        Codewords bytes(byte[] bytes) {
            put(4, 4).put(bytes.length, 8);
            for (byte one : bytes) {
                put(one & 0xFF, 8);
            }
            return this;
        }

        Codewords kanji(byte[] pairs) {
            put(8, 4).put(pairs.length / 2, 8);
            for (int i = 0; i < pairs.length; i += 2) {
                int code = (pairs[i] & 0xFF) << 8 | (pairs[i + 1] & 0xFF);
                int shifted = code - (code < 0xE040 ? 0x8140 : 0xC140);
                put((shifted >> 8) * 0xC0 + (shifted & 0xFF), 13);
            }
            return this;
        }

        static boolean isKanji(byte[] bytes, int at) {
            int lead = bytes[at] & 0xFF;
            int trail = bytes[at + 1] & 0xFF;
            boolean isLead = (lead >= 0x81 && lead <= 0x9F) || (lead >= 0xE0 && lead <= 0xEA);
            return isLead && trail >= 0x40 && trail <= 0xFC && trail != 0x7F;
        }

        private Codewords put(int value, int count) {
            bits = bits.shiftLeft(count).or(BigInteger.valueOf(value));
            return this;
        }

        byte[] toBytes() {
            put(0, 4);
            int length = bits.bitLength() - 1;
            put(0, (8 - length % 8) % 8);
            byte[] all = bits.toByteArray();
            ByteArrayOutputStream codewords = new ByteArrayOutputStream();
            // The one in front is no codeword.
            int first = all.length - (bits.bitLength() - 1) / 8;
            codewords.write(all, first, all.length - first);
            return codewords.toByteArray();
        }
    }
}
