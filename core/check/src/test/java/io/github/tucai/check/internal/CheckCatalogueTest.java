package io.github.tucai.check.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.check.PhotoProfiles;
import io.github.tucai.failure.UndecodableImageException;
import io.github.tucai.photo.CheckId;
import io.github.tucai.photo.CheckRule;
import io.github.tucai.photo.Exemption;
import io.github.tucai.photo.PhotoProfile;
import io.github.tucai.photo.Severity;
import io.github.tucai.photo.Stage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CheckCatalogueTest {
    /** The catalogue's page: "natural-colour ISO, A2.3.1 advice: A (V when strong)". */
    private static final List<String> GRAVER_THAN_THEIR_FORCE = List.of("natural-colour");

    static List<String> profiles() {
        return PhotoProfiles.ids();
    }

    @Test
    void holdsFiftyEightChecksEachOnce() {
        assertThat(CheckCatalogue.shipped().ids()).hasSize(58).doesNotHaveDuplicates();
        assertThat(CheckCatalogue.shipped().ids().get(0)).hasToString("file-format");
        assertThat(CheckCatalogue.shipped().ids().get(57)).hasToString("duplicate");
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void noCheckIsMoreSevereThanTheForceOfItsClause(String id) {
        PhotoProfile profile = PhotoProfiles.get(id);
        for (Check check : CheckCatalogue.shipped().checks()) {
            CheckRule rule = profile.rules().get(check.id());
            if (rule == null || GRAVER_THAN_THEIR_FORCE.contains(check.id().value())) {
                continue;
            }
            severities(rule).forEach(severity -> assertThat(check.force().allows(severity))
                    .as("%s as %s", check.id(), severity)
                    .isTrue());
        }
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void theExceptionSendsToAPersonAndNeverRejects(String id) {
        CheckRule rule = PhotoProfiles.get(id).rules().get(new CheckId("natural-colour"));
        assertThat(rule).isNotNull();
        assertThat(severities(rule)).doesNotContain(Severity.REQUIRED).contains(Severity.ADVICE);
    }

    /** Every severity that a FAIL of the rule can have, in either stage, on either background, by any of its limits. */
    private static List<Severity> severities(CheckRule rule) {
        List<Severity> severities = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            severities.add(rule.severity(stage, true));
            severities.add(rule.severity(stage, false));
        }
        rule.limits().forEach(limit -> limit.severity().ifPresent(severities::add));
        return severities;
    }

    @Test
    void aMedicalExemptionIsAboutPoseGlassesAndWhatIsWorn() {
        assertThat(Exemption.MEDICAL)
                .containsExactlyInAnyOrderElementsOf(CheckCatalogue.shipped().checks().stream()
                        .filter(check -> Set.of("A2.3.2", "A2.3.3", "A2.3.4").contains(check.clause())
                                || check.id().value().equals("head-top-margin"))
                        .map(Check::id)
                        .toList());
    }

    @Test
    void theExceptionIsOfTheClauseThatGivesAdviceOnly() {
        assertThat(CheckCatalogue.shipped().checks())
                .filteredOn(check -> GRAVER_THAN_THEIR_FORCE.contains(check.id().value()))
                .allMatch(check -> check.force() == Force.ADVICE);
    }

    @ParameterizedTest
    @EnumSource(UndecodableImageException.Reason.class)
    void hasWordsForEveryFaultOfAFile(UndecodableImageException.Reason reason) {
        assertThat(CheckCatalogue.shipped().fault(reason).zhCn()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void everyGateSaysWhyInWordsOfItsOwn(String id) {
        CheckCatalogue catalogue = CheckCatalogue.shipped();
        PhotoProfiles.get(id).rules().values().stream()
                .flatMap(rule -> rule.gates().stream())
                .forEach(gate -> assertThat(catalogue.reason(gate.reason()))
                        .as(gate.reason())
                        .isNotEqualTo(catalogue.reason("not-measured")));
    }

    @Test
    void speaksBothLanguages() {
        for (Check check : CheckCatalogue.shipped().checks()) {
            assertThat(check.advice().advice().zhCn()).as("%s", check.id()).matches(".*\\p{IsHan}.*");
            assertThat(check.advice().advice().en()).as("%s", check.id()).doesNotContainPattern("\\p{IsHan}");
            assertThat(Arrays.asList(check.fine().zhCn(), check.fine().en())).doesNotContain("");
        }
    }

    @Test
    void whatSetsOffWhatNamesChecksAndNeverGoesInCircles() {
        assertThat(Telling.setsOff().keySet())
                .isSubsetOf(CheckCatalogue.shipped().ids());
        for (CheckId start : Telling.setsOff().keySet()) {
            Set<CheckId> reached = new HashSet<>();
            Deque<CheckId> open = new ArrayDeque<>(List.of(start));
            while (!open.isEmpty()) {
                for (CheckId next : Telling.setsOff().getOrDefault(open.remove(), Set.of())) {
                    if (reached.add(next)) {
                        open.add(next);
                    }
                }
            }
            assertThat(reached)
                    .doesNotContain(start)
                    .isSubsetOf(CheckCatalogue.shipped().ids());
        }
    }
}
