package io.github.tucai.print.internal;

import io.github.tucai.photo.ImageDigest;
import io.github.tucai.print.Box;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.color.PDSeparation;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/** Says what a page shows and where, from its operators alone. */
final class SheetReader extends PDFGraphicsStreamEngine {
    private final double heightMm;
    private final Map<COSStream, Optional<ImageDigest>> digests;
    private final List<Picture> pictures = new ArrayList<>();
    private final List<Text> texts = new ArrayList<>();
    private final List<Box> contours = new ArrayList<>();
    private final List<Box> pendingRectangles = new ArrayList<>();
    private @Nullable TextRun run;

    private SheetReader(PDPage page, Map<COSStream, Optional<ImageDigest>> digests) {
        super(page);
        heightMm = Millimetres.ofPoints(page.getMediaBox().getHeight());
        this.digests = digests;
    }

    /** A picture; its digest is empty if its stream is no plain JPEG. */
    record Picture(Optional<ImageDigest> digest, Box box) {}

    /** What one operator shows; the point is where its first character stands. */
    record Text(String text, double xMm, double yMm) {}

    /** Everything a page shows that matters here. */
    record Content(double widthMm, double heightMm, List<Picture> pictures, List<Text> texts, List<Box> contours) {}

    /** Reads the pages of one document; a picture that many pages show is digested once. */
    static final class Session {
        private final Map<COSStream, Optional<ImageDigest>> digests = new HashMap<>();

        Content read(PDPage page) throws IOException {
            SheetReader reader = new SheetReader(page, digests);
            reader.processPage(page);
            return new Content(
                    Millimetres.ofPoints(page.getMediaBox().getWidth()),
                    reader.heightMm,
                    reader.pictures,
                    reader.texts,
                    reader.contours);
        }
    }

    private static final class TextRun {
        private final StringBuilder text = new StringBuilder();
        private @Nullable Matrix start;
    }

    @Override
    public void drawImage(PDImage image) throws IOException {
        Matrix place = getGraphicsState().getCurrentTransformationMatrix();
        Rectangle2D bounds = place.createAffineTransform()
                .createTransformedShape(new Rectangle2D.Double(0, 0, 1, 1))
                .getBounds2D();
        pictures.add(new Picture(digest(image), box(bounds)));
    }

    private Optional<ImageDigest> digest(PDImage image) throws IOException {
        if (!(image instanceof PDImageXObject embedded)) {
            return Optional.empty();
        }
        COSStream stream = embedded.getCOSObject();
        Optional<ImageDigest> known = digests.get(stream);
        if (known != null) {
            return known;
        }
        Optional<ImageDigest> digest = Optional.empty();
        if (COSName.DCT_DECODE.equals(filter(stream))) {
            try (InputStream raw = stream.createRawInputStream()) {
                digest = Optional.of(ImageDigest.of(raw.readAllBytes()));
            }
        }
        digests.put(stream, digest);
        return digest;
    }

    private static @Nullable COSBase filter(COSStream stream) {
        return stream.getFilters();
    }

    @Override
    protected void showText(byte[] string) throws IOException {
        TextRun current = new TextRun();
        run = current;
        super.showText(string);
        run = null;
        Matrix start = current.start;
        if (start != null) {
            texts.add(new Text(
                    current.text.toString(),
                    Millimetres.ofPoints(start.getTranslateX()),
                    heightMm - Millimetres.ofPoints(start.getTranslateY())));
        }
    }

    @Override
    protected void showGlyph(Matrix place, PDFont font, int code, Vector displacement) throws IOException {
        TextRun current = run;
        if (current != null) {
            if (current.start == null) {
                current.start = place.clone();
            }
            String character = font.toUnicode(code);
            current.text.append(character == null ? "\uFFFD" : character);
        }
        super.showGlyph(place, font, code, displacement);
    }

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
        Rectangle2D bounds = new Rectangle2D.Double(p0.getX(), p0.getY(), 0, 0);
        bounds.add(p1);
        bounds.add(p2);
        bounds.add(p3);
        if (bounds.getWidth() > 0 && bounds.getHeight() > 0) {
            pendingRectangles.add(box(bounds));
        }
    }

    @Override
    public void strokePath() {
        if (getGraphicsState().getStrokingColorSpace() instanceof PDSeparation spot
                && spot.getColorantName().equals(Layers.CUT_CONTOUR)) {
            contours.addAll(pendingRectangles);
        }
        pendingRectangles.clear();
    }

    @Override
    public void fillPath(int windingRule) {
        pendingRectangles.clear();
    }

    @Override
    public void fillAndStrokePath(int windingRule) {
        pendingRectangles.clear();
    }

    @Override
    public void endPath() {
        pendingRectangles.clear();
    }

    @Override
    public Point2D getCurrentPoint() {
        return new Point2D.Float();
    }

    @Override
    public void clip(int windingRule) {
        // Nothing of ours is clipped.
    }

    @Override
    public void moveTo(float x, float y) {
        // Contours are rectangles.
    }

    @Override
    public void lineTo(float x, float y) {
        // Contours are rectangles.
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        // Contours are rectangles.
    }

    @Override
    public void closePath() {
        // Contours are rectangles.
    }

    @Override
    public void shadingFill(COSName shadingName) {
        // There are no shadings.
    }

    private Box box(Rectangle2D points) {
        return new Box(
                Millimetres.ofPoints(points.getX()),
                heightMm - Millimetres.ofPoints(points.getMaxY()),
                Millimetres.ofPoints(Math.max(points.getWidth(), 1e-3)),
                Millimetres.ofPoints(Math.max(points.getHeight(), 1e-3)));
    }
}
