package io.github.tucai.imaging.internal.measure;

import io.github.tucai.imaging.internal.model.Tile;

/** Straight lines from side to side near the border of the picture: the edge of a paper, the frame of a screen. */
final class PaperEdge {
    private static final int SIZE = Tile.SIZE;
    private static final int DEEPEST = SIZE * 17 / 100;
    private static final int MOST_TILT = 8;
    private static final int FROM = SIZE / 8;
    private static final int TO = SIZE - SIZE / 8;
    private static final double CLEAR_STEP = 14;
    private static final double STRAIGHT = 0.85;

    private final Lab colours;

    private PaperEdge(Lab colours) {
        this.colours = colours;
    }

    /** Share of the four sides that have one. */
    static double share(Lab colours) {
        PaperEdge edge = new PaperEdge(colours);
        int sides = 0;
        for (int side = 0; side < 4; side++) {
            sides += edge.hasLine(side) ? 1 : 0;
        }
        return sides / 4.0;
    }

    private boolean hasLine(int side) {
        for (int depth = 2; depth < DEEPEST; depth++) {
            for (int tilt = -MOST_TILT; tilt <= MOST_TILT; tilt += 2) {
                if (straightness(side, depth, tilt) >= STRAIGHT) {
                    return true;
                }
            }
        }
        return false;
    }

    private double straightness(int side, int depth, int tilt) {
        int steps = 0;
        int seen = 0;
        for (int along = FROM; along < TO; along += 2) {
            int at = depth + Math.round((float) tilt * (along - SIZE / 2f) / SIZE);
            if (at >= 2 && at < SIZE - 2) {
                seen++;
                steps += step(side, at, along) > CLEAR_STEP ? 1 : 0;
            }
            // Nothing can make up for so many gaps.
            if (seen - steps > (1 - STRAIGHT) * (TO - FROM) / 2 + 1) {
                return 0;
            }
        }
        return (double) steps / seen;
    }

    private double step(int side, int depth, int along) {
        int outer = index(side, depth - 2, along);
        int inner = index(side, depth + 1, along);
        return Math.abs(colours.lightness(outer) - colours.lightness(inner))
                + Math.abs(colours.a(outer) - colours.a(inner))
                + Math.abs(colours.b(outer) - colours.b(inner));
    }

    private static int index(int side, int depth, int along) {
        return switch (side) {
            case 0 -> along * SIZE + depth;
            case 1 -> along * SIZE + SIZE - 1 - depth;
            case 2 -> depth * SIZE + along;
            default -> (SIZE - 1 - depth) * SIZE + along;
        };
    }
}
