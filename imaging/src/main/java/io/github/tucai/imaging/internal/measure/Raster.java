package io.github.tucai.imaging.internal.measure;

import io.github.tucai.imaging.internal.pixel.Crop;
import io.github.tucai.imaging.internal.pixel.Point;
import io.github.tucai.imaging.internal.pixel.Tile;

/** How a face lies on the pixels of a tile, whose crop is an upright square. */
final class Raster {
    private final FaceFrame frame;
    private final Crop crop;
    // A tile is straight: one step along a row, or from row to row, is the same everywhere.
    private final double firstAcross;
    private final double acrossByColumn;
    private final double acrossByRow;
    private final double firstDown;
    private final double downByColumn;
    private final double downByRow;

    Raster(FaceFrame frame, Crop crop) {
        this.frame = frame;
        this.crop = crop;
        double step = crop.width() / Tile.SIZE;
        double x = crop.centreX() + (0.5 - Tile.SIZE / 2.0) * step;
        double y = crop.centreY() + (0.5 - Tile.SIZE / 2.0) * step;
        this.firstAcross = frame.across(x, y);
        this.acrossByColumn = frame.across(x + step, y) - firstAcross;
        this.acrossByRow = frame.across(x, y + step) - firstAcross;
        this.firstDown = frame.down(x, y);
        this.downByColumn = frame.down(x + step, y) - firstDown;
        this.downByRow = frame.down(x, y + step) - firstDown;
    }

    /** The place of a pixel's centre, in {@link FaceFrame} coordinates. */
    double across(int column, int row) {
        return firstAcross + column * acrossByColumn + row * acrossByRow;
    }

    /** As {@link #across}. */
    double down(int column, int row) {
        return firstDown + column * downByColumn + row * downByRow;
    }

    /** Column and row of a place of the face; whole numbers are centres of pixels. */
    Point pixel(double across, double down) {
        Point place = frame.place(across, down);
        return new Point(
                ((place.x() - crop.centreX()) / crop.width() + 0.5) * Tile.SIZE - 0.5,
                ((place.y() - crop.centreY()) / crop.height() + 0.5) * Tile.SIZE - 0.5);
    }

    /** A length in eye distances, in pixels. */
    double pixels(double length) {
        return length * frame.unit() / crop.width() * Tile.SIZE;
    }
}
