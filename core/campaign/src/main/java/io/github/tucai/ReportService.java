package io.github.tucai;

import io.github.tucai.answer.Actor;
import io.github.tucai.answer.Outcome;
import io.github.tucai.campaign.internal.answer.Refusals;
import io.github.tucai.campaign.internal.capture.Permissions;
import io.github.tucai.campaign.internal.view.RowQueries;
import io.github.tucai.school.SchoolCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Counts for schools and the centre. Safe for concurrent use. */
public final class ReportService {
    private final Engine engine;

    ReportService(Engine engine) {
        this.engine = engine;
    }

    /** How far a school is. */
    public Outcome<Coverage> coverage(Actor actor, SchoolCode code) {
        if (!Permissions.isSchoolOrCentre(code, actor)) {
            return Outcome.refused(Refusals.notYours());
        }
        return coverages(Optional.of(code)).stream()
                .findFirst()
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Refusals.unknownSchool()));
    }

    /** How far every school is, by code; for the centre. */
    public Outcome<List<Coverage>> coverage(Actor actor) {
        return actor instanceof Actor.Centre
                ? Outcome.done(coverages(Optional.empty()))
                : Outcome.refused(Refusals.notYours());
    }

    private List<Coverage> coverages(Optional<SchoolCode> which) {
        return engine.ledger().snapshot(work -> {
            Map<String, RowQueries.Counts> counts = work.counts(which);
            return work.registered(which).stream()
                    .map(school ->
                            coverage(school, counts.getOrDefault(school.code().value(), RowQueries.Counts.NONE)))
                    .toList();
        });
    }

    private static Coverage coverage(RowQueries.SchoolLine school, RowQueries.Counts counts) {
        return new Coverage(
                school.code(),
                school.expected().map(OptionalInt::of).orElse(OptionalInt.empty()),
                counts.presented(),
                counts.accepted(),
                counts.retake(),
                counts.inReview(),
                counts.locked(),
                counts.delivered(),
                counts.refused(),
                counts.unreadable());
    }
}
