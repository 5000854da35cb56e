package io.github.tucai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlineCommandTest {
    @ParameterizedTest
    @CsvSource({
        "2024-04-03, 2024-05-06",
        "2024-04-16, 2024-05-15",
        "2024-05-08, 2024-06-04",
        "2024-05-20, 2024-06-18",
        "2024-09-10, 2024-10-14",
        "2025-01-10, 2025-02-13",
        "2025-09-15, 2025-10-17",
        "2026-02-05, 2026-03-11",
        "2026-04-20, 2026-05-20",
        "2026-09-10, 2026-10-14",
    })
    void twentyWorkingDaysEndWhereTheCalendarsSay(String start, String due) {
        JsonNode deadline = Cli.run("deadline", start).isDone().json().get(0);

        assertThat(deadline.path("start").asText()).isEqualTo(start);
        assertThat(deadline.path("due").asText()).isEqualTo(due);
        assertThat(deadline.path("workingDays").asInt()).isEqualTo(20);
        assertThat(deadline.path("provisional").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"2023-12-31, 251, 2024-12-31", "2024-12-31, 248, 2025-12-31", "2025-12-31, 248, 2026-12-31"})
    void aYearHasAsManyWorkingDaysAsItsPaperSays(String before, int days, String last) {
        JsonNode deadline =
                Cli.run("deadline", before, "--working-days", days).json().get(0);

        assertThat(deadline.path("due").asText()).isEqualTo(last);
    }

    @Test
    void saysWhichDaysCountedOtherwiseThanTheWeekSays() {
        JsonNode deadline = Cli.run("deadline", "2024-04-03").json().get(0);

        assertThat(deadline.path("holidays"))
                .extracting(JsonNode::asText)
                .containsExactly("2024-04-04", "2024-04-05", "2024-05-01", "2024-05-02", "2024-05-03");
        assertThat(deadline.path("madeUp")).extracting(JsonNode::asText).containsExactly("2024-04-07", "2024-04-28");
    }

    @Test
    void aYearWithoutCalendarIsProvisionalAndSaysSo() {
        Cli.Run run = Cli.run("deadline", "2027-03-01").ends(ExitStatus.DONE);

        assertThat(run.json().get(0).path("provisional").asBoolean()).isTrue();
        assertThat(run.json().get(0).path("uncovered")).isNotEmpty();
        assertThat(run.err()).contains("Provisional");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deadline",
                "deadline 2024-13-01",
                "deadline soon",
                "deadline 2024-04-03 --working-days 0",
                "deadline 2024-04-03 --working-days 5001",
                "deadline 2024-04-03 --working-days x"
            })
    void wrongUsageIsStatusTwo(String line) {
        assertThat(Cli.run((Object[]) line.split(" ")).ends(ExitStatus.USAGE).out())
                .isEmpty();
    }

    @Test
    void aMissingCalendarFileIsNamed() {
        assertThat(Cli.run("deadline", "2027-03-01", "--calendar", "none.json")
                        .ends(ExitStatus.FAILURE)
                        .err())
                .contains("none.json");
    }
}
