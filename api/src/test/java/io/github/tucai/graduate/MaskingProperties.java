package io.github.tucai.graduate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tucai.contract.Clause;
import io.github.tucai.school.School;
import io.github.tucai.school.SchoolCode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;

class MaskingProperties {
    @Property
    @Clause({"N0.3", "N2.2a"})
    void aMaskShowsNoMoreThanItSays(@ForAll @StringLength(max = 40) String text, @ForAll("masks") Mask mask) {
        long shown = mask.apply(text).codePoints().filter(c -> !Mask.isMask(c)).count();
        assertThat(shown).isLessThanOrEqualTo(mask.head() + mask.tail());
    }

    @Property
    @Clause("N2.2a")
    void aMaskHidesAtLeastWhatItSays(@ForAll @StringLength(max = 40) String text, @ForAll("masks") Mask mask) {
        long hidden = mask.apply(text).codePoints().filter(Mask::isMask).count();
        assertThat(hidden).isGreaterThanOrEqualTo(mask.leastHidden());
    }

    @Property
    @Clause("N2.2a")
    void maskingTwiceChangesNothing(@ForAll("residentIds") String number) {
        String once = Mask.ID.apply(number);
        assertThat(Mask.ID.apply(once)).isEqualTo(once);
    }

    @Property
    @Clause({"N2.2a", "N4.3"})
    void aMaskedNumberKeepsItsLastFour(@ForAll("residentIds") String number) {
        MaskedId masked = new MaskedId(Mask.ID.apply(number));
        assertThat(masked.lastFour()).contains(new IdLastFour(number.substring(14)));
    }

    @Property
    @Clause({"N0.3", "N2.2a"})
    void aCompleteNumberFitsIntoNoValue(@ForAll("residentIds") String number) {
        assertRefusedWithoutQuoting(() -> new MaskedId(number), number);
        assertRefusedWithoutQuoting(() -> new MaskedName(number), number);
        assertRefusedWithoutQuoting(() -> new College(number), number);
        assertRefusedWithoutQuoting(() -> new ClassName("班级 " + number), number);
        assertRefusedWithoutQuoting(() -> new IdLastFour(number), number);
    }

    @Property
    @Clause("N2.2a")
    void aFullNameFitsIntoNoMaskedName(@ForAll("fullNames") String name) {
        assertRefusedWithoutQuoting(() -> new MaskedName(name), name);
    }

    @Property
    @Clause("N0.3")
    void noIdentifierShowsItselfAsText(@ForAll("graduates") Graduate graduate) {
        String shown = graduate + " " + graduate.name() + graduate.id() + graduate.enrolment()
                + graduate.studentNumber() + graduate.id().lastFour();
        assertThat(shown).doesNotContain(graduate.name().value(), graduate.id().value());
        assertThat(shown.replaceAll("[A-Za-z]+\\[\\d+ characters]", ""))
                .doesNotContain(
                        "[" + graduate.enrolment().value() + "]",
                        "[" + graduate.studentNumber().value() + "]");
    }

    @Property
    @Clause("N0.4")
    void theCodeOfAnInstituteNeedNotLookLikeThatOfAUniversity(@ForAll("schoolCodes") SchoolCode code) {
        assertThat(new School(code, "某研究所").code()).isEqualTo(code);
    }

    @Property
    @Clause("N0.4")
    void aGraduateMayHaveNoCollegeAndNoClass(@ForAll("graduates") Graduate graduate) {
        Graduate bare = new Graduate(
                graduate.enrolment(),
                graduate.name(),
                graduate.id(),
                graduate.school(),
                graduate.studentNumber(),
                College.NONE,
                ClassName.NONE);
        assertThat(bare.college().name() + bare.className().name()).isEmpty();
    }

    private static void assertRefusedWithoutQuoting(Runnable making, String secret) {
        assertThatThrownBy(making::run)
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain(secret);
    }

    @Provide
    static Arbitrary<Mask> masks() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.integers().between(0, 6),
                        Arbitraries.integers().between(1, 6))
                .as(Mask::new);
    }

    @Provide
    static Arbitrary<String> fullNames() {
        return Arbitraries.strings()
                .withCharRange('\u4e00', '\u9fa5')
                .ofMinLength(2)
                .ofMaxLength(12);
    }

    @Provide
    static Arbitrary<String> residentIds() {
        return Graduates.residentIds();
    }

    @Provide
    static Arbitrary<SchoolCode> schoolCodes() {
        return Graduates.schoolCodes();
    }

    @Provide
    static Arbitrary<Graduate> graduates() {
        return Graduates.graduates();
    }
}
