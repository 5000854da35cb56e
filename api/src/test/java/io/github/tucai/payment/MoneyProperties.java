package io.github.tucai.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tucai.contract.Clause;
import io.github.tucai.school.SchoolCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class MoneyProperties {
    private static final PaymentAccount ACCOUNT = new PaymentAccount("省招就中心", "示例银行", "1234567890", "123456789012");

    @Property
    @Clause("N3.1")
    void theFeeOfManyStudentsIsExact(@ForAll @IntRange(min = 0, max = 1_000_000) int students) {
        assertThat(Fee.OF_THE_NOTICE.times(students).yuan()).isEqualTo(BigDecimal.valueOf(1500L * students, 2));
    }

    @Property
    @Clause("N3.1")
    void aFeeSurvivesItsText(@ForAll @LongRange(min = 0, max = 1_000_000_000L) long fen) {
        Fee fee = new Fee(BigDecimal.valueOf(fen, 2));
        assertThat(Fee.of(fee.toString().substring(1))).isEqualTo(fee);
        assertThat(fee.yuan().scale()).isEqualTo(2);
    }

    @Property
    void aFractionOfAFenIsNoMoney(@ForAll @LongRange(min = 1, max = 1_000_000L) long mills) {
        BigDecimal yuan = BigDecimal.valueOf(mills, 3);
        if (mills % 10 == 0) {
            assertThat(new Fee(yuan).yuan()).isEqualByComparingTo(yuan);
        } else {
            assertThatThrownBy(() -> new Fee(yuan)).hasMessageContaining("two decimals");
        }
    }

    @Property
    @Clause("N3.3")
    void aStatementIsPaidByItsTotalAndNotBefore(
            @ForAll @IntRange(min = 1, max = 5000) int students, @ForAll @IntRange(min = 1, max = 20) int parts) {
        Statement statement = statement(students);
        Payment part = new Payment(new Fee(statement.total().yuan()).times(1), "all");
        assertThat(statement.open(List.of(part))).isEqualTo(Fee.ZERO);
        Payment one = new Payment(Fee.OF_THE_NOTICE, "one");
        int paid = Math.min(parts, students);
        assertThat(statement.open(Collections.nCopies(paid, one))).isEqualTo(Fee.OF_THE_NOTICE.times(students - paid));
    }

    @Property
    @Clause("N3.3")
    void theTwentiethOfNovemberIsInTimeAndTheNextDayIsNot(@ForAll @IntRange(min = -30, max = 30) int days) {
        LocalDate today = LocalDate.of(2024, 11, 20).plusDays(days);
        assertThat(statement(3).isOverdue(List.of(), today)).isEqualTo(days > 0);
        assertThat(statement(3).isOverdue(List.of(new Payment(Fee.of("45"), "r")), today))
                .isFalse();
    }

    private static Statement statement(int students) {
        return new Statement(
                new SchoolCode("10290"),
                LocalDate.of(2024, 6, 30),
                students,
                Fee.OF_THE_NOTICE,
                ACCOUNT,
                LocalDate.of(2024, 11, 20),
                Optional.of(1),
                Optional.of(0));
    }
}
