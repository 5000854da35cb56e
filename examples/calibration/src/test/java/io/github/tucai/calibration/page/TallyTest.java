package io.github.tucai.calibration.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.photo.Answer;
import org.junit.jupiter.api.Test;

class TallyTest {
    @Test
    void countsAnswersByKind() {
        Tally tally = new Tally();
        tally.add("SCREEN", Answer.FAIL);
        tally.add("CONTROL", Answer.PASS);
        tally.add("SCREEN", Answer.FAIL);
        tally.add("SCREEN", Answer.SKIPPED);
        assertThat(tally.table("kind")).isEqualTo("""
                        | kind | PASS | UNSURE | FAIL | SKIPPED |
                        |---|---|---|---|---|
                        | CONTROL | 1 | 0 | 0 | 0 |
                        | SCREEN | 0 | 0 | 2 | 1 |
                        """);
    }
}
