package io.github.tucai.print.internal;

import io.github.tucai.photo.ImageDigest;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.photo.Rgb;
import io.github.tucai.print.Box;
import io.github.tucai.print.Placement;
import io.github.tucai.print.PrintField;
import io.github.tucai.print.PrintItem;
import io.github.tucai.print.PrintJob;
import io.github.tucai.print.PrintPhotos;
import io.github.tucai.print.SeparatorCard;
import io.github.tucai.print.SheetPlan;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;

/** Writes planned sheets as one document. Every photo is embedded once, as the JPEG it is, and shown for each of its prints. */
final class SheetWriter implements AutoCloseable {
    // Beyond it PDFBox keeps streams in a temporary file, so that a large school needs no large heap.
    private static final long MEMORY_BYTES = 64L << 20;
    private static final double HAIRLINE_PT = 0.25;
    private static final double HEADING_PT = 8;
    private static final double HEADING_SPACE_MM = 8;

    private final PrintJob job;
    private final List<InformationText.Block> blocks;
    private final PrintPhotos photos;
    private final FontChain chain;
    private final PDDocument document;
    private final DocumentFonts fonts;
    private final Layers layers;
    private final Map<ImageDigest, PDImageXObject> images = new HashMap<>();

    /**
     * Starts a document.
     *
     * @param blocks one per item of the job
     */
    SheetWriter(PrintJob job, List<InformationText.Block> blocks, PrintPhotos photos, FontChain chain)
            throws IOException {
        this.job = job;
        this.blocks = blocks;
        this.photos = photos;
        this.chain = chain;
        document = new PDDocument(MemoryUsageSetting.setupMixed(MEMORY_BYTES).streamCache);
        fonts = new DocumentFonts(document, chain);
        layers = new Layers(document);
    }

    void write(List<SheetPlan> sheets, OutputStream out) throws IOException {
        DocumentFacts.set(document, "Photo prints", job.created(), DocumentFacts.idOf(job));
        for (SheetPlan sheet : sheets) {
            writeSheet(sheet, sheets.size());
        }
        document.save(out);
    }

    private void writeSheet(SheetPlan sheet, int of) throws IOException {
        PDPage page = new PDPage(new PDRectangle(
                (float) Millimetres.toPoints(sheet.widthMm()), (float) Millimetres.toPoints(sheet.heightMm())));
        document.addPage(page);
        try (PDPageContentStream content =
                new PDPageContentStream(document, page, PDPageContentStream.AppendMode.OVERWRITE, true)) {
            layer(content, layers.prints(), () -> writePrints(content, sheet));
            layer(content, layers.marks(), () -> writeHeading(content, sheet, of));
            layer(content, layers.contour(), () -> writeContours(content, sheet));
        }
    }

    private interface Drawing {
        void draw() throws IOException;
    }

    private static void layer(PDPageContentStream content, PDOptionalContentGroup layer, Drawing drawing)
            throws IOException {
        content.beginMarkedContent(COSName.OC, layer);
        content.saveGraphicsState();
        drawing.draw();
        content.restoreGraphicsState();
        content.endMarkedContent();
    }

    private void writePrints(PDPageContentStream content, SheetPlan sheet) throws IOException {
        Optional<Rgb> background = job.profile().background();
        if (background.isPresent() && job.profile().bleedMm() > 0) {
            for (Placement placement : sheet.placements()) {
                writeBleed(content, sheet, placement.image(), background.get());
            }
        }
        for (Placement placement : sheet.placements()) {
            PDImageXObject image = image(placement.item().photo());
            Rect rect = Rect.of(placement.image(), sheet);
            content.drawImage(image, rect.x(), rect.y(), rect.width(), rect.height());
        }
        content.setNonStrokingColor(0f);
        for (Placement placement : sheet.placements()) {
            writeInformation(content, sheet, placement);
        }
        for (SeparatorCard card : sheet.cards()) {
            writeCard(content, sheet, card);
        }
    }

    /** Beside and above the image only: below it the information follows, on white. */
    private void writeBleed(PDPageContentStream content, SheetPlan sheet, Box image, Rgb colour) throws IOException {
        double bleed = job.profile().bleedMm();
        Rect rect = Rect.of(
                new Box(
                        image.xMm() - bleed,
                        image.yMm() - bleed,
                        image.widthMm() + 2 * bleed,
                        image.heightMm() + bleed),
                sheet);
        content.setNonStrokingColor(colour.red() / 255f, colour.green() / 255f, colour.blue() / 255f);
        content.addRect(rect.x(), rect.y(), rect.width(), rect.height());
        content.fill();
    }

    private void writeInformation(PDPageContentStream content, SheetPlan sheet, Placement placement)
            throws IOException {
        InformationText.Block block = blocks.get(placement.row() - 1);
        double left = Millimetres.toPoints(placement.information().xMm());
        double top =
                Millimetres.toPoints(sheet.heightMm() - placement.information().yMm());
        for (InformationText.Word word : block.words()) {
            fonts.draw(
                    content,
                    word.text(),
                    block.sizePt(),
                    block.narrowing(),
                    left + word.xPt(),
                    top - word.baselinePt());
        }
    }

    private void writeCard(PDPageContentStream content, SheetPlan sheet, SeparatorCard card) throws IOException {
        Rect rect = Rect.of(card.box(), sheet);
        content.setNonStrokingColor(0.94f);
        content.addRect(rect.x(), rect.y(), rect.width(), rect.height());
        content.fill();
        content.setNonStrokingColor(0f);
        double room = rect.width() - Millimetres.toPoints(4);
        double y = rect.y() + rect.height() * 0.6;
        for (String line : card.lines()) {
            y = writeCentred(content, line, 9, room, rect, y);
        }
        // A label, so that no line of a card can be taken for a student number.
        writeCentred(content, "共 " + card.students() + " 人", 8, room, rect, y - 3);
    }

    private double writeCentred(
            PDPageContentStream content, String text, double largestPt, double room, Rect rect, double y)
            throws IOException {
        String shown = text.codePoints().allMatch(c -> c < 0x80) ? PrintField.CLASS.label() + " " + text : text;
        double width = chain.width(shown);
        double size = Math.min(largestPt, room / width);
        fonts.draw(content, shown, size, 1, rect.x() + (rect.width() - width * size) / 2, y);
        return y - size * 1.5;
    }

    private void writeHeading(PDPageContentStream content, SheetPlan sheet, int of) throws IOException {
        if (topMm(sheet) < HEADING_SPACE_MM) {
            return;
        }
        content.setNonStrokingColor(0.35f);
        double y = Millimetres.toPoints(sheet.heightMm() - topMm(sheet) + 3);
        double left = Millimetres.toPoints(leftMm(sheet));
        double right = Millimetres.toPoints(sheet.widthMm()) - left;
        String number = "第 " + sheet.number() + " 张，共 " + of + " 张";
        double numberWidth = chain.width(number) * HEADING_PT;
        fonts.draw(content, number, HEADING_PT, 1, right - numberWidth, y);
        String groups = groups(sheet);
        double size = Math.min(HEADING_PT, (right - left - numberWidth - HEADING_PT) / chain.width(groups));
        if (size >= job.profile().smallestTextPt()) {
            fonts.draw(content, groups, size, 1, left, y);
        }
    }

    private static double topMm(SheetPlan sheet) {
        double prints = sheet.placements().stream()
                .mapToDouble(placement -> placement.print().yMm())
                .min()
                .orElse(0);
        return sheet.cards().stream().mapToDouble(card -> card.box().yMm()).reduce(prints, Math::min);
    }

    private static double leftMm(SheetPlan sheet) {
        return sheet.placements().stream()
                .mapToDouble(placement -> placement.print().xMm())
                .min()
                .orElse(0);
    }

    private static String groups(SheetPlan sheet) {
        List<String> groups = sheet.placements().stream()
                .map(Placement::item)
                .map(SheetWriter::group)
                .distinct()
                .toList();
        return groups.get(0) + (groups.size() > 1 ? " 等" : "");
    }

    private static String group(PrintItem item) {
        return String.join(
                        "　",
                        item.schoolName(),
                        item.college().name(),
                        item.className().name())
                .strip();
    }

    private void writeContours(PDPageContentStream content, SheetPlan sheet) throws IOException {
        content.setGraphicsStateParameters(layers.overprint());
        content.setStrokingColor(layers.cutColour());
        content.setLineWidth((float) HAIRLINE_PT);
        for (Placement placement : sheet.placements()) {
            Rect rect = Rect.of(placement.print(), sheet);
            content.addRect(rect.x(), rect.y(), rect.width(), rect.height());
            content.stroke();
        }
    }

    private PDImageXObject image(ImageDigest digest) throws IOException {
        PDImageXObject known = images.get(digest);
        if (known != null) {
            return known;
        }
        PDImageXObject image = embed(digest);
        images.put(digest, image);
        return image;
    }

    private PDImageXObject embed(ImageDigest digest) throws IOException {
        byte[] bytes = photos.find(digest).map(PhotoImage::bytes).orElse(new byte[0]);
        JpegHeader header = JpegHeader.read(bytes)
                .filter(read -> ImageDigest.of(bytes).equals(digest))
                .orElseThrow(() -> new IOException("a photo changed while the document was written; try again"));
        PDColorSpace colours = header.components() == 1 ? PDDeviceGray.INSTANCE : PDDeviceRGB.INSTANCE;
        return new PDImageXObject(
                document,
                new ByteArrayInputStream(bytes),
                COSName.DCT_DECODE,
                header.width(),
                header.height(),
                8,
                colours);
    }

    @Override
    public void close() throws IOException {
        try (fonts) {
            document.close();
        }
    }

    /** A box in points, from the bottom left. */
    private record Rect(float x, float y, float width, float height) {
        static Rect of(Box box, SheetPlan sheet) {
            return new Rect(
                    (float) Millimetres.toPoints(box.xMm()),
                    (float) Millimetres.toPoints(sheet.heightMm() - box.bottomMm()),
                    (float) Millimetres.toPoints(box.widthMm()),
                    (float) Millimetres.toPoints(box.heightMm()));
        }
    }
}
