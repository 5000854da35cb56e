package io.github.tucai;

import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.photo.Advice;
import io.github.tucai.photo.FinishedPhoto;
import io.github.tucai.photo.PhotoCheckResult;
import io.github.tucai.photo.Verdict;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What handing in a photo gave.
 *
 * @param verdict what counts: the check's, or REJECT where no product could be made of a photo that passed
 * @param record as it stands now
 * @param check of the photo as handed in
 * @param product of an accepted photo
 * @param productCheck of the product, where one was made
 * @param notFinished why no product could be made; empty where one was, or none was tried
 */
public record PhotoAnswer(
        Verdict verdict,
        CaptureRecord record,
        PhotoCheckResult check,
        Optional<FinishedPhoto> product,
        Optional<PhotoCheckResult> productCheck,
        List<Advice> notFinished) {
    public PhotoAnswer {
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(check, "check");
        Objects.requireNonNull(product, "product");
        Objects.requireNonNull(productCheck, "productCheck");
        notFinished = List.copyOf(notFinished);
    }
}
