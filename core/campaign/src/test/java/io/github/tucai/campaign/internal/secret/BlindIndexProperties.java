package io.github.tucai.campaign.internal.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.contract.Clause;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

@Clause("N0.3")
class BlindIndexProperties {
    private static final String COLUMN = "stream.lookup";

    private final BlindIndex index = new BlindIndex(Ciphers.key(new byte[32]));

    @Property(tries = 200)
    void blanksAroundAndTheWidthOfCharactersDoNotCount(
            @ForAll("numbers") String number, @ForAll @IntRange(max = 3) int blanks) {
        String blank = " ".repeat(blanks);
        assertThat(index.of(COLUMN, "c", blank + number + blank)).isEqualTo(index.of(COLUMN, "c", number));
        assertThat(index.of(COLUMN, "c", fullWidth(number))).isEqualTo(index.of(COLUMN, "c", number));
    }

    @Property(tries = 200)
    void whatDiffersInAnythingElseLooksDifferent(@ForAll("numbers") String one, @ForAll("numbers") String other) {
        String value = index.of(COLUMN, "c", one);
        assertThat(value).matches("[0-9a-f]{64}");
        assertThat(index.of("delivery.key", "c", one)).as("another column").isNotEqualTo(value);
        assertThat(index.of(COLUMN, "d", one)).as("another campaign").isNotEqualTo(value);
        assertThat(new BlindIndex(Ciphers.key("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII)))
                        .of(COLUMN, "c", one))
                .as("another key")
                .isNotEqualTo(value);
        assertThat(index.of(COLUMN, "c" + one, other))
                .as("scope and value")
                .isNotEqualTo(index.of(COLUMN, "c", one + other));
        Assume.that(!one.equals(other));
        assertThat(index.of(COLUMN, "c", other)).as("another number").isNotEqualTo(value);
    }

    private static String fullWidth(String text) {
        StringBuilder wide = new StringBuilder();
        text.chars().forEach(c -> wide.append((char) (c + 0xFEE0)));
        return wide.toString();
    }

    @Provide
    Arbitrary<String> numbers() {
        return Arbitraries.strings()
                .withCharRange('A', 'Z')
                .withCharRange('a', 'z')
                .numeric()
                .withChars("-_")
                .ofMinLength(1)
                .ofMaxLength(20);
    }
}
