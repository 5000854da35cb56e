package io.github.tucai.imaging.internal.qr;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A sheet with symbols side by side, in modules from its centre: 0 is ink, 1 is paper. */
final class Sheet {
    private static final int QUIET = 4;
    private static final int GAP = 8;
    // Print around the symbols: bars as of letters.
    private static final double LETTER = 3;

    private final List<String> texts;
    private final List<ByteMatrix> symbols;
    private final Modules modules;
    private final Random random;
    private final int side;
    private final int columns;
    private final long letters;
    private final List<Ellipse2D> covers = new ArrayList<>();
    private double coverShade = 1;
    private double quiet = QUIET;
    private boolean isInverted;

    enum Modules {
        SQUARE,
        DOTTED,
        ROUNDED
    }

    Sheet(List<String> texts, Modules modules, Random random) {
        this.texts = texts;
        this.symbols = texts.stream().map(Sheet::symbol).toList();
        this.modules = modules;
        this.random = random;
        this.side = symbols.stream().mapToInt(ByteMatrix::getWidth).max().orElseThrow();
        this.columns = symbols.size() == 1 ? 1 : 2;
        this.letters = random.nextLong();
    }

    private static ByteMatrix symbol(String text) {
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.M, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
                    .getMatrix();
        } catch (WriterException e) {
            throw new IllegalStateException("the text fits a symbol of version 20", e);
        }
    }

    List<String> texts() {
        return texts;
    }

    /** Modules across all symbols and their quiet zones. */
    double width() {
        return columns * side + (columns - 1) * GAP + 2 * QUIET;
    }

    /** Modules across the largest symbol. */
    int side() {
        return side;
    }

    /** Spots over such a share of the symbol, clear of the finder patterns, which have no redundancy. */
    void cover(double share, int spots) {
        coverShade = random.nextBoolean() ? 0.05 : 0.95;
        double radius = side * Math.sqrt(share / spots / Math.PI);
        for (int i = 0; i < spots; i++) {
            double reach = side / 2.0 - 9 - radius;
            double across = HarderCode.between(random, -reach, side / 2.0 - radius);
            double down = HarderCode.between(random, -reach, across > reach ? reach : side / 2.0 - radius);
            addCover(across, down, radius);
        }
    }

    void coverCentre(double share) {
        coverShade = HarderCode.between(random, 0.1, 0.9);
        addCover(0, 0, side * Math.sqrt(share / Math.PI));
    }

    private void addCover(double x, double y, double radius) {
        covers.add(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    void withoutQuietZone() {
        quiet = 0;
    }

    void invert() {
        isInverted = true;
    }

    double at(double across, double down) {
        double shade = printed(across, down);
        return isInverted ? 1 - shade : shade;
    }

    private double printed(double across, double down) {
        if (covers.stream().anyMatch(cover -> cover.contains(across, down))) {
            return coverShade;
        }
        int rows = (symbols.size() + columns - 1) / columns;
        double column = across + columns * (side + GAP) / 2.0;
        double row = down + rows * (side + GAP) / 2.0;
        int index = (int) Math.floor(row / (side + GAP)) * columns + (int) Math.floor(column / (side + GAP));
        boolean isSymbol = column >= 0 && row >= 0 && column < columns * (side + GAP) && index < symbols.size();
        if (!isSymbol) {
            return beside(across, down);
        }
        ByteMatrix symbol = symbols.get(index);
        double margin = (side + GAP - symbol.getWidth()) / 2.0;
        return inSymbol(symbol, column % (side + GAP) - margin, row % (side + GAP) - margin);
    }

    private double inSymbol(ByteMatrix symbol, double x, double y) {
        int width = symbol.getWidth();
        if (x >= 0 && y >= 0 && x < width && y < width) {
            boolean isDark = symbol.get((int) x, (int) y) == 1;
            return isDark && isInk(symbol, x, y) ? 0 : 1;
        }
        boolean isQuiet = x >= -quiet && y >= -quiet && x < width + quiet && y < width + quiet;
        return isQuiet ? 1 : beside(x, y);
    }

    private boolean isInk(ByteMatrix symbol, double x, double y) {
        int column = (int) x;
        int row = (int) y;
        double dx = x - column - 0.5;
        double dy = y - row - 0.5;
        boolean isFinder = (column < 7 || column >= symbol.getWidth() - 7) && row < 7
                || column < 7 && row >= symbol.getWidth() - 7;
        return switch (modules) {
            case SQUARE -> true;
            case DOTTED -> isFinder || Math.hypot(dx, dy) < 0.42;
            case ROUNDED ->
                Math.hypot(dx, dy) < 0.5
                        || isDark(symbol, column + (int) Math.signum(dx), row)
                        || isDark(symbol, column, row + (int) Math.signum(dy));
        };
    }

    private static boolean isDark(ByteMatrix symbol, int column, int row) {
        int width = symbol.getWidth();
        return column >= 0 && row >= 0 && column < width && row < width && symbol.get(column, row) == 1;
    }

    /** Lines of letters, and grey where the sheet ends. */
    private double beside(double x, double y) {
        if (Math.abs(x) > width() || Math.abs(y) > width()) {
            return 0.45 + 0.15 * Math.sin(x / 9) * Math.cos(y / 13);
        }
        long line = (long) Math.floor(y / LETTER);
        if (quiet > 0 && line % 2 == 0) {
            return 1;
        }
        long letter = (long) Math.floor(x / LETTER * 2);
        long mixed = (letter * 0x9E3779B97F4A7C15L ^ line * 0xC2B2AE3D27D4EB4FL ^ letters) * 0xD6E8FEB86659FD93L;
        return mixed >>> 62 == 0 ? 0.15 : 1;
    }
}
