/** The default layout of paper prints and the proofing form, as PDF. */
module io.github.tucai.print {
    requires static transitive org.jspecify;
    requires transitive io.github.tucai.api;
    requires java.desktop;
    requires org.apache.fontbox;
    requires org.apache.pdfbox;
    requires org.apache.pdfbox.io;
    requires org.slf4j;

    exports io.github.tucai.print.pdf;

    provides io.github.tucai.spi.FeedbackForm with
            io.github.tucai.print.internal.PdfFeedbackForm;
    provides io.github.tucai.spi.PrintLayout with
            io.github.tucai.print.internal.PdfPrintLayout;
}
