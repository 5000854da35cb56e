package io.github.tucai.imaging.internal.qr;

import java.util.Arrays;
import java.util.Optional;

/**
 * Reads symbols that the readers saw and could not read: bent, blurred, damaged, or of little more than a pixel a module. A grid
 * fitted to the finder, timing and alignment patterns says where each module is; then each is sampled, freed from what its
 * neighbours lend it, and decoded with its doubt.
 */
final class GridPass {
    private static final int MOST_TRIPLES = 4;
    private static final double TINY_PX = 2.6;
    // Where the known modules say less there is no symbol of this size, bent or not.
    private static final double LEAST_AGREEMENT = 0.2;
    private static final double[] PIXEL_SHIFTS = {0, -0.25, 0.25};

    private final Search search;

    private GridPass(Search search) {
        this.search = search;
    }

    /** Tries the triples that earlier passes saw and could not read. */
    static void run(GrayPicture picture, Search search) {
        GridPass pass = new GridPass(search);
        for (FinderTriple triple : search.unread(MOST_TRIPLES)) {
            if (search.isOutOfTime()) {
                return;
            }
            if (!search.isRead(triple) && search.isFirstAttempt(picture, triple)) {
                GridFit.of(picture, triple).ifPresent(pass::read);
            }
        }
    }

    private void read(ModuleGrid grid) {
        ModuleValues flat = new ModuleValues(flat(grid));
        Optional<CodeText> text = text(flat);
        if (text.isEmpty() && grid.modulePx() < TINY_PX) {
            text = byPixel(grid);
        }
        if (text.isEmpty() && flat.agreement() > LEAST_AGREEMENT && !search.isOutOfTime()) {
            text = text(new ModuleValues(bent(grid, flat.thresholds())));
        }
        text.ifPresent(found -> search.add(Symbol.of(found, grid.corners())));
    }

    private static Optional<CodeText> text(ModuleValues values) {
        double[][] certainties = values.certainties();
        return new SoftSymbol(ModuleValues.doubtingPlain(certainties))
                .text()
                .or(() -> new SoftSymbol(Equalizer.equalized(certainties)).text());
    }

    /** Many grids look at the same pixels, so the best is searched from several starts. */
    private Optional<CodeText> byPixel(ModuleGrid grid) {
        return Arrays.stream(PIXEL_SHIFTS)
                .boxed()
                .flatMap(y ->
                        Arrays.stream(PIXEL_SHIFTS).mapToObj(x -> grid.byPixel().shifted(x, y)))
                .takeWhile(start -> !search.isOutOfTime())
                .map(GridFit::refined)
                .map(start -> new SoftSymbol(new ModuleValues(flat(start)).certainties()).text())
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static double[][] flat(ModuleGrid grid) {
        Warp none = Warp.none(grid);
        return sampled(grid.side(), none::meanAt);
    }

    private static double[][] bent(ModuleGrid grid, double[][] thresholds) {
        Warp warp = Warp.fitted(grid, thresholds);
        return sampled(grid.side(), warp::meanAt);
    }

    private static double[][] sampled(int side, Sampler sampler) {
        double[][] values = new double[side][side];
        for (int row = 0; row < side; row++) {
            for (int column = 0; column < side; column++) {
                values[row][column] = sampler.at(column, row);
            }
        }
        return values;
    }

    private interface Sampler {
        double at(int column, int row);
    }
}
