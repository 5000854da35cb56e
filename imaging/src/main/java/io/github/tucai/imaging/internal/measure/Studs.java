package io.github.tucai.imaging.internal.measure;

import io.github.tucai.photo.Measures;

/**
 * Small bright things at both ear lobes, which the network of parts is too coarse for. One alone may be a gap in the hair
 * or a spot of light; studs come in pairs at the same height.
 */
final class Studs {
    private static final double PIXELS_PER_UNIT = 160;
    // Distance at which a stud is over, in eye distances.
    private static final double REACH = 0.075;
    private static final double DIAGONAL = 0.7;
    // Hair and skin have spots that rise this much, in L*.
    private static final double GLOSS = 8;
    // Both studs lie within one square of these, counted from the edge of the face outwards and down.
    private static final double CELL = 0.08;
    private static final double INNER = 0.12;
    private static final double OUTER = 0.35;
    private static final double TOP = 0.35;
    private static final int COLUMNS = (int) Math.ceil((INNER + OUTER) / CELL);

    private final Face face;
    private final int rows;
    private final double bottom;

    private Studs(Face face, double chin) {
        this.face = face;
        this.bottom = chin + 0.1;
        this.rows = Math.max(1, (int) Math.ceil((bottom - TOP) / CELL));
    }

    static void measure(Face face, double leftEdge, double rightEdge, double chin, Box box, MeasureSink sink) {
        Studs studs = new Studs(face, chin);
        double[][] left = studs.rises(leftEdge, -1);
        double[][] right = studs.rises(rightEdge, 1);
        double best = 0;
        for (int row = 0; row < studs.rows; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                best = Math.max(best, Math.min(left[row][column], studs.near(right, row, column)));
            }
        }
        double confidence = face.frontality() * Math.min(1, face.frame().unit() / 60);
        sink.add(Measures.EARRING_STUDS, Math.max(0, best - GLOSS), box, confidence);
    }

    private double near(double[][] rises, int row, int column) {
        double best = 0;
        for (int y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
            for (int x = Math.max(0, column - 1); x <= Math.min(COLUMNS - 1, column + 1); x++) {
                best = Math.max(best, rises[y][x]);
            }
        }
        return best;
    }

    /** By how much the lightest spot of each cell is lighter than all its surroundings. */
    private double[][] rises(double edge, int outwards) {
        double from = Math.min(edge - outwards * INNER, edge + outwards * OUTER);
        Box place = new Box(from - REACH, TOP - REACH, from + INNER + OUTER + REACH, bottom + REACH);
        GreyPatch patch = GreyPatch.of(face, place, PIXELS_PER_UNIT).smoothed(2);
        int reach = (int) Math.round(REACH * PIXELS_PER_UNIT);
        double[][] rises = new double[rows][COLUMNS];
        for (int y = reach; y < patch.height() - reach; y += 2) {
            for (int x = reach; x < patch.width() - reach; x += 2) {
                double out = outwards * (place.left() + x / PIXELS_PER_UNIT - edge) + INNER;
                int column = Math.max(0, Math.min(COLUMNS - 1, (int) (out / CELL)));
                int row = Math.min(rows - 1, (int) ((y - reach) / PIXELS_PER_UNIT / CELL));
                rises[row][column] = Math.max(rises[row][column], rise(patch, x, y, reach) * 100 / 255);
            }
        }
        return rises;
    }

    private static double rise(GreyPatch patch, int x, int y, int reach) {
        int diagonal = (int) Math.round(DIAGONAL * reach);
        double around = Math.max(highest(patch, x, y, reach, 0), highest(patch, x, y, 0, reach));
        around = Math.max(around, highest(patch, x, y, diagonal, diagonal));
        around = Math.max(around, highest(patch, x, y, diagonal, -diagonal));
        return patch.at(x, y) - around;
    }

    private static double highest(GreyPatch patch, int x, int y, int stepX, int stepY) {
        return Math.max(patch.at(x + stepX, y + stepY), patch.at(x - stepX, y - stepY));
    }
}
