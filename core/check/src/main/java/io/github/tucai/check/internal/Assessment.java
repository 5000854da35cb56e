package io.github.tucai.check.internal;

import io.github.tucai.photo.Advice;
import io.github.tucai.photo.Answer;
import io.github.tucai.photo.Finding;
import io.github.tucai.photo.Severity;
import io.github.tucai.photo.Verdict;

/**
 * A finding with what only the verdict and the other findings need to know.
 *
 * @param finding the answer
 * @param words the finding's, with the direction in which they send
 * @param excused whether a SKIPPED leaves the verdict alone
 */
record Assessment(Finding finding, Words words, boolean excused) {
    /** The same answer in other words. */
    Assessment saying(Words other) {
        Finding said = new Finding(
                finding.check(),
                finding.answer(),
                finding.score(),
                finding.value(),
                finding.unit(),
                finding.limit(),
                finding.severity(),
                finding.region(),
                finding.clause(),
                other.advice(),
                finding.reason());
        return new Assessment(said, other, excused);
    }

    /** The same answer in words that tell no direction. */
    Assessment saying(Advice other) {
        return saying(Words.of(other));
    }

    /** What this answer alone makes of the photo. */
    Verdict verdict(boolean unsureReviewAccepted) {
        return verdict(finding.answer(), finding.severity(), excused, unsureReviewAccepted);
    }

    static Verdict verdict(Answer answer, Severity severity, boolean excused, boolean unsureReviewAccepted) {
        return switch (answer) {
            case PASS -> Verdict.ACCEPT;
            case FAIL -> onFail(severity);
            case UNSURE ->
                severity == Severity.REQUIRED || (severity == Severity.REVIEW && !unsureReviewAccepted)
                        ? Verdict.REVIEW
                        : Verdict.ACCEPT;
            case SKIPPED -> severity == Severity.REQUIRED && !excused ? Verdict.REVIEW : Verdict.ACCEPT;
        };
    }

    private static Verdict onFail(Severity severity) {
        return switch (severity) {
            case REQUIRED -> Verdict.REJECT;
            case REVIEW -> Verdict.REVIEW;
            case ADVICE, INFO -> Verdict.ACCEPT;
        };
    }
}
