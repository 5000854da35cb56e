package io.github.tucai.print.internal;

import io.github.tucai.proofing.Satisfaction;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** How the answers get onto a form: as ink, or as fields. */
interface Blanks {
    /**
     * A short answer.
     *
     * @param field names it in messages and in the form
     * @param text empty for none
     * @param place where
     */
    void line(PDPageContentStream content, Field field, String text, FormRect place) throws IOException;

    /** A long answer. */
    void area(PDPageContentStream content, Field field, String text, FormRect place) throws IOException;

    /** One of the three levels; the boxes are drawn already. */
    void choice(
            PDPageContentStream content, Field field, Optional<Satisfaction> chosen, Map<Satisfaction, FormRect> boxes)
            throws IOException;

    /**
     * A blank.
     *
     * @param id stable name of the form field
     * @param label for people who hear the form instead of seeing it
     */
    record Field(String id, String label) {}
}
