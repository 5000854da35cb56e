package io.github.tucai.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tucai.graduate.EnrolmentNumber;
import io.github.tucai.graduate.MaskedId;
import io.github.tucai.graduate.MaskedName;
import io.github.tucai.graduate.StudentNumber;
import io.github.tucai.photo.Region;
import io.github.tucai.school.SchoolCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeValuesTest {
    private static final Instant ISSUED = Instant.parse("2024-03-01T00:00:00Z");

    @Test
    void aPastedCodeLosesTheBlanksAroundIt() {
        assertThat(CollectionCode.parse("  TC1:AB\n").text()).isEqualTo("TC1:AB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "采集码", "TC1:A\u0000B"})
    void aCodeIsPrintableAscii(String text) {
        assertThatThrownBy(() -> new CollectionCode(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCodeDoesNotShowItself() {
        assertThat(new CollectionCode("TC1:SECRET")).hasToString("CollectionCode[10 characters]");
    }

    @Test
    void claimsShowNobody() {
        assertThat(claims(ISSUED, ISSUED.plusSeconds(60), "0123456789abcdef"))
                .hasToString("CodeClaims[school=10284, classYear=2025, expiresAt=2024-03-01T00:01:00Z]");
    }

    @Test
    void claimsAreWholeSecondsAndEndAfterTheyBegin() {
        assertThatThrownBy(() -> claims(ISSUED.plusMillis(1), ISSUED.plusSeconds(60), "0123456789abcdef"))
                .hasMessageContaining("whole seconds");
        assertThatThrownBy(() -> claims(ISSUED, ISSUED, "0123456789abcdef"))
                .hasMessageContaining("issuedAt must be before expiresAt");
        assertThatThrownBy(() -> claims(ISSUED, ISSUED.plusSeconds(1), "XYZ")).hasMessageContaining("serial");
    }

    @Test
    void aReadingHasSymbolsOrAFailure() {
        assertThatThrownBy(() -> new CodeReading(List.of(), Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        Region region = new Region(1, 2, 3, 4);
        CodeReading.Symbol symbol = new CodeReading.Symbol("secret", "UTF-8", region);
        assertThat(CodeReading.of(List.of(symbol)).failure()).isEmpty();
        assertThat(symbol.toString()).doesNotContain("secret");
        assertThat(CodeReading.failed(CodeReading.Failure.BLURRED).symbols()).isEmpty();
        assertThat(CodeReading.failed(CodeReading.Failure.BLURRED, region).unread())
                .contains(region);
        assertThatThrownBy(() -> new CodeReading(List.of(symbol), Optional.empty(), Optional.of(region)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void bothOutcomesOfOpeningAreHandled() {
        CodeOpening refused = new CodeOpening.Refused(CodeRejection.EXPIRED);
        assertThat(refused.<String>fold(o -> "open", r -> r.reason().name())).isEqualTo("EXPIRED");
        CodeOpening opened = new CodeOpening.Opened(claims(ISSUED, ISSUED.plusSeconds(1), "0123456789abcdef"));
        assertThat(opened.<String>fold(o -> "open", r -> r.reason().name())).isEqualTo("open");
    }

    private static CodeClaims claims(Instant from, Instant until, String serial) {
        return new CodeClaims(
                new EnrolmentNumber("E1"),
                new MaskedName("李*"),
                new MaskedId("3201**********1234"),
                new SchoolCode("10284"),
                new StudentNumber("0012"),
                2025,
                from,
                until,
                serial);
    }
}
