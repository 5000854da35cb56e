package io.github.tucai.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoValuesTest {
    @Test
    void anImageSharesNoArrayWithItsCaller() {
        byte[] given = {1, 2, 3};
        PhotoImage image = PhotoImage.copyOf(given);
        given[0] = 9;
        image.bytes()[1] = 9;
        assertThat(image.bytes()).containsExactly(1, 2, 3);
        assertThat(image).hasToString("PhotoImage[3 bytes]").isEqualTo(PhotoImage.copyOf(new byte[] {1, 2, 3}));
    }

    @Test
    void theDigestIsThatOfTheBytes() {
        assertThat(PhotoImage.copyOf(new byte[0]).digest().hex())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#64c5ff", "100,197,255", "#64C5FF"})
    void aColourIsReadInBothWritings(String text) {
        assertThat(Rgb.parse(text)).isEqualTo(new Rgb(100, 197, 255));
        assertThat(Rgb.parse(text).hex()).isEqualTo("#64c5ff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "blue", "#64c5f", "1,2", "256,0,0"})
    void whatIsNoColourIsRefused(String text) {
        assertThatThrownBy(() -> Rgb.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Eyes-Open", "eyes_open", "-eyes", "eyes--open"})
    void aCheckIdIsLowerCaseWords(String id) {
        assertThatThrownBy(() -> new CheckId(id)).hasMessageContaining("lower-case words joined by hyphens");
    }

    @Test
    void aMeasureIsFinite() {
        MeasureId id = new MeasureId("eye.opening");
        assertThatThrownBy(() -> new Measure(id, Double.NaN, "ratio", null, 1)).hasMessageContaining("finite");
        assertThatThrownBy(() -> new Measure(id, 1, "ratio", null, 1.1)).hasMessageContaining("0 to 1");
    }

    @Test
    void aFindingHasAScoreUnlessItWasSkipped() {
        assertThatThrownBy(() -> finding(Answer.SKIPPED, OptionalDouble.of(1)))
                .hasMessageContaining("unless it was skipped");
        assertThatThrownBy(() -> finding(Answer.PASS, OptionalDouble.empty()))
                .hasMessageContaining("unless it was skipped");
        assertThatThrownBy(() -> finding(Answer.PASS, OptionalDouble.of(100.1))).hasMessageContaining("0 to 100");
    }

    @Test
    void adviceSpeaksChineseToChineseAndEnglishToAllOthers() {
        Advice advice = new Advice("睁开双眼", "Open both eyes");
        assertThat(advice.in(Locale.SIMPLIFIED_CHINESE)).isEqualTo("睁开双眼");
        assertThat(advice.in(Locale.GERMANY)).isEqualTo("Open both eyes");
    }

    @Test
    void aRangeIncludesBothEnds() {
        ProductSpec.Range range = new ProductSpec.Range(50, 110);
        assertThat(range.contains(50)).isTrue();
        assertThat(range.contains(110)).isTrue();
        assertThat(range.contains(49.999)).isFalse();
        assertThat(range.contains(110.001)).isFalse();
        assertThat(range.middle()).isEqualTo(80);
        assertThatThrownBy(() -> new ProductSpec.Range(2, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDeclarationKeepsWhatWasKnown() {
        assertThat(Declarations.NONE.withGlasses(true).wearsGlassesUsually()).isEqualTo(Optional.of(true));
        assertThat(Declarations.NONE.wearsGlassesUsually()).isEmpty();
    }

    private static Finding finding(Answer answer, OptionalDouble score) {
        return new Finding(
                new CheckId("eyes-open"),
                answer,
                score,
                OptionalDouble.empty(),
                "",
                "",
                Severity.REQUIRED,
                null,
                "A2.3.2",
                new Advice("", ""),
                "");
    }

    @Test
    void anExemptionIsForAHeadCoveringOrNamesItsChecksForMedicalReasons() {
        Set<CheckId> ears = Set.of(new CheckId("ears-visible"));
        assertThat(Exemption.medical(ears).suspended()).isEqualTo(ears);
        assertThat(Exemption.headCovering(Exemption.Kind.RELIGIOUS).suspended())
                .doesNotContain(new CheckId("face-occluded"), new CheckId("shadow-on-face"));
        assertThatThrownBy(() -> new Exemption(Exemption.Kind.RELIGIOUS, ears))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Exemption.medical(Set.of())).isInstanceOf(IllegalArgumentException.class);
        assertThat(Exemption.medical(ears)).asString().doesNotContain("ear").doesNotContain("MEDICAL");
    }

    @Test
    void noConditionOfTheBodyExcusesAViolationOrAFile() {
        Set<CheckId> checks =
                Set.of(new CheckId("ears-visible"), new CheckId("duplicate"), new CheckId("background-colour"));
        assertThatThrownBy(() -> Exemption.medical(checks))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("an exemption cannot suspend background-colour, duplicate;");
        assertThat(Exemption.MEDICAL).containsAll(Exemption.HEAD_COVERING);
    }

    @Test
    void exemptionsAddUp() {
        Declarations both = Declarations.NONE
                .withExemption(Exemption.headCovering(Exemption.Kind.CULTURAL))
                .withExemption(Exemption.medical(Set.of(new CheckId("eyes-open"))))
                .withGlasses(true);
        assertThat(both.exempt()).hasSize(8).contains(new CheckId("eyes-open"));
    }
}
