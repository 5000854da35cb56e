package io.github.tucai.check.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.check.PhotoProfiles;
import io.github.tucai.contract.Clause;
import io.github.tucai.photo.Advice;
import io.github.tucai.photo.Answer;
import io.github.tucai.photo.Declarations;
import io.github.tucai.photo.Finding;
import io.github.tucai.photo.MeasureId;
import io.github.tucai.photo.Measurements;
import io.github.tucai.photo.Measures;
import io.github.tucai.photo.PhotoCheckResult;
import io.github.tucai.photo.PhotoProfile;
import io.github.tucai.photo.Stage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** No answer sends anybody both ways, whatever was measured. */
class OneInstructionProperties {
    private final PhotoJudge judge = new PhotoJudge();

    @Property(tries = 1000)
    @Clause("A2.3")
    void noAnswerSendsBothWays(
            @ForAll("profiles") PhotoProfile profile, @ForAll("extremes") Measurements measured, @ForAll Stage stage) {
        PhotoCheckResult result = judge.judge(measured, profile, stage, Declarations.NONE.withGlasses(true));
        List<Advice> told = result.told().stream().map(Finding::advice).toList();
        for (Opposites opposites : Opposites.ALL) {
            assertThat(opposites.areBothIn(told))
                    .as("%s in %s", opposites, told)
                    .isFalse();
        }
        // The list of all checks says the same as the list of what is told.
        assertThat(result.findings().stream()
                        .filter(finding -> finding.answer() == Answer.FAIL || finding.answer() == Answer.UNSURE)
                        .map(Finding::advice))
                .containsExactlyInAnyOrderElementsOf(told);
    }

    @Property(tries = 1000)
    void noFrameSendsBothWays(@ForAll("profiles") PhotoProfile profile, @ForAll("extremes") Measurements measured) {
        PhotoCheckResult frame = judge.judge(measured, profile, Stage.SUBMISSION, Declarations.NONE.withGlasses(true));
        List<Advice> cues =
                LiveCues.of(frame).values().stream().map(LiveCues.Cue::words).toList();
        for (Opposites opposites : Opposites.ALL) {
            assertThat(opposites.areBothIn(cues))
                    .as("%s in %s", opposites, cues)
                    .isFalse();
        }
    }

    @Provide
    static Arbitrary<PhotoProfile> profiles() {
        return Arbitraries.of(PhotoProfiles.ids()).map(PhotoProfiles::get);
    }

    /** Each measure good, anything its range allows, at either end of its range or not taken. */
    @Provide
    static Arbitrary<Measurements> extremes() {
        List<MeasureId> ids = new ArrayList<>(Measures.all().keySet());
        Map<MeasureId, Double> good = Photos.good();
        Arbitrary<List<Double>> picks =
                Arbitraries.doubles().between(0, 1).list().ofSize(ids.size());
        Arbitrary<List<Integer>> ways = Arbitraries.frequency(
                        Tuple.of(6, 0), Tuple.of(3, 1), Tuple.of(1, 2), Tuple.of(1, 3), Tuple.of(1, 4))
                .list()
                .ofSize(ids.size());
        return Combinators.combine(picks, ways).as((values, how) -> {
            Map<MeasureId, Double> measured = new LinkedHashMap<>();
            for (int i = 0; i < ids.size(); i++) {
                MeasureId id = ids.get(i);
                Measures.Definition range = Measures.definition(id).orElseThrow();
                double least = Math.max(range.least(), -200);
                double most = Math.min(range.most(), 2000);
                switch (how.get(i)) {
                    case 0 -> measured.put(id, good.getOrDefault(id, 0.0));
                    case 1 -> measured.put(id, least + values.get(i) * (most - least));
                    case 2 -> measured.put(id, least);
                    case 3 -> measured.put(id, most);
                    default -> {}
                }
            }
            return Photos.measured(Photos.FILE, measured);
        });
    }
}
