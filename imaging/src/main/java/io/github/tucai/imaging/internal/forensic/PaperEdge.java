package io.github.tucai.imaging.internal.forensic;

import io.github.tucai.imaging.internal.pixel.Lab;
import io.github.tucai.imaging.internal.pixel.Tile;

/**
 * Straight lines from side to side near the border of the picture: the edge of a paper, the frame of a screen. It may be
 * held a little askew; one side of the line is lighter all along.
 */
public final class PaperEdge {
    private static final int SIZE = Tile.SIZE;
    private static final int DEEPEST = SIZE * 17 / 100;
    private static final int MOST_TILT = 24;
    private static final int TILT_STEP = 2;
    private static final int FROM = SIZE / 8;
    private static final int TO = SIZE - SIZE / 8;
    private static final int ALONG = (TO - FROM) / 2;
    private static final double CLEAR_STEP = 8;
    private static final double STRAIGHT = 0.92;
    // Of a line that leaves the picture, so much must be inside.
    private static final double LEAST_SEEN = 0.7;
    // By tilt, then by place along the side: how much deeper the line is there than in its middle.
    private static final int[][] DEEPER = new int[2 * MOST_TILT / TILT_STEP + 1][ALONG];
    private static final int DEPTHS = DEEPEST + MOST_TILT / 2;

    static {
        for (int tilt = 0; tilt < DEEPER.length; tilt++) {
            for (int i = 0; i < ALONG; i++) {
                double place = (FROM + 2 * i - SIZE / 2.0) / SIZE;
                DEEPER[tilt][i] = (int) Math.round((tilt * TILT_STEP - MOST_TILT) * place);
            }
        }
    }

    private final Lab colours;
    // By depth, then by place along the side: 1 for a clear step to the lighter outside, -1 to the darker one, or 0.
    private final byte[][] steps = new byte[DEPTHS][ALONG];

    private PaperEdge(Lab colours) {
        this.colours = colours;
    }

    /** Share of the four sides that have one. */
    public static double share(Lab colours) {
        PaperEdge edge = new PaperEdge(colours);
        int sides = 0;
        for (int side = 0; side < 4; side++) {
            sides += edge.hasLine(side) ? 1 : 0;
        }
        return sides / 4.0;
    }

    private boolean hasLine(int side) {
        for (int depth = 2; depth < DEPTHS; depth++) {
            for (int i = 0; i < ALONG; i++) {
                steps[depth][i] = step(side, depth, FROM + 2 * i);
            }
        }
        for (int depth = 2; depth < DEEPEST; depth++) {
            for (int[] deeper : DEEPER) {
                if (isLine(depth, deeper)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isLine(int depth, int[] deeper) {
        int seen = 0;
        int steps = 0;
        int lighter = 0;
        for (int i = 0; i < ALONG; i++) {
            int at = depth + deeper[i];
            if (at >= 2 && at < DEPTHS) {
                int step = this.steps[at][i];
                seen++;
                steps += Math.abs(step);
                lighter += step;
                // Nothing can make up for so many gaps.
                if (seen - steps > (1 - STRAIGHT) * ALONG) {
                    return false;
                }
            }
        }
        return seen >= LEAST_SEEN * ALONG && (steps + Math.abs(lighter)) / 2.0 >= STRAIGHT * seen;
    }

    private byte step(int side, int depth, int along) {
        int outer = index(side, depth - 2, along);
        int inner = index(side, depth + 1, along);
        float lighter = colours.lightness(outer) - colours.lightness(inner);
        double size = Math.abs(lighter)
                + Math.abs(colours.a(outer) - colours.a(inner))
                + Math.abs(colours.b(outer) - colours.b(inner));
        return (byte) (size > CLEAR_STEP ? lighter > 0 ? 1 : -1 : 0);
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
