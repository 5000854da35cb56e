package io.github.tucai.proofing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ProofingFeedbackTest {
    @Test
    void whatIsNotAnsweredStaysBlank() {
        ProofingFeedback feedback = ProofingFeedback.of("示例大学", 2025, 12).build();
        assertThat(feedback.photoQuality()).isEmpty();
        assertThat(feedback.opinions()).isEmpty();
    }

    @Test
    void refusesADateOfSigningBeforeTheReceipt() {
        assertThatThrownBy(() -> ProofingFeedback.of("示例大学", 2025, 12)
                        .received(LocalDate.of(2024, 6, 3))
                        .signed(LocalDate.of(2024, 6, 2))
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2024-06-02 before 2024-06-03");
    }

    @Test
    void namesNobodyInItsText() {
        assertThat(ProofingFeedback.of("示例大学", 2025, 12)
                        .handler("王老师")
                        .phone("0000-555")
                        .build()
                        .toString())
                .doesNotContain("王", "555");
    }
}
