package io.github.tucai.print.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/** The fonts of one document: loaded when first used, embedded as subsets when it is saved. */
final class DocumentFonts implements AutoCloseable {
    private final PDDocument document;
    private final FontChain chain;
    private final @Nullable PDFont[] loaded;
    private final List<TrueTypeFont> open = new ArrayList<>();

    DocumentFonts(PDDocument document, FontChain chain) {
        this.document = document;
        this.chain = chain;
        loaded = new PDFont[chain.faces().size()];
    }

    /**
     * Draws a text, each run by one operator.
     *
     * @param narrowing horizontal scale, 1 for none
     */
    void draw(PDPageContentStream page, String text, double sizePt, double narrowing, double xPt, double yPt)
            throws IOException {
        double x = xPt;
        double fromX = 0;
        double fromY = 0;
        page.beginText();
        page.setHorizontalScaling((float) (100 * narrowing));
        for (FontChain.Run run : chain.runs(text)) {
            page.setFont(font(run.face()), (float) sizePt);
            page.newLineAtOffset((float) (x - fromX), (float) (yPt - fromY));
            page.showText(run.text());
            fromX = x;
            fromY = yPt;
            x += run.widthEm() * sizePt * narrowing;
        }
        page.endText();
    }

    private PDFont font(int face) throws IOException {
        PDFont font = loaded[face];
        if (font == null) {
            TrueTypeFont copy = chain.faces().get(face).open();
            open.add(copy);
            font = PDType0Font.load(document, copy, true);
            loaded[face] = font;
        }
        return font;
    }

    @Override
    public void close() throws IOException {
        for (TrueTypeFont font : open) {
            font.close();
        }
    }
}
