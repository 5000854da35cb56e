package io.github.tucai.print.pdf;

import io.github.tucai.print.internal.PagePictures;
import io.github.tucai.print.internal.PdfFeedbackForm;
import io.github.tucai.print.internal.PdfPrintLayout;
import io.github.tucai.spi.FeedbackForm;
import io.github.tucai.spi.PrintLayout;
import java.nio.file.Path;
import java.util.List;

/** Prints and forms as PDF. */
public final class PdfPrint {
    private PdfPrint() {}

    /** A layout with the font that ships with the module. */
    public static PrintLayout layout() {
        return new PdfPrintLayout();
    }

    /**
     * A layout that shows what the shipped font lacks in further ones.
     *
     * @param furtherFonts TrueType files, in order of preference
     */
    public static PrintLayout layout(List<Path> furtherFonts) {
        return new PdfPrintLayout(furtherFonts);
    }

    /** The proofing feedback form. */
    public static FeedbackForm feedbackForm() {
        return new PdfFeedbackForm();
    }

    /**
     * Renders one page of a document as PNG, cut contours included.
     *
     * @param page from 1
     * @param dpi 36 to 600
     * @throws io.github.tucai.failure.TucaiException if the document cannot be read or the picture not written
     */
    public static void picture(Path document, int page, int dpi, Path png) {
        PagePictures.write(document, page, dpi, png);
    }
}
