package io.github.tucai.print.internal;

import io.github.tucai.failure.TucaiException;
import io.github.tucai.proofing.ProofingFeedback;
import io.github.tucai.proofing.Satisfaction;
import io.github.tucai.spi.FeedbackForm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** The form of annex 3 on one A4 page. */
public final class PdfFeedbackForm implements FeedbackForm {
    private static final String TITLE = "电子图像校对反馈表";

    /** Uses the font that ships with this module. */
    public PdfFeedbackForm() {}

    @Override
    public String id() {
        return "pdf";
    }

    @Override
    public byte[] fill(ProofingFeedback feedback, Instant created, boolean fillable) {
        FontChain fonts = ShippedFonts.regular();
        FormTexts.check(feedback, fonts);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument();
                DocumentFonts regular = new DocumentFonts(document, fonts);
                DocumentFonts bold = new DocumentFonts(document, ShippedFonts.bold())) {
            DocumentFacts.set(document, TITLE, created, DocumentFacts.idOf(identity(feedback, fillable)));
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            Blanks blanks =
                    fillable ? new FillableBlanks(document, page, fonts, regular) : new InkBlanks(fonts, regular);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                new FeedbackPage(content, page, fonts, regular, bold, blanks).draw(TITLE, feedback);
            }
            document.save(bytes);
        } catch (IOException e) {
            throw new TucaiException("The feedback form cannot be written", e);
        }
        return bytes.toByteArray();
    }

    private static String identity(ProofingFeedback feedback, boolean fillable) {
        return String.join(
                "\n",
                feedback.unit(),
                feedback.addressee(),
                feedback.graduatingClass() + " " + feedback.pictures() + " " + fillable,
                feedback.received() + " " + feedback.signed(),
                feedback.photoQuality().map(Satisfaction::name) + " "
                        + feedback.centreWork().map(Satisfaction::name),
                feedback.opinions(),
                feedback.handler(),
                feedback.phone());
    }
}
