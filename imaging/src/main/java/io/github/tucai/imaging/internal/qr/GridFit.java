package io.github.tucai.imaging.internal.qr;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds the grid that three finder patterns belong to: its number of modules and where it lies, to a fraction of a module. */
final class GridFit {
    // The sizes tried around what the finder patterns' distance says.
    private static final int SIDE_TOLERANCE = 12;
    private static final int MOST_FITTED = 3;
    // Steps of the last search, in modules.
    private static final double[] STEPS = {0.4, 0.2, 0.1, 0.05};
    private static final int MOST_ROUNDS = 4;
    private static final double LEAST_CONTRAST = 12;

    private GridFit() {}

    static Optional<ModuleGrid> of(GrayPicture picture, FinderTriple triple) {
        int likeliest = 17 + 4 * (int) Math.round((triple.modulesBetween() + 7 - 17) / 4);
        return IntStream.rangeClosed(-SIDE_TOLERANCE / 4, SIDE_TOLERANCE / 4)
                .map(step -> likeliest + 4 * step)
                .filter(side -> side >= 21 && side <= 177)
                .boxed()
                .flatMap(side -> Stream.of(
                        ModuleGrid.flat(picture, triple, side), ModuleGrid.inPerspective(picture, triple, side)))
                .sorted(Comparator.comparingDouble(ModuleGrid::fitness).reversed())
                .limit(MOST_FITTED)
                .map(GridFit::fitted)
                .max(Comparator.comparingDouble(ModuleGrid::fitness))
                .filter(grid -> grid.fitness() > LEAST_CONTRAST);
    }

    private static ModuleGrid fitted(ModuleGrid start) {
        return refined(withOppositeFound(start));
    }

    /** Moves a grid that lies nearly right to where it lies best. */
    static ModuleGrid refined(ModuleGrid start) {
        ModuleGrid best = start;
        for (double step : STEPS) {
            double shift = step * start.modulePx();
            for (int round = 0; round < MOST_ROUNDS; round++) {
                ModuleGrid better = step(best, shift);
                if (better.fitness() <= best.fitness()) {
                    break;
                }
                best = better;
            }
        }
        return best;
    }

    private static ModuleGrid step(ModuleGrid grid, double shift) {
        ModuleGrid best = grid;
        for (int coordinate = 0; coordinate < ModuleGrid.COORDINATES; coordinate++) {
            for (double signed : new double[] {-shift, shift}) {
                ModuleGrid moved = best.moved(coordinate, signed);
                if (moved.fitness() > best.fitness()) {
                    best = moved;
                }
            }
        }
        return best;
    }

    /** Looks for the alignment pattern farthest from the finder patterns, where perspective shows most. */
    private static ModuleGrid withOppositeFound(ModuleGrid grid) {
        if (grid.side() == 21) {
            return grid;
        }
        int reach = Math.min(24, 6 + grid.side() / 5);
        return IntStream.rangeClosed(-reach, reach)
                .boxed()
                .flatMap(down -> IntStream.rangeClosed(-reach, reach)
                        .mapToObj(across -> grid.withOppositeMoved(across / 2.0, down / 2.0)))
                .max(Comparator.comparingDouble(ModuleGrid::oppositeFitness))
                .flatMap(found -> Stream.of(grid, found).max(Comparator.comparingDouble(ModuleGrid::fitness)))
                .orElse(grid);
    }
}
