package io.github.tucai.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tucai.contract.Clause;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CollectionCodeProperties {
    /** What chat programs, mail and input methods put between characters, and nobody sees. */
    private static final List<String> UNSEEN = List.of(
            "",
            "\n",
            "\r\n",
            "\t",
            "\u200b",
            "\u200c",
            "\u200d",
            "\u2060",
            "\ufeff",
            "\u00ad",
            "\u200e",
            "\u202a",
            "\u2028",
            "\ufe0f",
            "\u0000",
            "\udb40\udc41");

    private static final List<String> BLANKS =
            List.of("", " ", "\u00a0", "\u3000", "\u2009", "\u202f", "\n", "\ufeff", " \u200b ");
    private static final List<String> WORDS =
            List.of("", "采集码：", "采集码:", "我的图像采集码是：", "【采集码】：", "采集码 ： ", "🎓采集码：", "学信网，采集码﹕");
    private static final List<String> OPENING = List.of("", "“", "「", "『", "《", "【", "👉", "…");
    private static final List<String> CLOSING = List.of("", "”", "」", "』", "》", "】", "。", "…");

    /** How a text was pasted: what stands around it, and what between its characters. */
    private record Pasting(String before, List<String> between, List<Boolean> wide, String after) {
        String of(String code) {
            StringBuilder text = new StringBuilder(before);
            for (int i = 0; i < code.length(); i++) {
                char c = code.charAt(i);
                boolean isWide = wide.get(i % wide.size()) && c > ' ';
                text.append(isWide ? (char) (c - '!' + '\uff01') : c).append(between.get(i % between.size()));
            }
            return text.append(after).toString();
        }
    }

    @Provide
    static Arbitrary<String> codes() {
        return Arbitraries.strings()
                .withCharRange(' ', '~')
                .ofMinLength(1)
                .ofMaxLength(80)
                .map(String::strip)
                .filter(code -> !code.isEmpty());
    }

    @Provide
    static Arbitrary<Pasting> pastings() {
        Arbitrary<String> before = Combinators.combine(one(BLANKS), one(WORDS), one(BLANKS), one(OPENING), one(BLANKS))
                .as((a, b, c, d, e) -> a + b + c + d + e);
        Arbitrary<String> after =
                Combinators.combine(one(BLANKS), one(CLOSING), one(BLANKS)).as((a, b, c) -> a + b + c);
        return Combinators.combine(
                        before,
                        one(UNSEEN).list().ofMinSize(1).ofMaxSize(7),
                        Arbitraries.of(true, false).list().ofMinSize(1).ofMaxSize(5),
                        after)
                .as(Pasting::new);
    }

    private static Arbitrary<String> one(List<String> texts) {
        return Arbitraries.of(texts);
    }

    /** Any printable ASCII may be signed, in any format: not one character of it changes. */
    @Clause("N2.2a")
    @Property
    void whatPastingAddsGoesAndNoCharacterOfTheCodeDoes(
            @ForAll("codes") String code, @ForAll("pastings") Pasting pasting) {
        assertThat(CollectionCode.parse(pasting.of(code)).text()).isEqualTo(code);
    }

    @Property
    void aCodeIsReadAsItself(@ForAll("codes") String code) {
        assertThat(CollectionCode.parse(code).text()).isEqualTo(code);
    }

    /** Whatever is pasted: what is read is what of it is ASCII, narrowed, in its order; or nothing is read. */
    @Property
    void nothingIsMadeUp(@ForAll("texts") String text) {
        try {
            String read = CollectionCode.parse(text).text();
            assertThat(ascii(text)).endsWith(read.replace(" ", ""));
        } catch (IllegalArgumentException refused) {
            assertThat(refused.getMessage()).doesNotContain("采集");
        }
    }

    @Provide
    static Arbitrary<String> texts() {
        List<String> parts = new ArrayList<>(UNSEEN);
        parts.addAll(BLANKS);
        parts.addAll(WORDS);
        parts.addAll(OPENING);
        parts.addAll(CLOSING);
        parts.addAll(List.of("TC1:", "tc1：", "ＡＢ", "ab", "é", "①", "²", "“", "x", "\u0301", "Ⅷ", "Å", "："));
        return Arbitraries.of(parts).list().ofMaxSize(12).map(list -> String.join("", list));
    }

    private static String ascii(String text) {
        return text.codePoints()
                .map(c -> c >= 0xff01 && c <= 0xff5e ? c - 0xff01 + '!' : c == '\ufe55' ? ':' : c)
                .filter(c -> c > ' ' && c <= '~')
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    /** What only looks like a code is none: no character is guessed. */
    @Example
    void whatMayStandForAnotherCharacterIsRefused() {
        for (String text : List.of("TC1:①②", "TC1:AB²", "TC1:ABÉ", "TC1:A采集B", "TC1:AB请勿外传", "ТС1:AB", "采集码：", "")) {
            assertThatThrownBy(() -> CollectionCode.parse(text)).as(text).isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** Neither time nor the stack gives out on a text that is no code. */
    @Example
    void aLongTextIsRefusedAtOnce() {
        for (String part : List.of("。", "采", " ", "“ ", "A")) {
            assertThatThrownBy(() -> CollectionCode.parse(part.repeat(200_000) + "x" + part.repeat(200_000) + "é"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
