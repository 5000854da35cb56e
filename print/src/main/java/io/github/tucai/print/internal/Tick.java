package io.github.tucai.print.internal;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** A hand-like tick in a box. */
final class Tick {
    private Tick() {}

    static void draw(PDPageContentStream content, FormRect box) throws IOException {
        content.saveGraphicsState();
        content.setLineWidth((float) (box.width() * 0.14));
        content.setLineCapStyle(1);
        content.setLineJoinStyle(1);
        content.moveTo(x(box, 0.18), y(box, 0.52));
        content.lineTo(x(box, 0.42), y(box, 0.24));
        content.lineTo(x(box, 0.86), y(box, 0.84));
        content.stroke();
        content.restoreGraphicsState();
    }

    private static float x(FormRect box, double part) {
        return (float) (box.x() + part * box.width());
    }

    private static float y(FormRect box, double part) {
        return (float) (box.y() + part * box.height());
    }
}
