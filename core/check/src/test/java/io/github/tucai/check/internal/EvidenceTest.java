package io.github.tucai.check.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.check.internal.Evidence.Form;
import io.github.tucai.check.internal.Evidence.Term;
import io.github.tucai.photo.MeasureId;
import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class EvidenceTest {
    private static final Evidence SIDEWAYS = new Evidence(
            new MeasureId("sideways"), -1, List.of(new Term(new MeasureId("head.yaw"), Form.SIZE, 0, 0.2)));

    @Property
    void bothSidesCountAlikeAndMoreSaysMore(
            @ForAll @DoubleRange(min = 0, max = 40) double yaw, @ForAll @DoubleRange(min = 0.1, max = 40) double more) {
        double there = SIDEWAYS.of(id -> OptionalDouble.of(yaw)).orElseThrow();
        assertThat(SIDEWAYS.of(id -> OptionalDouble.of(-yaw)).orElseThrow()).isEqualTo(there);
        assertThat(SIDEWAYS.of(id -> OptionalDouble.of(yaw + more)).orElseThrow())
                .isGreaterThan(there);
        assertThat(there).isBetween(0.0, 1.0);
    }

    @Test
    void withoutAMeasureThereIsNoEvidence() {
        assertThat(SIDEWAYS.of(id -> OptionalDouble.empty())).isEmpty();
    }

    @Test
    void theShippedWeightsPointTheWayTheyShould() {
        assertThat(Evidence.shipped())
                .extracting(evidence -> evidence.measure().value())
                .containsExactly("ears.hidden", "background.busy");
        for (Evidence evidence : Evidence.shipped()) {
            for (Term term : evidence.terms()) {
                boolean isSeenSkin = term.measure().value().equals("ears.least");
                assertThat(term.weight() > 0)
                        .as("%s of %s", evidence.measure(), term.measure())
                        .isNotEqualTo(isSeenSkin);
            }
        }
    }
}
