package io.github.tucai.print.internal;

import io.github.tucai.failure.TucaiException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Pages as pictures, for screens. */
public final class PagePictures {
    private PagePictures() {}

    /**
     * Writes a PNG.
     *
     * @param page from 1
     * @param dpi 36 to 600
     */
    public static void write(Path document, int page, int dpi, Path png) {
        if (dpi < 36 || dpi > 600) {
            throw new IllegalArgumentException("dpi must be 36 to 600, got " + dpi);
        }
        try (PDDocument pdf = Loader.loadPDF(document.toFile())) {
            if (page < 1 || page > pdf.getNumberOfPages()) {
                throw new IllegalArgumentException("page must be 1 to " + pdf.getNumberOfPages() + ", got " + page);
            }
            BufferedImage image = new PDFRenderer(pdf).renderImageWithDPI(page - 1, dpi, ImageType.RGB);
            if (!ImageIO.write(image, "png", png.toFile())) {
                throw new TucaiException("This platform writes no PNG");
            }
        } catch (IOException e) {
            throw new TucaiException("The picture " + png.getFileName() + " cannot be made", e);
        }
    }
}
