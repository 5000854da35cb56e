package io.github.tucai.imaging.internal.qr;

import java.awt.geom.Point2D;
import java.util.List;

/**
 * A supposed grid of modules laid over a picture: seen in perspective, fixed by the centres of the finder patterns and of the
 * last alignment pattern.
 */
final class ModuleGrid {
    /** Coordinates that {@link #moved} takes: x and y of four points. */
    static final int COORDINATES = 8;

    // Points of a module that are looked at, off its centre: a grid that straddles modules must not look as good as one
    // that fits.
    private static final double SPREAD = 0.3;
    // Smaller modules have no pixels of their own beside their centres.
    private static final double LEAST_SPREAD_PX = 2.5;

    private final GrayPicture picture;
    private final int side;
    // Corner, right, below, and the pattern or place opposite the corner; x and y each.
    private final double[] points;
    private final double modulePx;
    private final boolean isByPixel;
    private final Projection projection;
    private double fitness = Double.NaN;

    private ModuleGrid(GrayPicture picture, int side, double[] points, boolean isByPixel) {
        this.isByPixel = isByPixel;
        this.picture = picture;
        this.side = side;
        this.points = points;
        this.modulePx = (Math.hypot(points[2] - points[0], points[3] - points[1])
                        + Math.hypot(points[4] - points[0], points[5] - points[1]))
                / 2
                / (side - 7);
        this.projection = Projection.of(points, side, opposite(side));
    }

    /** As a parallelogram has it. */
    static ModuleGrid flat(GrayPicture picture, FinderTriple triple, int side) {
        return of(picture, triple, side, 1, 1);
    }

    /** Seen in such perspective that the finder patterns have their sizes: what is nearer is larger. */
    static ModuleGrid inPerspective(GrayPicture picture, FinderTriple triple, int side) {
        // A pattern's area goes with the third power of its pull.
        double right = Math.pow(triple.cornerModule() / triple.rightModule(), 2.0 / 3);
        double below = Math.pow(triple.cornerModule() / triple.belowModule(), 2.0 / 3);
        return of(picture, triple, side, right, below);
    }

    private static ModuleGrid of(GrayPicture picture, FinderTriple triple, int side, double right, double below) {
        double share = (opposite(side) - 3.5) / (side - 7);
        double ofCorner = 1 - 2 * share;
        double ofRight = share * right;
        double ofBelow = share * below;
        double all = ofCorner + ofRight + ofBelow;
        Point2D a = triple.corner();
        Point2D b = triple.right();
        Point2D c = triple.below();
        return new ModuleGrid(
                picture,
                side,
                new double[] {
                    a.getX(),
                    a.getY(),
                    b.getX(),
                    b.getY(),
                    c.getX(),
                    c.getY(),
                    (ofCorner * a.getX() + ofRight * b.getX() + ofBelow * c.getX()) / all,
                    (ofCorner * a.getY() + ofRight * b.getY() + ofBelow * c.getY()) / all
                },
                false);
    }

    /** Where on the diagonal the fourth point lies: in the last alignment pattern's centre, which version 1 lacks. */
    private static double opposite(int side) {
        return side == 21 ? side - 3.5 : side - 6.5;
    }

    /** The same, looking at one pixel for each place: where a picture was made smaller by leaving pixels out, a mix says less. */
    ModuleGrid byPixel() {
        return new ModuleGrid(picture, side, points, true);
    }

    int side() {
        return side;
    }

    double modulePx() {
        return modulePx;
    }

    ModuleGrid moved(int coordinate, double shift) {
        double[] moved = points.clone();
        moved[coordinate] += shift;
        return new ModuleGrid(picture, side, moved, isByPixel);
    }

    ModuleGrid shifted(double byX, double byY) {
        double[] shifted = points.clone();
        for (int i = 0; i < COORDINATES; i++) {
            shifted[i] += i % 2 == 0 ? byX : byY;
        }
        return new ModuleGrid(picture, side, shifted, isByPixel);
    }

    /** With the point opposite the corner moved by so many modules along the grid's directions. */
    ModuleGrid withOppositeMoved(double across, double down) {
        double[] moved = points.clone();
        int steps = side - 7;
        moved[6] += (across * (points[2] - points[0]) + down * (points[4] - points[0])) / steps;
        moved[7] += (across * (points[3] - points[1]) + down * (points[5] - points[1])) / steps;
        return new ModuleGrid(picture, side, moved, isByPixel);
    }

    /** How much lighter the modules are that must be light than those that must be dark. */
    double fitness() {
        if (Double.isNaN(fitness)) {
            fitness = contrast(KnownModules.of(side).sample());
        }
        return fitness;
    }

    /** The same for the pattern opposite the corner alone. */
    double oppositeFitness() {
        return contrast(KnownModules.of(side).opposite());
    }

    private double contrast(List<KnownModules.Module> modules) {
        double dark = 0;
        double light = 0;
        int darkCount = 0;
        for (KnownModules.Module module : modules) {
            double value = at(module.column(), module.row());
            if (module.isDark()) {
                dark += value;
                darkCount++;
            } else {
                light += value;
            }
        }
        return light / (modules.size() - darkCount) - dark / darkCount;
    }

    private double at(int column, int row) {
        return modulePx < LEAST_SPREAD_PX ? at(column + 0.5, row + 0.5) : spreadAt(column + 0.5, row + 0.5);
    }

    /** Luminance of a module around the point, given in modules: the mean of five places where it is large enough. */
    double meanAt(double column, double row) {
        return modulePx < LEAST_SPREAD_PX ? at(column, row) : (at(column, row) + 4 * spreadAt(column, row)) / 5;
    }

    /** The same from two places only, by turns on this and on that diagonal: for sums over many modules. */
    double roughlyAt(double column, double row, boolean isFalling) {
        if (modulePx < LEAST_SPREAD_PX) {
            return at(column, row);
        }
        double rise = isFalling ? SPREAD : -SPREAD;
        return (at(column - SPREAD, row - rise) + at(column + SPREAD, row + rise)) / 2;
    }

    private double spreadAt(double column, double row) {
        return (at(column - SPREAD, row - SPREAD)
                        + at(column + SPREAD, row - SPREAD)
                        + at(column - SPREAD, row + SPREAD)
                        + at(column + SPREAD, row + SPREAD))
                / 4;
    }

    /** Luminance at a place given in modules, between pixels interpolated. */
    private double at(double column, double row) {
        double depth = projection.depth(column, row);
        double x = projection.x(column, row) / depth;
        double y = projection.y(column, row) / depth;
        // A pixel's value belongs to its centre.
        return isByPixel ? picture.between(Math.floor(x), Math.floor(y)) : picture.between(x - 0.5, y - 0.5);
    }

    private Point2D place(double column, double row) {
        double depth = projection.depth(column, row);
        return new Point2D.Double(projection.x(column, row) / depth, projection.y(column, row) / depth);
    }

    /** The symbol's four corners, clockwise from the one between the finder patterns. */
    List<Point2D> corners() {
        return List.of(place(0, 0), place(side, 0), place(side, side), place(0, side));
    }
}
