package io.github.tucai.spi;

import io.github.tucai.proofing.ProofingFeedback;
import java.time.Instant;

/**
 * Makes the proofing feedback form (A3).
 *
 * @implSpec Safe for concurrent use; equal arguments give equal bytes.
 */
public interface FeedbackForm extends Plugin {
    /**
     * Fills the form.
     *
     * @param created the document's date
     * @param fillable whether the blanks are fields that a PDF reader can fill; otherwise they are lines to write on
     * @return a PDF of one A4 page
     * @throws IllegalArgumentException if a text has a character no font has, or does not fit; names the field
     */
    byte[] fill(ProofingFeedback feedback, Instant created, boolean fillable);
}
