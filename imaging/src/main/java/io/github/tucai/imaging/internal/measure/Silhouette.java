package io.github.tucai.imaging.internal.measure;

import io.github.tucai.imaging.internal.model.Part;
import io.github.tucai.imaging.internal.model.PartMap;
import io.github.tucai.imaging.internal.model.PersonMask;
import io.github.tucai.imaging.internal.pixel.Box;
import io.github.tucai.imaging.internal.pixel.MeasureSink;
import io.github.tucai.imaging.internal.pixel.Sample;
import io.github.tucai.imaging.internal.pixel.Tile;
import io.github.tucai.photo.Measures;

/** Crown and shoulders, from the outline of the person. */
final class Silhouette {
    // Where the shoulders are looked for, in eye distances from the axis of the face.
    private static final double SHOULDER_FROM = 1.35;
    private static final double SHOULDER_TO = 1.9;
    private static final double SHOULDER_STEP = 0.05;
    private static final int LOWEST_ROWS = 8;

    private final Face face;
    private final PersonMask mask;
    private final MeasureSink sink;
    private final double axis;

    private Silhouette(Face face, PersonMask mask, MeasureSink sink) {
        this.face = face;
        this.mask = mask;
        this.sink = sink;
        this.axis = FaceGeometry.axis(face);
    }

    static void measure(Face face, PersonMask mask, PartMap parts, MeasureSink sink) {
        Silhouette silhouette = new Silhouette(face, mask, sink);
        silhouette.crown(parts);
        silhouette.extents();
        silhouette.slope();
    }

    private void crown(PartMap parts) {
        double fromParts = top(parts, (column, row) -> parts.at(column, row) != Part.BACKGROUND);
        // The parts see more detail, but a high hair style or hat can reach out of their square.
        double crown = fromParts > parts.y(1) ? fromParts : top(mask, mask::isPerson);
        double unit = face.frame().unit();
        Box box = new Box(axis - unit, Math.max(0, crown), axis + unit, Math.max(0, crown) + unit / 10);
        sink.add(Measures.HEAD_TOP, Math.max(0, crown), box, face.landmarks().presence());
    }

    @FunctionalInterface
    private interface Membership {
        boolean test(int column, int row);
    }

    /** Goes up from the eyes while a part of the row about the axis belongs to the head. */
    private double top(Tile tile, Membership head) {
        double unit = face.frame().unit();
        int left = Math.max(0, tile.column(axis - unit));
        int right = Math.min(Tile.SIZE - 1, tile.column(axis + unit));
        int row = Math.min(
                Tile.SIZE - 1, Math.max(0, tile.row(face.frame().origin().y())));
        // A tenth of the breadth: fine strands and an outline that is one pixel out do not count.
        int needed = Math.max(2, (right - left) / 10);
        while (row > 0 && tile.y(row) > 0 && members(head, left, right, row - 1) >= needed) {
            row--;
        }
        return row == 0 ? tile.y(0) : tile.y(row) - tile.crop().height() / Tile.SIZE / 2;
    }

    private static int members(Membership head, int left, int right, int row) {
        int members = 0;
        for (int column = left; column <= right; column++) {
            members += head.test(column, row) ? 1 : 0;
        }
        return members;
    }

    private void extents() {
        double unit = face.frame().unit();
        double chin = face.point(Landmark.CHIN).y();
        double bottom = face.picture().height();
        double width = face.picture().width();
        double left = extent(-1);
        double right = extent(1);
        Box box = new Box(axis - left, bottom - bottom / 32, axis + right, bottom);
        double confidence = face.landmarks().presence();
        sink.add(Measures.SHOULDER_EXTENT_LEFT, left / unit, box, confidence);
        sink.add(Measures.SHOULDER_EXTENT_RIGHT, right / unit, box, confidence);
        sink.add(Measures.SHOULDER_ROOM_LEFT, axis / unit, box, confidence);
        sink.add(Measures.SHOULDER_ROOM_RIGHT, (width - axis) / unit, box, confidence);
        sink.add(
                Measures.BELOW_CHIN,
                (bottom - chin) / unit,
                new Box(axis - unit, chin, axis + unit, bottom),
                confidence);
    }

    /** How far the person reaches from the axis at the lower border, in pixels. */
    private double extent(int direction) {
        Sample extents = new Sample();
        for (int row = Tile.SIZE - LOWEST_ROWS; row < Tile.SIZE; row++) {
            int column = Math.max(0, Math.min(Tile.SIZE - 1, mask.column(axis)));
            int steps = 0;
            while (column >= 0 && column < Tile.SIZE && mask.isPerson(column, row)) {
                column += direction;
                steps++;
            }
            boolean runsOut = column < 0 || column >= Tile.SIZE;
            double room = direction < 0 ? axis : face.picture().width() - axis;
            extents.add(runsOut ? room : Math.min(room, steps * mask.crop().width() / Tile.SIZE));
        }
        return extents.median();
    }

    private void slope() {
        Sample left = shoulder(-1);
        Sample right = shoulder(1);
        if (left.size() < 4 || right.size() < 4) {
            return;
        }
        double unit = face.frame().unit();
        double middles = (SHOULDER_FROM + SHOULDER_TO) * unit;
        double slope = Math.toDegrees(Math.atan2(right.median() - left.median(), middles));
        Box box = new Box(
                axis - SHOULDER_TO * unit,
                Math.min(left.quantile(0), right.quantile(0)),
                axis + SHOULDER_TO * unit,
                Math.max(left.quantile(1), right.quantile(1)));
        sink.add(Measures.SHOULDER_SLOPE, slope, box, agreement(left, right));
    }

    /** Upper edge of the person beside the neck, for several distances from the axis. */
    private Sample shoulder(int direction) {
        Sample heights = new Sample();
        double unit = face.frame().unit();
        int from = Math.max(0, mask.row(face.point(Landmark.CHIN).y() - 0.6 * unit));
        for (double distance = SHOULDER_FROM; distance <= SHOULDER_TO; distance += SHOULDER_STEP) {
            int column = mask.column(axis + direction * distance * unit);
            int row = from;
            while (row < Tile.SIZE && isInside(column) && !mask.isPerson(column, row)) {
                row++;
            }
            // A column that is person from its start shows hair or a chair, not a shoulder.
            if (isInside(column) && row > from && row < Tile.SIZE) {
                heights.add(mask.y(row));
            }
        }
        return heights;
    }

    private static boolean isInside(int column) {
        return column > 0 && column < Tile.SIZE - 1;
    }

    /** Both sides slope down outwards by a similar amount where hair and chairs are out of the way. */
    private double agreement(Sample left, Sample right) {
        double unit = face.frame().unit();
        double spreadLeft = (left.quantile(1) - left.quantile(0)) / unit;
        double spreadRight = (right.quantile(1) - right.quantile(0)) / unit;
        double odd = Math.max(Math.abs(spreadLeft - spreadRight), Math.max(spreadLeft, spreadRight) - 0.6);
        double complete = Math.min(left.size(), right.size()) / 11.0;
        return face.landmarks().presence() * Math.max(0, Math.min(1, complete) - Math.max(0, odd));
    }
}
