package io.github.tucai.graduate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;

class ResidentIdCheckProperties {
    @Property
    void agreesWithTheDefinitionOfMod112(@ForAll("digits") String digits) {
        // ISO 7064: the string read as a polynomial in 2, check character included (X = 10), is 1 modulo 11.
        BigInteger sum = BigInteger.ZERO;
        for (char digit : digits.toCharArray()) {
            sum = sum.add(BigInteger.valueOf(digit - '0')).shiftLeft(1);
        }
        char check = ResidentIdCheck.checkCharacter(digits);
        int value = check == 'X' ? 10 : check - '0';
        assertThat(sum.add(BigInteger.valueOf(value)).mod(BigInteger.valueOf(11)))
                .isEqualTo(BigInteger.ONE);
    }

    @Property
    void everySingleWrongDigitIsNoticed(
            @ForAll("digits") String digits,
            @ForAll @IntRange(max = 16) int position,
            @ForAll @CharRange(from = '0', to = '9') char other) {
        Assume.that(digits.charAt(position) != other);
        String wrong = digits.substring(0, position) + other + digits.substring(position + 1);
        assertThat(ResidentIdCheck.isComplete(wrong + ResidentIdCheck.checkCharacter(digits)))
                .isFalse();
    }

    @Property
    void everySwapOfNeighboursIsNoticed(@ForAll("digits") String digits, @ForAll @IntRange(max = 15) int position) {
        Assume.that(digits.charAt(position) != digits.charAt(position + 1));
        char[] swapped = digits.toCharArray();
        swapped[position] = digits.charAt(position + 1);
        swapped[position + 1] = digits.charAt(position);
        assertThat(ResidentIdCheck.isComplete(new String(swapped) + ResidentIdCheck.checkCharacter(digits)))
                .isFalse();
    }

    @Provide
    static Arbitrary<String> digits() {
        return Arbitraries.strings().numeric().ofLength(17);
    }
}
