package io.github.tucai.imaging.internal.code;

import com.google.zxing.ReaderException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.DecoderResult;
import com.google.zxing.qrcode.decoder.Decoder;

/**
 * Reads symbols of little more than a pixel a module, as scaled-down screenshots have them. There no threshold keeps modules
 * apart; but once finder patterns and timing lines fix the grid to a fraction of a pixel, each module can be sampled at its
 * centre and freed from what its neighbours lend it.
 */
final class TinyPass {
    private static final double MOST_MODULE_PX = 2.6;
    private static final int MOST_TRIPLES = 4;
    private static final double[] STEPS = {0.6, 0.3, 0.15, 0.07};
    private static final double[] SHARPENING = {0.6, 1, 0.3, 1.5, 0};

    private final GrayPicture picture;
    private final Search search;

    private TinyPass(GrayPicture picture, Search search) {
        this.picture = picture;
        this.search = search;
    }

    /** Tries the triples that earlier passes saw and could not read. */
    static void run(GrayPicture picture, Search search) {
        TinyPass pass = new TinyPass(picture, search);
        for (FinderTriple triple : search.unread(MOST_MODULE_PX, MOST_TRIPLES)) {
            if (search.isOutOfTime()) {
                return;
            }
            pass.read(triple);
        }
    }

    private void read(FinderTriple triple) {
        double across = triple.corner().distance(triple.right());
        double modules = across / triple.moduleSize() + 7;
        int likeliest = 17 + 4 * (int) Math.round((modules - 17) / 4);
        ModuleGrid best = null;
        for (int side = Math.max(21, likeliest - 12); side <= Math.min(177, likeliest + 12); side += 4) {
            ModuleGrid grid = fit(new ModuleGrid(picture, triple, side));
            if (best == null || grid.fitness() > best.fitness()) {
                best = grid;
            }
        }
        if (best != null) {
            decode(best);
        }
    }

    private static ModuleGrid fit(ModuleGrid start) {
        ModuleGrid best = start;
        for (double step : STEPS) {
            boolean better = true;
            for (int round = 0; better && round < 4; round++) {
                better = false;
                for (int coordinate = 0; coordinate < 6; coordinate++) {
                    for (double shift : new double[] {-step, step}) {
                        ModuleGrid moved = best.moved(coordinate, shift);
                        if (moved.fitness() > best.fitness()) {
                            best = moved;
                            better = true;
                        }
                    }
                }
            }
        }
        return best;
    }

    private void decode(ModuleGrid grid) {
        for (double sharpening : SHARPENING) {
            if (decode(grid, grid.sampled(sharpening))) {
                return;
            }
        }
    }

    private boolean decode(ModuleGrid grid, BitMatrix bits) {
        try {
            DecoderResult decoded = new Decoder().decode(bits);
            int version = (grid.side() - 17) / 4;
            Payload.text(decoded.getRawBytes(), version).ifPresent(text -> search.add(Symbol.of(text, grid.corners())));
            return true;
        } catch (ReaderException e) {
            return false;
        }
    }
}
