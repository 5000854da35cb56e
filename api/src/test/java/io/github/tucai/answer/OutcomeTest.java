package io.github.tucai.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tucai.graduate.EnrolmentNumber;
import io.github.tucai.school.SchoolCode;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class OutcomeTest {
    private static final Refusal LOCKED = new Refusal(Refusal.Reason.LOCKED, "账号已锁定", "the record is locked");

    @Test
    void aRefusalStaysWhateverComesNext() {
        Outcome<Integer> refused = Outcome.refused(LOCKED);
        assertThat(refused.map(n -> n + 1).then(n -> Outcome.done(n * 2))).isEqualTo(Outcome.refused(LOCKED));
    }

    @Test
    void aValueIsCarriedOn() {
        assertThat(Outcome.done(20)
                        .map(n -> n + 1)
                        .then(n -> Outcome.done(n * 2))
                        .orElseThrow())
                .isEqualTo(42);
    }

    @Test
    void aRefusalThatNobodyExpectedSaysWhy() {
        assertThatThrownBy(() -> Outcome.refused(LOCKED).orElseThrow()).hasMessage("LOCKED: the record is locked");
    }

    @Test
    void aRefusalSpeaksChineseToChineseAndEnglishToAllOthers() {
        assertThat(LOCKED.in(Locale.SIMPLIFIED_CHINESE)).isEqualTo("账号已锁定");
        assertThat(LOCKED.in(Locale.FRANCE)).isEqualTo("the record is locked");
    }

    @Test
    void theAuditLogNamesOperatorsAndNoStudent() {
        assertThat(new Actor.Centre("ops").auditName()).isEqualTo("centre:ops");
        assertThat(new Actor.SchoolAdministrator("li", new SchoolCode("10290")).auditName())
                .isEqualTo("school:10290:li");
        assertThat(new Actor.Student(new EnrolmentNumber("E123")).auditName()).isEqualTo("student");
        assertThat(new Actor.Student(new EnrolmentNumber("E123")).toString()).doesNotContain("E123");
    }

    @Test
    void refusesAnAccountNameThatCouldBreakTheLog() {
        assertThatThrownBy(() -> new Actor.Centre("a\nb")).isInstanceOf(IllegalArgumentException.class);
    }
}
