package io.github.tucai.graduate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResidentIdCheckTest {
    // The vectors of GB 11643-1999 (STANDARDS.md §4.1).
    @ParameterizedTest
    @ValueSource(strings = {"11010519491231002X", "440524188001010014", "34052419800101001X", "11010519491231002x"})
    void acceptsTheVectorsOfTheStandard(String number) {
        assertThat(ResidentIdCheck.isComplete(number)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"110105194912310021", "1101051949123100X2", "110105491231002", "", "11010519491231002XX"})
    void refusesWhatIsNone(String number) {
        assertThat(ResidentIdCheck.isComplete(number)).isFalse();
    }

    @Test
    void namesThePositionThatIsNoDigitWithoutQuotingIt() {
        assertThatThrownBy(() -> ResidentIdCheck.checkCharacter("1101051949123100A"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected 17 digits, position 17 is none");
    }

    @Test
    void wantsSeventeenDigits() {
        assertThatThrownBy(() -> ResidentIdCheck.checkCharacter("123"))
                .hasMessage("expected 17 digits, got 3 characters");
    }
}
