package io.github.tucai.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tucai.code.CodeClaims;
import io.github.tucai.code.CodeOpening;
import io.github.tucai.code.CodeRejection;
import io.github.tucai.code.CollectionCode;
import io.github.tucai.contract.Clause;
import io.github.tucai.key.Suite;
import io.github.tucai.spi.CollectionCodeDecoder;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class Tc1Properties {
    private static final Sides SIDES = new Sides();
    private static final Sides OTHERS = new Sides();
    private static final CollectionCodeDecoder DECODER = Tc1.decoder(SIDES.collector);
    private static final CodeOpening SHUT = new CodeOpening.Refused(CodeRejection.DOES_NOT_OPEN);
    private static final CollectionCode SM = issue(Suite.SM, Samples.CLAIMS);
    private static final CollectionCode INTL = issue(Suite.INTL, Samples.CLAIMS);

    private static CollectionCode issue(Suite suite, CodeClaims claims) {
        return Tc1.issuer(SIDES.registry, suite, new SecureRandom()).issue(claims);
    }

    private static CodeOpening open(CollectionCode code) {
        return DECODER.open(code, Samples.CLAIMS.issuedAt());
    }

    @Provide
    static Arbitrary<CodeClaims> claims() {
        return Samples.claims();
    }

    @Provide
    static Arbitrary<CollectionCode> genuine() {
        return Arbitraries.of(SM, INTL);
    }

    @Clause({"N2.2a", "N2.2b"})
    @Property(tries = 200)
    void openingAnIssuedCodeGivesItsClaims(@ForAll("claims") CodeClaims claims, @ForAll Suite suite) {
        assertThat(DECODER.open(issue(suite, claims), claims.issuedAt())).isEqualTo(new CodeOpening.Opened(claims));
    }

    @Clause("N2.2b")
    @Property(tries = 100)
    void aCodeIsOpenExactlyWithinItsTime(
            @ForAll("claims") CodeClaims claims, @ForAll @IntRange(min = -100, max = 100) int seconds) {
        CollectionCode code = issue(Suite.INTL, claims);
        for (Instant edge : new Instant[] {claims.issuedAt(), claims.expiresAt()}) {
            Instant now = edge.plusSeconds(seconds);
            CodeOpening expected = now.isBefore(claims.issuedAt())
                    ? new CodeOpening.Refused(CodeRejection.NOT_YET_VALID)
                    : now.isBefore(claims.expiresAt())
                            ? new CodeOpening.Opened(claims)
                            : new CodeOpening.Refused(CodeRejection.EXPIRED);
            assertThat(DECODER.open(code, now)).isEqualTo(expected);
        }
    }

    @Clause({"N0.1", "N2.2a"})
    @Example
    void everySingleBitFlipOfThePublishedCodesIsRefused() {
        for (String name : new String[] {"sm", "intl"}) {
            Tc1Vector vector = Tc1Vector.read(name);
            CollectionCodeDecoder decoder = Tc1VectorTest.decoder(vector);
            byte[] bytes = Base32.decode(vector.code().text().substring(Tc1.PREFIX.length()));
            for (int bit = 0; bit < 8 * bytes.length; bit++) {
                byte[] flipped = bytes.clone();
                flipped[bit / 8] ^= (byte) (1 << bit % 8);
                CollectionCode code = new CollectionCode(Tc1.PREFIX + Base32.encode(flipped));
                assertThat(decoder.open(code, Samples.CLAIMS.issuedAt()))
                        .as("%s, bit %d", name, bit)
                        .isEqualTo(SHUT);
            }
        }
    }

    @Clause({"N0.1", "N2.2b"})
    @Property(tries = 2000)
    void aChangedTextNeverOpensAndNeverThrows(
            @ForAll("genuine") CollectionCode code,
            @ForAll @IntRange(min = 0, max = 3) int kind,
            @ForAll @IntRange(min = 0, max = 2000) int place,
            @ForAll @IntRange(min = 0x21, max = 0x7e) int character) {
        StringBuilder changed = new StringBuilder(code.text());
        int at = Tc1.PREFIX.length() + place % (changed.length() - Tc1.PREFIX.length());
        switch (kind) {
            case 0 -> changed.setLength(at);
            case 1 -> changed.setCharAt(at, (char) character);
            case 2 -> changed.insert(at, (char) character);
            default -> changed.deleteCharAt(at);
        }
        Assume.that(!changed.toString().equals(code.text()));
        assertThat(open(new CollectionCode(changed.toString()))).isEqualTo(SHUT);
    }

    @Provide
    static Arbitrary<UnaryOperator<String>> pastings() {
        Arbitrary<String> prefix =
                Arbitraries.of("TC1:", "tc1:", "Tc1:", "tC1:", "TC1 :", "ＴＣ１：", "tc1：", "T\u200bC1: ");
        Arbitrary<String> before = Arbitraries.of(
                "张三 2026/11/30 10:22\n",
                "20200101\t",
                "",
                "采集码：",
                "采集码: \"",
                "“",
                "\ufeff",
                "[",
                "（采集码）：",
                "（",
                "\u00a0 ",
                "'",
                "<",
                "采集码1：",
                "code: ",
                "Your code:\n",
                "**",
                "2 号采集码（No.2）：",
                "# ");
        Arbitrary<String> between =
                Arbitraries.of("", "\n", "\r\n", " ", "\u00a0", "\u3000", "\u200b", "\ufeff", "\u00ad", " \n ");
        Arbitrary<String> after = Arbitraries.of(
                "",
                "\n",
                "”",
                "\"",
                "]",
                "）",
                "。",
                ".",
                "；",
                "'>",
                " , ",
                "！",
                "!?",
                "**",
                "（请妥善保管）",
                "，有效期至2027-06-30 23:59。",
                " valid until 2027",
                ", valid until 2027",
                " Please keep it.",
                "\n详见 https://my.chsi.com.cn/archive/index.action");
        return Combinators.combine(
                        prefix, before, between, after, Arbitraries.integers().between(1, 90))
                .as((tc1, head, gap, tail, width) -> text -> head
                        + tc1
                        + text.substring(Tc1.PREFIX.length()).replaceAll("(.{" + width + "})", "$1" + gap)
                        + tail);
    }

    @Clause({"N2.2a", "N2.2b"})
    @Property(tries = 500)
    void aPastedCodeOpensAsTheCodeThatWasIssued(
            @ForAll("genuine") CollectionCode code, @ForAll("pastings") UnaryOperator<String> pasting) {
        CollectionCode pasted = CollectionCode.parse(pasting.apply(code.text()));

        assertThat(Tc1.clean(pasted)).isEqualTo(code);
        assertThat(open(DECODER.clean(pasted))).isEqualTo(new CodeOpening.Opened(Samples.CLAIMS));
        assertThat(DECODER.clean(code)).isEqualTo(code);
    }

    /** Pasting excuses no character: one that is changed, small instead of capital for one, opens nothing. */
    @Clause({"N0.1", "N2.2b"})
    @Property(tries = 1000)
    void aPastedCodeWithAnotherCharacterOpensNothing(
            @ForAll("genuine") CollectionCode code,
            @ForAll("pastings") UnaryOperator<String> pasting,
            @ForAll @IntRange(max = 2000) int place,
            @ForAll @IntRange(min = 0x21, max = 0x7e) int character,
            @ForAll boolean small) {
        StringBuilder changed = new StringBuilder(code.text());
        int at = Tc1.PREFIX.length() + place % (changed.length() - Tc1.PREFIX.length());
        char other = small ? Character.toLowerCase(changed.charAt(at)) : (char) character;
        Assume.that(other != changed.charAt(at));
        changed.setCharAt(at, other);

        CollectionCode pasted = CollectionCode.parse(pasting.apply(changed.toString()));
        assertThat(open(DECODER.clean(pasted))).isEqualTo(SHUT);
    }

    /** Of any text: what the signature covers, the characters of Base32, stays, and so does their order. */
    @Clause("N0.1")
    @Property(tries = 2000)
    void cleaningTouchesNoSignedCharacter(@ForAll("printable") String text) {
        CollectionCode given = new CollectionCode(text);
        CollectionCode cleaned = Tc1.clean(given);

        if (cleaned.text().startsWith(Tc1.PREFIX)) {
            String payload = cleaned.text().substring(Tc1.PREFIX.length());
            String compact = text.replace(" ", "");
            int at = compact.toUpperCase(Locale.ROOT).indexOf(Tc1.PREFIX) + Tc1.PREFIX.length();
            assertThat(compact.substring(at)).startsWith(payload);
            // All that is left out is a word after a space, or follows what is no Base32.
            assertThat(compact.substring(at + payload.length())).matches("([A-Z]?[^A-Z2-7].*)?");
        } else {
            assertThat(cleaned).isEqualTo(given);
        }
        assertThat(Tc1.clean(cleaned)).isEqualTo(cleaned);
    }

    @Provide
    static Arbitrary<String> printable() {
        Arbitrary<String> prefix = Arbitraries.of(
                "TC1:", "tc1:", " T C1 :", "\"TC1:", "TC2:", "(tc1:", "TC1", "XTC1:", "#tc1:", "code1: TC1:");
        Arbitrary<String> payload = Arbitraries.strings()
                .withChars("ABYZ27abz019 \"'()[]<>{}.,;:=+/-`")
                .ofMaxLength(40)
                .flatMap(tail -> Arbitraries.of(0, 120).map(length -> "A2".repeat(length / 2) + tail));
        return Combinators.combine(prefix, payload).as((head, tail) -> head + tail);
    }

    private static String signed(String text) {
        return text.replaceAll("[^A-Z2-7]", "");
    }

    @Example
    void whatMayBeOfAnotherFormatOrTwoCodesStaysAsItIs() {
        for (String text : List.of("#tc1:abc", "#TC1:ABC", "code1 TC1:ABC", "XTC1:" + "A".repeat(200))) {
            assertThat(Tc1.clean(new CollectionCode(text)).text()).isEqualTo(text);
        }
        CollectionCode two = new CollectionCode(SM.text() + " " + SM.text());
        assertThat(Tc1.clean(two)).isEqualTo(two);
        assertThat(open(DECODER.clean(two))).isEqualTo(SHUT);
    }

    @Example
    void smallLettersOfThePayloadAreAnotherSpellingAndStay() {
        CollectionCode small = new CollectionCode(SM.text().toLowerCase(Locale.ROOT));

        assertThat(Tc1.clean(small).text()).isEqualTo(Tc1.PREFIX + small.text().substring(Tc1.PREFIX.length()));
        assertThat(open(Tc1.clean(small))).isEqualTo(SHUT);
    }

    @Clause("N2.2b")
    @Property(tries = 200)
    void aCodeForSomeoneElseDoesNotOpen(@ForAll("claims") CodeClaims claims, @ForAll Suite suite) {
        CollectionCode code =
                Tc1.issuer(OTHERS.registry, suite, new SecureRandom()).issue(claims);
        assertThat(DECODER.open(code, claims.issuedAt())).isEqualTo(SHUT);
    }

    @Clause("N2.2a")
    @Property
    void claimsHaveOneForm(@ForAll("claims") CodeClaims claims) {
        byte[] form = ClaimsForm.write(claims);
        assertThat(ClaimsForm.read(form)).isEqualTo(claims);
        assertThatThrownBy(() -> ClaimsForm.read(Arrays.copyOf(form, form.length + 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ClaimsForm.read(Arrays.copyOf(form, form.length - 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Whatever is read back as claims is written again as the same bytes: there is no second spelling. */
    @Clause("N2.2a")
    @Property(tries = 3000)
    void noOtherFormIsRead(
            @ForAll("claims") CodeClaims claims, @ForAll @IntRange(max = 10_000) int place, @ForAll byte value) {
        byte[] form = ClaimsForm.write(claims);
        form[place % form.length] = value;
        try {
            assertThat(ClaimsForm.write(ClaimsForm.read(form))).isEqualTo(form);
        } catch (IllegalArgumentException refused) {
            assertThat(refused.getMessage()).doesNotContain(claims.id().value());
        }
    }

    @Property
    void base32HasOneSpelling(@ForAll @Size(max = 40) byte[] bytes, @ForAll @IntRange(max = 31) int last) {
        String text = Base32.encode(bytes);
        assertThat(Base32.decode(text)).isEqualTo(bytes);
        Assume.that(!text.isEmpty());
        String other = text.substring(0, text.length() - 1) + "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".charAt(last);
        try {
            assertThat(Base32.encode(Base32.decode(other))).isEqualTo(other);
        } catch (IllegalArgumentException refused) {
            assertThat(other).isNotEqualTo(text);
        }
    }

    @Clause("N0.3")
    @Property
    void noMessageShowsThePerson(@ForAll("claims") CodeClaims claims) {
        Assume.that(claims.enrolment().value().length() > 6);
        CollectionCode code = issue(Suite.SM, claims);
        String shown = code + " " + DECODER + " " + DECODER.open(code, claims.issuedAt());
        assertThat(shown)
                .doesNotContain(claims.enrolment().value())
                .doesNotContain(claims.name().value())
                .doesNotContain(claims.id().value())
                .doesNotContain(code.text().substring(Tc1.PREFIX.length(), 20));
    }
}
