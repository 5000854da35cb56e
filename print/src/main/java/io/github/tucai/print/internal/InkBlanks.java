package io.github.tucai.print.internal;

import io.github.tucai.proofing.Satisfaction;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** Answers as part of the page. */
final class InkBlanks implements Blanks {
    private final Inking inking;
    private final DocumentFonts fonts;

    InkBlanks(FontChain chain, DocumentFonts fonts) {
        inking = new Inking(chain);
        this.fonts = fonts;
    }

    @Override
    public void line(PDPageContentStream content, Field field, String text, FormRect place) throws IOException {
        draw(content, inking.line(field, text, place), place);
    }

    @Override
    public void area(PDPageContentStream content, Field field, String text, FormRect place) throws IOException {
        draw(content, inking.area(field, text, place), place);
    }

    @Override
    public void choice(
            PDPageContentStream content, Field field, Optional<Satisfaction> chosen, Map<Satisfaction, FormRect> boxes)
            throws IOException {
        if (chosen.isPresent()) {
            Tick.draw(content, Objects.requireNonNull(boxes.get(chosen.get())));
        }
    }

    private void draw(PDPageContentStream content, List<Inking.Line> lines, FormRect place) throws IOException {
        for (Inking.Line line : lines) {
            fonts.draw(content, line.text(), line.sizePt(), 1, place.x() + line.xPt(), place.y() + line.yPt());
        }
    }
}
