package io.github.tucai;

import io.github.tucai.photo.Advice;
import io.github.tucai.photo.CheckId;
import io.github.tucai.photo.Declarations;
import io.github.tucai.photo.Finding;
import io.github.tucai.photo.FinishedPhoto;
import io.github.tucai.photo.Measurements;
import io.github.tucai.photo.PhotoCheckResult;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.photo.PictureHash;
import io.github.tucai.photo.Severity;
import io.github.tucai.photo.Stage;
import io.github.tucai.photo.Verdict;
import io.github.tucai.spi.UsedPhotos;
import java.util.List;
import java.util.Optional;

/**
 * Making the product of a photo: the one road, whether checks or a person accepted it.
 *
 * @param product empty where none could be made, or it breaks a rule
 * @param check of the product, where one was made
 * @param faults why there is none
 */
record Making(Optional<FinishedPhoto> product, Optional<PhotoCheckResult> check, List<Advice> faults) {
    private static final UsedPhotos NOTHING = (digest, hash) -> PictureHash.BITS;

    /**
     * Finishes and checks.
     *
     * @param measured in this photo
     * @param seen checks whose failure a person saw and accepted
     */
    static Making of(
            Engine engine, PhotoImage photo, Measurements measured, Declarations declarations, List<CheckId> seen) {
        return engine.maker()
                .make(photo, measured, engine.profile().product())
                .fold(
                        done -> checked(engine, done.photo(), declarations, seen),
                        impossible -> new Making(Optional.empty(), Optional.empty(), impossible.reasons()));
    }

    /** The same for a photo that was checked some time ago, and has to be measured again. */
    static Making again(Engine engine, PhotoImage photo, Declarations declarations, List<CheckId> seen) {
        PhotoCheckResult check = engine.checker().check(photo, Stage.SUBMISSION, declarations, NOTHING);
        return of(engine, photo, check.measurements(), declarations, seen);
    }

    private static Making checked(Engine engine, FinishedPhoto made, Declarations declarations, List<CheckId> seen) {
        // A crop is another picture than any that was handed in: there is nothing to compare it with.
        PhotoCheckResult check = engine.checker().check(made.product(), Stage.PRODUCT, declarations, NOTHING);
        List<Finding> faults = check.failures().stream()
                .filter(f -> f.severity() == Severity.REQUIRED && !seen.contains(f.check()))
                .toList();
        boolean breaksRule = check.verdict() == Verdict.REJECT && (seen.isEmpty() || !faults.isEmpty());
        return breaksRule
                ? new Making(
                        Optional.empty(),
                        Optional.of(check),
                        faults.stream().map(Finding::advice).toList())
                : new Making(Optional.of(made), Optional.of(check), List.of());
    }
}
