package io.github.tucai;

import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.photo.Answer;
import io.github.tucai.photo.CheckId;
import io.github.tucai.photo.Declarations;
import io.github.tucai.photo.Finding;
import io.github.tucai.photo.FinishedPhoto;
import io.github.tucai.photo.PhotoCheckResult;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.photo.Severity;
import io.github.tucai.photo.Stage;
import io.github.tucai.photo.Verdict;
import io.github.tucai.spi.UsedPhotos;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Checking one photo, and finishing it where it passes, before anything is recorded.
 *
 * @param making of a photo that passed the check
 */
record Trial(PhotoCheckResult check, Optional<Making> making) {
    private static final CheckId FINISHING = new CheckId("finishing");

    static Trial of(Engine engine, PhotoImage photo, Declarations declarations, UsedPhotos used) {
        PhotoCheckResult check = engine.checker().check(photo, Stage.SUBMISSION, declarations, used);
        return new Trial(
                check,
                check.verdict() == Verdict.ACCEPT
                        ? Optional.of(Making.of(engine, photo, check.measurements(), declarations, List.of()))
                        : Optional.empty());
    }

    /** The check's, or REJECT where no product could be made of a photo that passed. */
    Verdict verdict() {
        boolean failed = making.isPresent() && product().isEmpty();
        return failed ? Verdict.REJECT : check.verdict();
    }

    Optional<FinishedPhoto> product() {
        return making.flatMap(Making::product);
    }

    /** Of the photo, and of its product where one was made. */
    List<PhotoCheckResult> checks() {
        return Stream.concat(Stream.of(check), making.flatMap(Making::check).stream())
                .toList();
    }

    /** The checks that decided; where only finishing failed, that. */
    List<CheckId> faults() {
        if (verdict() == Verdict.ACCEPT) {
            return List.of();
        }
        return check.verdict() == Verdict.ACCEPT
                ? List.of(FINISHING)
                : check.findings().stream()
                        .filter(f -> f.answer() == Answer.FAIL || f.answer() == Answer.UNSURE)
                        .filter(f -> f.severity() == Severity.REQUIRED || f.severity() == Severity.REVIEW)
                        .map(Finding::check)
                        .toList();
    }

    PhotoAnswer answer(CaptureRecord record) {
        return new PhotoAnswer(
                verdict(),
                record,
                check,
                product(),
                making.flatMap(Making::check),
                making.map(Making::faults).orElse(List.of()));
    }
}
