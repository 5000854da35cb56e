package io.github.tucai.constraint;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConstraintsTest {
    private static ValidatorFactory english;
    private static ValidatorFactory chinese;

    record Row(
            @SchoolCodeText @Nullable String school,
            @StudentNumberText @Nullable String student,
            @EnrolmentNumberText @Nullable String enrolment,
            @MaskedNameText @Nullable String name,
            @MaskedIdText @Nullable String id,
            @IdLastFourText @Nullable String lastFour,
            @ChineseMobile @Nullable String mobile,
            @BankCode12 @Nullable String bank,
            @NoIdentityNumber @Nullable String remark,
            @GroupNameText @Nullable String college) {}

    @BeforeAll
    static void start() {
        english = factory(Locale.ENGLISH);
        chinese = factory(Locale.SIMPLIFIED_CHINESE);
    }

    @AfterAll
    static void stop() {
        english.close();
        chinese.close();
    }

    @Test
    void aGoodRowHasNoViolations() {
        Row row = new Row(
                "10284",
                "2021001",
                "EN-0001",
                "李**",
                "3201**********1234",
                "12ｘ4",
                "13800138000",
                "104301003011",
                "无",
                "");
        assertThat(english.getValidator().validate(row)).isEmpty();
    }

    @Test
    void absentTextsAreValid() {
        assertThat(english.getValidator().validate(new Row(null, null, null, null, null, null, null, null, null, null)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "school,1",
        "school,１０２８４",
        "student,''",
        "student,2021 001",
        "enrolment,学号",
        "name,李四",
        "name,李",
        "name,欧阳娜娜*",
        "id,11010519491231002X",
        "id,3201******12345678",
        "lastFour,12345",
        "lastFour,11010519491231002X",
        "mobile,12345678901",
        "mobile,+8613800138000",
        "mobile,1380013800",
        "bank,10430100301",
        "bank,10430100301X",
        "remark,11010519491231002X",
        "remark,证件11010519491231002x。",
        "remark,9911010519491231002X",
        "college,'文学\t院'",
    })
    void refuses(String field, String text) {
        assertThat(english.getValidator().validateValue(Row.class, field, text)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "school,1",
        "student,''",
        "enrolment,学号",
        "name,李四",
        "id,1",
        "lastFour,1",
        "mobile,1",
        "bank,1",
        "remark,11010519491231002X",
        "college,'文学\t院'"
    })
    void saysItInBothLanguagesWithoutQuotingTheValue(String field, String text) {
        String inEnglish = message(english.getValidator(), field, text);
        String inChinese = message(chinese.getValidator(), field, text);

        assertThat(inEnglish).startsWith("must ").matches("\\p{ASCII}+");
        assertThat(inChinese).matches("(须为|不得).+");
        assertThat(inEnglish).doesNotContain("{", "11010519491231002X", "李四");
    }

    private static String message(Validator validator, String field, String text) {
        Set<String> messages = validator.validateValue(Row.class, field, text).stream()
                .map(violation -> violation.getMessage())
                .collect(Collectors.toSet());
        assertThat(messages).hasSize(1);
        return messages.iterator().next();
    }

    private static ValidatorFactory factory(Locale locale) {
        return Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator(
                        Set.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE), locale, false))
                .buildValidatorFactory();
    }
}
