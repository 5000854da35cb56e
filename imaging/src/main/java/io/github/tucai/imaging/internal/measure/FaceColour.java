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
 * Whether a face is in colour. Of a picture in grey, sepia or any other tone the colour follows from the lightness, or from
 * the lightness and the place where a lamp or a filter tints one side otherwise than the other; lips, cheeks, brows and the
 * whites of the eyes differ in colour from what is equally light, whatever the place.
 */
final class FaceColour {
    private static final double WITHIN_CONTOUR = 0.92;
    // JPEG keeps one colour for four pixels and lets it bleed over edges: the mean of a smaller place is not its own.
    private static final double CELL_PIXELS = 8;
    private static final int LEAST_CELL = 4;
    // Standard deviation of L*: the mean of light and dark has a colour that neither of them has.
    private static final double MOST_SPREAD = 12;
    // Near white a tone runs out of colour channel by channel: what is equally light is no longer equally coloured.
    private static final double LIGHTEST = 88;
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

    /**
     * The mean colour of a small square of the face.
     *
     * @param across its place, from the middle of the map in quarters of it
     * @param down its place, in the same unit
     */
    record Cell(double lightness, double a, double b, double across, double down) {}

    /** NaN where too little of the face is seen. */
    private double variety() {
        List<Cell> cells = cells();
        if (cells.size() < LEAST_CELLS) {
            return Double.NaN;
        }
        cells.sort(Comparator.comparingDouble(Cell::lightness));
        Sample distances = SmoothTint.between(cells).distances();
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
        double mean = lightness.mean();
        if (lightness.variance() <= MOST_SPREAD * MOST_SPREAD && mean <= LIGHTEST) {
            int size = lightness.size();
            cells.add(new Cell(mean, a / size, b / size, place(column), place(row)));
        }
    }

    private double place(int start) {
        return 4 * ((start + side / 2.0) / Tile.SIZE - 0.5);
    }
}
