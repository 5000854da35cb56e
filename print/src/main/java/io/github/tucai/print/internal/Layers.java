package io.github.tucai.print.internal;

import java.io.IOException;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.function.PDFunctionType2;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceCMYK;
import org.apache.pdfbox.pdmodel.graphics.color.PDSeparation;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;

/** The layers of a document of sheets, and the spot colour of the kiss-cut contour. */
final class Layers {
    /** The name that cutters look for, as spot colour and as layer. */
    static final String CUT_CONTOUR = "CutContour";

    private final PDOptionalContentGroup prints = new PDOptionalContentGroup("Prints");
    private final PDOptionalContentGroup marks = new PDOptionalContentGroup("Sheet marks");
    private final PDOptionalContentGroup contour = new PDOptionalContentGroup(CUT_CONTOUR);
    private final PDColor cutColour;
    private final PDExtendedGraphicsState overprint = new PDExtendedGraphicsState();

    Layers(PDDocument document) throws IOException {
        PDOptionalContentProperties properties = new PDOptionalContentProperties();
        properties.addGroup(prints);
        properties.addGroup(marks);
        properties.addGroup(contour);
        document.getDocumentCatalog().setOCProperties(properties);
        cutColour = new PDColor(new float[] {1}, separation());
        overprint.setStrokingOverprintControl(true);
        overprint.setNonStrokingOverprintControl(true);
        overprint.setOverprintMode(1);
    }

    PDOptionalContentGroup prints() {
        return prints;
    }

    PDOptionalContentGroup marks() {
        return marks;
    }

    PDOptionalContentGroup contour() {
        return contour;
    }

    PDColor cutColour() {
        return cutColour;
    }

    PDExtendedGraphicsState overprint() {
        return overprint;
    }

    /** A separation that shows as magenta where nobody cuts. */
    private static PDSeparation separation() throws IOException {
        COSDictionary tint = new COSDictionary();
        tint.setInt(COSName.FUNCTION_TYPE, 2);
        tint.setItem(COSName.DOMAIN, numbers(0, 1));
        tint.setItem(COSName.C0, numbers(0, 0, 0, 0));
        tint.setItem(COSName.C1, numbers(0, 1, 0, 0));
        tint.setItem(COSName.N, COSInteger.ONE);
        PDSeparation separation = new PDSeparation();
        separation.setColorantName(CUT_CONTOUR);
        separation.setAlternateColorSpace(PDDeviceCMYK.INSTANCE);
        separation.setTintTransform(new PDFunctionType2(tint));
        return separation;
    }

    private static COSArray numbers(float... values) {
        COSArray array = new COSArray();
        for (float value : values) {
            array.add(new COSFloat(value));
        }
        return array;
    }
}
