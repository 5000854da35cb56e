package io.github.tucai.print.internal;

import io.github.tucai.failure.TucaiException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** One font file: which characters it has and how wide they are. Safe for concurrent use; documents open their own copy. */
final class Face {
    private static final String SUPPLIES = "/io/github/tucai/print/supplies/";
    private static final int MISSING = 0;

    private final byte[] file;
    private final CmapLookup characters;
    private final int[] widths;
    private final double unitsPerEm;

    private Face(byte[] bytes, String name) {
        file = VariationSelectors.without(bytes);
        try (TrueTypeFont font = open()) {
            characters = font.getUnicodeCmapLookup();
            unitsPerEm = font.getUnitsPerEm();
            widths = new int[font.getNumberOfGlyphs()];
            for (int glyph = 0; glyph < widths.length; glyph++) {
                widths[glyph] = font.getAdvanceWidth(glyph);
            }
        } catch (IOException e) {
            throw new TucaiException("The font " + name + " cannot be read; give a TrueType file", e);
        }
    }

    /** A font that ships with this module. */
    static Face shipped(String name) {
        try (InputStream in = Face.class.getResourceAsStream(SUPPLIES + name)) {
            if (in == null) {
                throw new TucaiException(
                        "The font " + name + " is missing from the jar of tucai-print; build it with npm");
            }
            return new Face(in.readAllBytes(), name);
        } catch (IOException e) {
            throw new TucaiException("The font " + name + " cannot be read from the jar of tucai-print", e);
        }
    }

    /** A font of the caller's. */
    static Face read(Path path) {
        try {
            return new Face(Files.readAllBytes(path), String.valueOf(path.getFileName()));
        } catch (IOException e) {
            throw new TucaiException("The font " + path.getFileName() + " cannot be read", e);
        }
    }

    /** A fresh copy for one document, which subsets it. */
    TrueTypeFont open() throws IOException {
        return new TTFParser().parse(new RandomAccessReadBuffer(file));
    }

    boolean has(int codePoint) {
        return characters.getGlyphId(codePoint) != MISSING;
    }

    boolean has(String text) {
        return text.codePoints().allMatch(this::has);
    }

    /** In em. */
    double width(int codePoint) {
        int glyph = characters.getGlyphId(codePoint);
        return glyph < widths.length ? widths[glyph] / unitsPerEm : 0;
    }
}
