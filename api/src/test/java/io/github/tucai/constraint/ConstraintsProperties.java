package io.github.tucai.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.contract.Clause;
import io.github.tucai.graduate.IdLastFour;
import io.github.tucai.graduate.Mask;
import io.github.tucai.graduate.MaskedId;
import io.github.tucai.graduate.MaskedName;
import io.github.tucai.graduate.ResidentIdCheck;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

@Clause({"N0.3", "N2.2a"})
class ConstraintsProperties {
    @Property
    void noFieldOfAnImportTakesACompleteIdentityNumber(@ForAll("identityNumbers") String number) {
        assertThat(Reads.as(IdLastFour::parse, number)).isFalse();
        assertThat(Reads.as(MaskedId::new, number)).isFalse();
        assertThat(Reads.as(MaskedName::new, number)).isFalse();
    }

    @Property
    void aCompleteIdentityNumberIsFoundAnywhereInAText(
            @ForAll("identityNumbers") String number, @ForAll("words") String before, @ForAll("words") String after) {
        assertThat(allowed(before + number + after)).isFalse();
        assertThat(allowed(before + Mask.ID.apply(number) + after)).isTrue();
    }

    @Property
    void aMaskedNameIsTakenAndAFullOneIsNot(@ForAll("names") String name) {
        assertThat(Reads.as(MaskedName::new, Mask.NAME.apply(name))).isTrue();
        assertThat(Reads.as(MaskedName::new, name)).isFalse();
    }

    @Provide
    static Arbitrary<String> identityNumbers() {
        return Arbitraries.strings()
                .numeric()
                .ofLength(17)
                .map(digits -> digits + ResidentIdCheck.checkCharacter(digits));
    }

    @Provide
    static Arbitrary<String> words() {
        return Arbitraries.strings().withCharRange('\u4e00', '\u9fa5').ofMaxLength(6);
    }

    @Provide
    static Arbitrary<String> names() {
        return Arbitraries.strings()
                .withCharRange('\u4e00', '\u9fa5')
                .ofMinLength(2)
                .ofMaxLength(8);
    }

    private static boolean allowed(String text) {
        return new NoIdentityNumber.Validator().isValid(text, null);
    }
}
