package io.github.tucai.imaging.internal.measure;

import io.github.tucai.imaging.internal.pixel.Lab;
import io.github.tucai.imaging.internal.pixel.MeasureSink;
import io.github.tucai.imaging.internal.pixel.Sample;
import io.github.tucai.imaging.internal.pixel.Tile;
import io.github.tucai.photo.Measures;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Whether a face is in colour. Of a picture in grey, sepia or any other tone the colour follows from the lightness; lips,
 * cheeks, brows and the whites of the eyes differ in colour where they are equally light.
 */
final class FaceColour {
    private static final double WITHIN_CONTOUR = 0.92;
    // JPEG keeps one colour for four pixels and lets it bleed over edges: the mean of a smaller place is not its own.
    private static final double CELL_PIXELS = 8;
    private static final int LEAST_CELL = 4;
    // Standard deviation of L*: the mean of light and dark has a colour that neither of them has.
    private static final double MOST_SPREAD = 12;
    private static final int LEAST_CELLS = 12;
    // Lips, brows and eyes are a tenth of a face and more; where nothing else is in colour, they were painted.
    private static final double MOST = 0.9;
    private static final double SPOTS = 4;

    private final Lab colours;
    private final BitSet face;
    private final int side;

    private FaceColour(Lab colours, BitSet face, int side) {
        this.colours = colours;
        this.face = face;
        this.side = side;
    }

    static void measure(Face face, HeadMap head, MeasureSink sink) {
        Zone zone = face.outline(Landmark.CONTOUR, WITHIN_CONTOUR);
        BitSet pixels = new BitSet(Tile.SIZE * Tile.SIZE);
        head.visit(zone, (index, part, across, down) -> pixels.set(index));
        double pixel = head.parts().crop().width() / Tile.SIZE;
        int side = Math.max(LEAST_CELL, (int) Math.min(Tile.SIZE, Math.ceil(CELL_PIXELS / pixel)));
        double variety = new FaceColour(head.colours(), pixels, side).variety();
        sink.add(
                Measures.COLOUR_VARIETY,
                variety,
                head.box(zone),
                face.landmarks().presence());
    }

    /** The mean colour of a small square of the face. */
    private record Cell(double lightness, double a, double b) {
        double chromaDistance(Cell other) {
            return Math.hypot(a - other.a, b - other.b);
        }
    }

    /** NaN where too little of the face is seen. */
    private double variety() {
        List<Cell> cells = cells();
        if (cells.size() < LEAST_CELLS) {
            return Double.NaN;
        }
        cells.sort(Comparator.comparingDouble(Cell::lightness));
        Sample distances = new Sample();
        for (int i = 1; i < cells.size(); i++) {
            distances.add(cells.get(i).chromaDistance(cells.get(i - 1)));
        }
        return Math.min(distances.quantile(MOST), SPOTS * distances.median());
    }

    private List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        for (int row = 0; row + side <= Tile.SIZE; row += side) {
            for (int column = 0; column + side <= Tile.SIZE; column += side) {
                if (isInFace(column, row)) {
                    addCell(column, row, cells);
                }
            }
        }
        return cells;
    }

    private boolean isInFace(int column, int row) {
        for (int y = row; y < row + side; y++) {
            int start = y * Tile.SIZE + column;
            if (face.nextClearBit(start) < start + side) {
                return false;
            }
        }
        return true;
    }

    private void addCell(int column, int row, List<Cell> cells) {
        Sample lightness = new Sample();
        double a = 0;
        double b = 0;
        for (int i = 0; i < side * side; i++) {
            int pixel = (row + i / side) * Tile.SIZE + column + i % side;
            lightness.add(colours.lightness(pixel));
            a += colours.a(pixel);
            b += colours.b(pixel);
        }
        if (lightness.variance() <= MOST_SPREAD * MOST_SPREAD) {
            cells.add(new Cell(lightness.mean(), a / lightness.size(), b / lightness.size()));
        }
    }
}
