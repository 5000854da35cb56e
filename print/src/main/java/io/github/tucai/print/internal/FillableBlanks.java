package io.github.tucai.print.internal;

import io.github.tucai.proofing.Satisfaction;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDRadioButton;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;

/**
 * Answers as form fields. What is known shows in the embedded font; what people type is shown by their reader in the Chinese
 * font that readers bring along, since embedding a whole font would make the form some ten megabytes large.
 */
final class FillableBlanks implements Blanks {
    private static final String READERS_FONT = "STSong-Light";

    private final PDDocument document;
    private final PDPage page;
    private final Inking inking;
    private final DocumentFonts fonts;
    private final PDAcroForm form;

    FillableBlanks(PDDocument document, PDPage page, FontChain chain, DocumentFonts fonts) {
        this.document = document;
        this.page = page;
        inking = new Inking(chain);
        this.fonts = fonts;
        form = new PDAcroForm(document);
        PDResources resources = new PDResources();
        resources.getCOSObject().setItem(COSName.FONT, readersFonts());
        form.setDefaultResources(resources);
        form.setDefaultAppearance("/" + READERS_FONT + " " + (int) Inking.TEXT_PT + " Tf 0 g");
        document.getDocumentCatalog().setAcroForm(form);
    }

    @Override
    public void line(PDPageContentStream content, Field field, String text, FormRect place) throws IOException {
        text(field, text, place, inking.line(field, text, place), false);
    }

    @Override
    public void area(PDPageContentStream content, Field field, String text, FormRect place) throws IOException {
        text(field, text, place, inking.area(field, text, place), true);
    }

    @Override
    public void choice(
            PDPageContentStream content, Field field, Optional<Satisfaction> chosen, Map<Satisfaction, FormRect> boxes)
            throws IOException {
        PDRadioButton group = new PDRadioButton(form);
        group.setPartialName(field.id());
        group.setAlternateFieldName(field.label());
        List<PDAnnotationWidget> widgets = new ArrayList<>();
        for (Map.Entry<Satisfaction, FormRect> entry : boxes.entrySet()) {
            Satisfaction level = entry.getKey();
            FormRect box = entry.getValue();
            COSDictionary states = new COSDictionary();
            states.setItem(COSName.Off, appearance(box, List.of(), false));
            states.setItem(level.name(), appearance(box, List.of(), true));
            PDAnnotationWidget widget = widget(box);
            widget.getCOSObject().setItem(COSName.AP, appearances(states));
            boolean on = chosen.equals(Optional.of(level));
            widget.setAppearanceState(on ? level.name() : COSName.Off.getName());
            widgets.add(widget);
        }
        group.setWidgets(widgets);
        chosen.ifPresent(level -> group.getCOSObject().setName(COSName.V, level.name()));
        add(group, widgets);
    }

    private void text(Field field, String text, FormRect place, List<Inking.Line> lines, boolean many)
            throws IOException {
        PDTextField blank = new PDTextField(form);
        blank.setPartialName(field.id());
        blank.setAlternateFieldName(field.label());
        blank.setMultiline(many);
        // Centred, as the answers known already; long ones start at the left.
        blank.setQ(many ? 0 : 1);
        blank.getCOSObject().setString(COSName.V, text);
        PDAnnotationWidget widget = widget(place);
        widget.getCOSObject().setItem(COSName.AP, appearances(appearance(place, lines, false)));
        blank.setWidgets(List.of(widget));
        add(blank, List.of(widget));
    }

    private void add(PDField field, List<PDAnnotationWidget> widgets) throws IOException {
        form.getFields().add(field);
        page.getAnnotations().addAll(widgets);
    }

    private PDAnnotationWidget widget(FormRect place) {
        PDAnnotationWidget widget = new PDAnnotationWidget();
        widget.setRectangle(
                new PDRectangle((float) place.x(), (float) place.y(), (float) place.width(), (float) place.height()));
        widget.setPage(page);
        widget.setPrinted(true);
        return widget;
    }

    private static PDAppearanceDictionary appearances(COSBase normal) {
        PDAppearanceDictionary dictionary = new PDAppearanceDictionary();
        dictionary.getCOSObject().setItem(COSName.N, normal);
        return dictionary;
    }

    private COSStream appearance(FormRect place, List<Inking.Line> lines, boolean ticked) throws IOException {
        PDAppearanceStream appearance = new PDAppearanceStream(document);
        appearance.setBBox(new PDRectangle((float) place.width(), (float) place.height()));
        appearance.setResources(new PDResources());
        try (PDPageContentStream content = new PDPageContentStream(document, appearance)) {
            for (Inking.Line line : lines) {
                fonts.draw(content, line.text(), line.sizePt(), 1, line.xPt(), line.yPt());
            }
            if (ticked) {
                Tick.draw(content, new FormRect(0, 0, place.width(), place.height()));
            }
        }
        return appearance.getCOSObject();
    }

    private static COSDictionary readersFonts() {
        COSDictionary descendant = new COSDictionary();
        descendant.setItem(COSName.TYPE, COSName.FONT);
        descendant.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE0);
        descendant.setName(COSName.BASE_FONT, READERS_FONT);
        COSDictionary system = new COSDictionary();
        system.setString(COSName.REGISTRY, "Adobe");
        system.setString(COSName.ORDERING, "GB1");
        system.setItem(COSName.SUPPLEMENT, COSInteger.get(2));
        descendant.setItem(COSName.CIDSYSTEMINFO, system);
        descendant.setItem(COSName.DW, COSInteger.get(1000));
        COSArray descendants = new COSArray();
        descendants.add(descendant);
        COSDictionary font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE0);
        font.setName(COSName.BASE_FONT, READERS_FONT);
        font.setName(COSName.ENCODING, "UniGB-UCS2-H");
        font.setItem(COSName.DESCENDANT_FONTS, descendants);
        COSDictionary fonts = new COSDictionary();
        fonts.setItem(READERS_FONT, font);
        return fonts;
    }
}
