package io.github.tucai.graduate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tucai.school.SchoolCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierTest {
    @ParameterizedTest
    @ValueSource(strings = {"10284", "10003", "NJ-IGG", "1028401", "82"})
    void aSchoolCodeMayBeAnInstitutes(String code) {
        assertThat(new SchoolCode(code).value()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "10 284", "abc", "12345678901234567", "大学"})
    void aWrongSchoolCodeSaysWhatIsWanted(String code) {
        assertThatThrownBy(() -> new SchoolCode(code))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("school code must be 2 to 16 of A-Z, 0-9 and -");
    }

    @ParameterizedTest
    @ValueSource(strings = {"李*", "李**", "**豪", "欧阳*娜", "张*丰", "A*** B*****", "*"})
    void commonMaskedNamesAreAccepted(String name) {
        if (name.length() < 2) {
            assertThatThrownBy(() -> new MaskedName(name)).hasMessageContaining("2 to 64");
        } else {
            assertThat(new MaskedName(name).value()).isEqualTo(name);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"李小明", "Anna Maria Smi*h", "李*\n"})
    void aNameThatHidesTooLittleIsRefused(String name) {
        assertThatThrownBy(() -> new MaskedName(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"123x,123X", "' 12 34',", "１２３Ⅹ,123X", "1234,1234", "12345,"})
    void theLastFourAreReadAsPeopleTypeThem(String typed, String wanted) {
        if (wanted == null) {
            assertThatThrownBy(() -> IdLastFour.parse(typed)).hasMessageContaining("4 of 0-9 and A-Z");
        } else {
            assertThat(IdLastFour.parse(typed).value()).isEqualTo(wanted);
        }
    }

    @Test
    void aMaskedIdWithoutPlainTailHasNoLastFour() {
        assertThat(new MaskedId("3201**************").lastFour()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"320102********1234", "3201022000****1234", "3201*1234", "****"})
    void anIdThatShowsTooMuchOrIsTooShortIsRefused(String id) {
        assertThatThrownBy(() -> new MaskedId(id)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aShortTextGetsLongerRatherThanPlainer() {
        assertThat(Mask.NAME.apply("李")).isEqualTo("*");
        assertThat(Mask.NAME.apply("")).isEqualTo("*");
        assertThat(Mask.NAME.apply("李明")).isEqualTo("李*");
        assertThat(Mask.NAME.apply("欧阳娜娜")).isEqualTo("欧***");
        assertThat(Mask.ID.apply("11010519491231002X")).isEqualTo("1101**********002X");
    }

    @Test
    void aMaskCountsCharactersOutsideTheBasicPlaneAsOne() {
        assertThat(Mask.NAME.apply("𠮷野家")).isEqualTo("𠮷**");
    }

    @Test
    void aMaskThatHidesNothingIsRefused() {
        assertThatThrownBy(() -> new Mask(1, 1, 0)).hasMessageContaining("leastHidden at least 1");
    }
}
