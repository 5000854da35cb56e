package io.github.tucai.print.internal;

import io.github.tucai.proofing.ProofingFeedback;
import java.util.OptionalInt;

/** Refuses a form whose texts the fonts cannot show. */
final class FormTexts {
    private FormTexts() {}

    static void check(ProofingFeedback feedback, FontChain fonts) {
        check("unit", feedback.unit(), fonts);
        check("addressee", feedback.addressee(), fonts);
        check("opinions", feedback.opinions().replace("\n", ""), fonts);
        check("handler", feedback.handler(), fonts);
        check("phone", feedback.phone(), fonts);
    }

    private static void check(String field, String text, FontChain fonts) {
        OptionalInt missing = fonts.missing(text);
        if (missing.isPresent()) {
            throw new IllegalArgumentException(field + ": " + FontChain.describe(missing.getAsInt()));
        }
    }
}
