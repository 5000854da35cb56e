package io.github.tucai.check.internal;

import io.github.tucai.failure.UndecodableImageException;
import io.github.tucai.photo.Advice;
import io.github.tucai.photo.Answer;
import io.github.tucai.photo.CheckId;
import io.github.tucai.photo.CheckRule;
import io.github.tucai.photo.Declarations;
import io.github.tucai.photo.FileFacts;
import io.github.tucai.photo.Finding;
import io.github.tucai.photo.Gate;
import io.github.tucai.photo.Limit;
import io.github.tucai.photo.Measure;
import io.github.tucai.photo.Measurements;
import io.github.tucai.photo.Measures;
import io.github.tucai.photo.PhotoCheckResult;
import io.github.tucai.photo.PhotoProfile;
import io.github.tucai.photo.Region;
import io.github.tucai.photo.Severity;
import io.github.tucai.photo.Stage;
import io.github.tucai.photo.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Holds measurements to a profile. Pure: equal arguments give equal results, and every check of the catalogue is answered.
 *
 * <p>A REQUIRED check that nothing was measured for sends the photo to a person, unless the profile lists it among those
 * that may be unmeasured: an analyzer that knows less is never a way round a rule that the profile's author counted on.
 */
public final class PhotoJudge {
    private static final CheckId FILE_FORMAT = new CheckId("file-format");
    private static final CheckId GLASSES = new CheckId("glasses");
    private static final CheckId DUPLICATE = new CheckId("duplicate");
    private static final CheckId HEAD_ROLL = new CheckId("head-roll");

    private final CheckCatalogue catalogue;

    /** Over the shipped catalogue. */
    public PhotoJudge() {
        this.catalogue = CheckCatalogue.shipped();
    }

    /** The result for what was measured in one photo. */
    public PhotoCheckResult judge(
            Measurements measurements, PhotoProfile profile, Stage stage, Declarations declarations) {
        Facts facts = Facts.of(measurements, profile, stage, declarations);
        Case photo = new Case(facts, profile, stage, declarations);
        List<Assessment> assessments =
                catalogue.checks().stream().map(check -> assess(check, photo)).toList();
        return result(assessments, measurements, profile, stage);
    }

    /** The result for a file that holds no picture: a finding like any other, REJECT, everything else SKIPPED. */
    public PhotoCheckResult undecodable(
            UndecodableImageException fault, Measurements.Builder empty, PhotoProfile profile, Stage stage) {
        List<Assessment> assessments = new ArrayList<>();
        for (Check check : catalogue.checks()) {
            assessments.add(
                    check.id().equals(FILE_FORMAT)
                            ? unreadable(check, fault)
                            : skipped(check, severity(check, profile, stage), "undecodable", true, null));
        }
        return result(assessments, empty.build(), profile, stage);
    }

    private PhotoCheckResult result(
            List<Assessment> assessments, Measurements measurements, PhotoProfile profile, Stage stage) {
        Verdict verdict = assessments.stream()
                .map(assessment -> assessment.verdict(profile.unsureReviewAccepted()))
                .max(Comparator.naturalOrder())
                .orElse(Verdict.ACCEPT);
        List<Finding> told =
                catalogue
                        .instructions()
                        .oneAnAxis(Telling.inOrder(assessments, profile.unsureReviewAccepted()))
                        .stream()
                        .map(Assessment::finding)
                        .toList();
        Map<CheckId, Finding> inTheirWords =
                told.stream().collect(Collectors.toMap(Finding::check, Function.identity()));
        List<Finding> findings = assessments.stream()
                .map(Assessment::finding)
                .map(finding -> inTheirWords.getOrDefault(finding.check(), finding))
                .toList();
        return new PhotoCheckResult(profile.id(), profile.digest(), stage, verdict, findings, told, measurements);
    }

    private Assessment assess(Check check, Case photo) {
        Severity severity = severity(check, photo.profile, photo.stage);
        CheckRule rule = photo.profile.rules().get(check.id());
        if (photo.declarations.exempt().contains(check.id())) {
            return skipped(check, severity, "exempt", true, null);
        }
        if (rule == null || rule.limits().isEmpty()) {
            return skipped(check, severity, "no-rule", true, null);
        }
        if (check.needsFace() && photo.hasNoFace()) {
            return skipped(check, severity, "no-face", false, null);
        }
        if (check.needsFace() && photo.isTurned() && !check.id().equals(HEAD_ROLL)) {
            return skipped(check, severity, "picture-turned", false, null);
        }
        List<Limit> limits = rule.limits().stream()
                .filter(limit -> limit.appliesTo(photo.stage, photo.filled()))
                .toList();
        if (limits.isEmpty()) {
            return skipped(check, severity, "not-applicable", true, null);
        }
        Measure first = photo.facts.find(limits.get(0).measure()).orElse(null);
        for (Gate gate : rule.gates()) {
            Optional<Measure> measure = photo.facts.find(gate.measure());
            if (measure.isPresent() && !gate.isOpen(measure.get().value())) {
                return skipped(check, severity, gate.reason(), gate.excused(), first);
            }
        }
        if (check.id().equals(GLASSES)
                && photo.declarations.wearsGlassesUsually().isEmpty()) {
            return skipped(check, severity, "not-declared", true, first);
        }
        return hold(check, severity, limits, photo, first);
    }

    private Assessment hold(Check check, Severity severity, List<Limit> limits, Case photo, @Nullable Measure first) {
        List<Held> held = new ArrayList<>();
        boolean missing = false;
        for (Limit limit : limits) {
            Optional<Held> one = Held.of(limit, severity, photo.facts);
            one.ifPresent(held::add);
            missing |= one.isEmpty() && !limit.optional();
        }
        Optional<Held> gravest = held.stream().min(Held.GRAVEST);
        if (gravest.isEmpty() || (missing && gravest.get().answer() != Answer.FAIL)) {
            String reason = check.id().equals(DUPLICATE) ? "no-store" : photo.whyNotMeasured();
            boolean excused = photo.profile.mayBeUnmeasured().contains(check.id());
            return skipped(check, severity, reason, excused, first);
        }
        if (check.id().equals(GLASSES)
                && !photo.declarations.wearsGlassesUsually().orElse(true)) {
            return answered(
                    check,
                    gravest.get(),
                    photo,
                    Answer.PASS,
                    Math.max(50, gravest.get().score()));
        }
        return answered(
                check,
                gravest.get(),
                photo,
                gravest.get().answer(),
                gravest.get().score());
    }

    private Assessment answered(Check check, Held held, Case photo, Answer answer, double score) {
        Words words = words(check, held, photo, answer);
        return new Assessment(
                new Finding(
                        check.id(),
                        answer,
                        OptionalDouble.of(score),
                        OptionalDouble.of(held.measure().value()),
                        held.measure().unit(),
                        Held.text(held.limit()),
                        held.severity(),
                        held.measure().region(),
                        check.clause(),
                        words.advice(),
                        answer == Answer.UNSURE ? "near-limit" : ""),
                words,
                false);
    }

    private Words words(Check check, Held held, Case photo, Answer answer) {
        if (answer == Answer.PASS) {
            return Words.of(check.fine());
        }
        @Nullable Words said = check.said().get(held.measure().id());
        if (said != null) {
            return said.saying(photo.facts.says(held.measure().id()));
        }
        if (isTurned(held.measure())) {
            return Words.of(catalogue.turned());
        }
        if (held.isBelow()) {
            return check.below().orElse(check.advice());
        }
        return held.isAbove() ? check.above().orElse(check.advice()) : check.advice();
    }

    private Assessment skipped(
            Check check, Severity severity, String reason, boolean excused, @Nullable Measure measure) {
        Region region = measure == null ? null : measure.region();
        return new Assessment(
                new Finding(
                        check.id(),
                        Answer.SKIPPED,
                        OptionalDouble.empty(),
                        measure == null ? OptionalDouble.empty() : OptionalDouble.of(measure.value()),
                        measure == null ? "" : measure.unit(),
                        "",
                        severity,
                        region,
                        check.clause(),
                        catalogue.reason(reason),
                        reason),
                Words.of(catalogue.reason(reason)),
                excused);
    }

    private Assessment unreadable(Check check, UndecodableImageException fault) {
        Advice advice = fault.advice().orElseGet(() -> catalogue.fault(fault.reason()));
        return new Assessment(
                new Finding(
                        check.id(),
                        Answer.FAIL,
                        OptionalDouble.of(0),
                        OptionalDouble.empty(),
                        "",
                        "",
                        Severity.REQUIRED,
                        null,
                        check.clause(),
                        advice,
                        CheckCatalogue.code(fault.reason())),
                Words.of(advice),
                false);
    }

    private static boolean isTurned(Measure measure) {
        return measure.id().equals(Measures.HEAD_ROLL) && Head.isTurned(measure.value());
    }

    /** A check the profile has no rule for is kept for the record only. */
    private static Severity severity(Check check, PhotoProfile profile, Stage stage) {
        CheckRule rule = profile.rules().get(check.id());
        return rule == null
                ? Severity.INFO
                : rule.severity(stage, profile.product().background().isPresent());
    }

    /** One photo before the judge. */
    private record Case(Facts facts, PhotoProfile profile, Stage stage, Declarations declarations) {
        boolean filled() {
            return profile.product().background().isPresent();
        }

        boolean hasNoFace() {
            return facts.find(Measures.FACE_COUNT)
                    .map(count -> count.value() < 1)
                    .orElse(false);
        }

        /** Upside down or on its side. */
        boolean isTurned() {
            return facts.find(Measures.HEAD_ROLL).map(PhotoJudge::isTurned).orElse(false);
        }

        String whyNotMeasured() {
            if (hasNoFace()) {
                return "no-face";
            }
            return isTurned() ? "picture-turned" : "not-measured";
        }
    }

    /** Where nothing could be measured. */
    public static Measurements.Builder nothingMeasured(String analyzer, String version, int sizeBytes) {
        return Measurements.builder(analyzer, version, FileFacts.undecodable(sizeBytes));
    }
}
