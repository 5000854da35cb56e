package io.github.tucai.imaging.internal.qr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;

/**
 * How far a symbol's modules stand off a flat grid: paper and cloth bend. From the finder patterns outward each part of the grid
 * is shifted to where its modules are plainly dark or plainly light, starting from where its neighbours went.
 */
final class Warp {
    private static final int SPACING = 5;
    private static final int SWEEPS = 3;
    // Version 20: more than any collection code has.
    private static final int MOST_MODULES_IN_FULL = 97;
    private static final double ANCHOR_REACH = 3;
    private static final double ANCHOR_STEP = 0.5;
    private static final double LEAST_ANCHOR = 0.6;
    private static final double KNOWN_WEIGHT = 2;
    private static final int PATCH = 4;
    private static final double[] FIRST_STEPS = {0.3, 0.15};
    private static final double[] STEPS = {0.2, 0.1};
    // Shares of the contrast that a shift of one module against the neighbours must earn.
    private static final double STIFFNESS = 0.5;

    private final ModuleGrid grid;
    private final double[][] thresholds;
    private final double contrast;
    private final KnownModules colours;
    private final int nodes;
    private final double spacing;
    private final double[][] across;
    private final double[][] down;
    private final boolean[][] placed;
    private final boolean[][] settled;
    private final List<Anchor> anchors = new ArrayList<>();

    private Warp(ModuleGrid grid, double[][] thresholds) {
        this.grid = grid;
        this.thresholds = thresholds;
        this.colours = KnownModules.of(grid.side());
        this.contrast = grid.fitness() / 2;
        int parts = Math.max(2, Math.round((float) grid.side() / SPACING));
        this.nodes = parts + 1;
        this.spacing = (double) grid.side() / parts;
        this.across = new double[nodes][nodes];
        this.down = new double[nodes][nodes];
        this.placed = new boolean[nodes][nodes];
        this.settled = new boolean[nodes][nodes];
    }

    /** A flat one. */
    static Warp none(ModuleGrid grid) {
        return new Warp(grid, new double[grid.side()][grid.side()]);
    }

    /** @param thresholds between dark and light, for every module */
    static Warp fitted(ModuleGrid grid, double[][] thresholds) {
        Warp warp = new Warp(grid, thresholds);
        warp.findAnchors();
        List<int[]> order = warp.fromAnchorsOutward();
        for (int[] node : order) {
            warp.extend(node[0], node[1]);
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int[] node : order) {
                warp.settle(node[0], node[1]);
            }
        }
        return warp;
    }

    /** Finder patterns have given the grid; alignment patterns that stand off it say how far. */
    private void findAnchors() {
        double far = grid.side() - 3.5;
        anchors.add(new Anchor(3.5, 3.5, 0, 0));
        anchors.add(new Anchor(far, 3.5, 0, 0));
        anchors.add(new Anchor(3.5, far, 0, 0));
        for (KnownModules.Module centre : KnownModules.of(grid.side()).alignments()) {
            Anchor best = new Anchor(centre.column() + 0.5, centre.row() + 0.5, 0, 0);
            double most = LEAST_ANCHOR * grid.fitness();
            for (double dy = -ANCHOR_REACH; dy <= ANCHOR_REACH; dy += ANCHOR_STEP) {
                for (double dx = -ANCHOR_REACH; dx <= ANCHOR_REACH; dx += ANCHOR_STEP) {
                    double contrast = alignmentContrast(centre, dx, dy);
                    if (contrast > most) {
                        most = contrast;
                        best = new Anchor(centre.column() + 0.5, centre.row() + 0.5, dx, dy);
                    }
                }
            }
            if (most > LEAST_ANCHOR * grid.fitness()) {
                anchors.add(best);
            }
        }
    }

    private double alignmentContrast(KnownModules.Module centre, double dx, double dy) {
        double dark = 0;
        double light = 0;
        for (int i = 0; i < 25; i++) {
            int x = i % 5 - 2;
            int y = i / 5 - 2;
            double value = grid.meanAt(centre.column() + x + 0.5 + dx, centre.row() + y + 0.5 + dy);
            if (Math.max(Math.abs(x), Math.abs(y)) == 1) {
                light += value / 8;
            } else {
                dark += value / 17;
            }
        }
        return light - dark;
    }

    private List<int[]> fromAnchorsOutward() {
        return IntStream.range(0, nodes * nodes)
                .mapToObj(i -> new int[] {i % nodes, i / nodes})
                .sorted(Comparator.comparingDouble(
                        node -> nearest(node[0], node[1]).distance(node[0] * spacing, node[1] * spacing)))
                .toList();
    }

    private Anchor nearest(int x, int y) {
        return anchors.stream()
                .min(Comparator.comparingDouble(anchor -> anchor.distance(x * spacing, y * spacing)))
                .orElseThrow();
    }

    private record Anchor(double column, double row, double across, double down) {
        double distance(double x, double y) {
            return Math.hypot(column - x, row - y);
        }
    }

    /** First place of a node: where its neighbours lead, then where a patch around it is plainest. */
    private void extend(int x, int y) {
        double[] led = led(x, y);
        across[y][x] = led[0];
        down[y][x] = led[1];
        search(x, y, led, FIRST_STEPS, () -> patchPlainness(x, y));
        placed[y][x] = true;
    }

    /** Moves a node to where it fits best; one around which nothing moved since stands there already. */
    private void settle(int x, int y) {
        if (settled[y][x]) {
            return;
        }
        settled[y][x] = true;
        double wasAcross = across[y][x];
        double wasDown = down[y][x];
        search(x, y, neighbours(x, y), STEPS, new Surroundings(x, y)::plainness);
        if (across[y][x] != wasAcross || down[y][x] != wasDown) {
            for (int j = Math.max(0, y - 1); j <= Math.min(nodes - 1, y + 1); j++) {
                Arrays.fill(settled[j], Math.max(0, x - 1), Math.min(nodes, x + 2), false);
            }
        }
    }

    private void search(int x, int y, double[] expected, double[] steps, DoubleSupplier plainness) {
        for (double step : steps) {
            double startAcross = across[y][x];
            double startDown = down[y][x];
            double bestAcross = startAcross;
            double bestDown = startDown;
            double best = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < 9; i++) {
                across[y][x] = startAcross + (i % 3 - 1) * step;
                down[y][x] = startDown + (i / 3 - 1) * step;
                double off = Math.pow(across[y][x] - expected[0], 2) + Math.pow(down[y][x] - expected[1], 2);
                double gain = plainness.getAsDouble() - STIFFNESS * contrast * off;
                if (gain > best) {
                    best = gain;
                    bestAcross = across[y][x];
                    bestDown = down[y][x];
                }
            }
            across[y][x] = bestAcross;
            down[y][x] = bestDown;
        }
    }

    /** Where the placed neighbours lead: a pair in line leads on, a single one keeps its shift. */
    private double[] led(int x, int y) {
        Anchor anchor = nearest(x, y);
        if (anchor.distance(x * spacing, y * spacing) < spacing) {
            return new double[] {anchor.across(), anchor.down()};
        }
        double sumAcross = 0;
        double sumDown = 0;
        int count = 0;
        for (int i = 0; i < 9; i++) {
            int dx = i % 3 - 1;
            int dy = i / 3 - 1;
            if (i != 4 && isPlaced(x + dx, y + dy)) {
                boolean leads = isPlaced(x + 2 * dx, y + 2 * dy);
                sumAcross += across[y + dy][x + dx] * (leads ? 2 : 1) - (leads ? across[y + 2 * dy][x + 2 * dx] : 0);
                sumDown += down[y + dy][x + dx] * (leads ? 2 : 1) - (leads ? down[y + 2 * dy][x + 2 * dx] : 0);
                count++;
            }
        }
        return count == 0 ? new double[2] : new double[] {sumAcross / count, sumDown / count};
    }

    private boolean isPlaced(int x, int y) {
        return x >= 0 && y >= 0 && x < nodes && y < nodes && placed[y][x];
    }

    /** How far on the mean the modules next to a node are from grey, were they all shifted like it. */
    private double patchPlainness(int x, int y) {
        int left = (int) Math.max(0, Math.round(x * spacing) - PATCH);
        int right = (int) Math.min(grid.side(), Math.round(x * spacing) + PATCH);
        int top = (int) Math.max(0, Math.round(y * spacing) - PATCH);
        int bottom = (int) Math.min(grid.side(), Math.round(y * spacing) + PATCH);
        double sum = 0;
        for (int row = top; row < bottom; row++) {
            for (int column = left; column < right; column++) {
                double value = sampled(column, row, across[y][x], down[y][x]);
                sum += plainness(column, row, value);
            }
        }
        return sum / ((right - left) * (bottom - top));
    }

    /** Mean shift of the neighbours that have a place. */
    private double[] neighbours(int x, int y) {
        double sumAcross = 0;
        double sumDown = 0;
        int count = 0;
        for (int j = Math.max(0, y - 1); j <= Math.min(nodes - 1, y + 1); j++) {
            for (int i = Math.max(0, x - 1); i <= Math.min(nodes - 1, x + 1); i++) {
                if (placed[j][i] && (i != x || j != y)) {
                    sumAcross += across[j][i];
                    sumDown += down[j][i];
                    count++;
                }
            }
        }
        return count == 0 ? new double[2] : new double[] {sumAcross / count, sumDown / count};
    }

    /** Luminance of a module if it is shifted so far; in a symbol of very many modules a rough one, as time is short. */
    private double sampled(int column, int row, double byAcross, double byDown) {
        double x = column + 0.5 + byAcross;
        double y = row + 0.5 + byDown;
        return grid.side() > MOST_MODULES_IN_FULL ? grid.roughlyAt(x, y, (column + row) % 2 == 0) : grid.meanAt(x, y);
    }

    private double plainness(int column, int row, double value) {
        double lighter = value - thresholds[row][column];
        return switch (colours.of(column, row)) {
            case DARK -> -KNOWN_WEIGHT * lighter;
            case LIGHT -> KNOWN_WEIGHT * lighter;
            case UNKNOWN -> Math.abs(lighter);
        };
    }

    /** Luminance of a module where it was found to stand. */
    double meanAt(int column, int row) {
        return grid.meanAt(column + 0.5 + shift(across, column, row), row + 0.5 + shift(down, column, row));
    }

    private double shift(double[][] shifts, int column, int row) {
        double x = (column + 0.5) / spacing;
        double y = (row + 0.5) / spacing;
        int i = Math.min((int) x, nodes - 2);
        int j = Math.min((int) y, nodes - 2);
        return blend(shifts, i, j, x - i, y - j);
    }

    private static double blend(double[][] shifts, int i, int j, double x, double y) {
        double upper = shifts[j][i] + x * (shifts[j][i + 1] - shifts[j][i]);
        double lower = shifts[j + 1][i] + x * (shifts[j + 1][i + 1] - shifts[j + 1][i]);
        return upper + y * (lower - upper);
    }

    /** The modules around a node, and how far the other nodes shift them: what stays while this one is moved to and fro. */
    private final class Surroundings {
        private final int x;
        private final int y;
        private final int left;
        private final int top;
        private final int width;
        private final int count;
        private final double[] shares;
        private final double[] acrossByOthers;
        private final double[] downByOthers;

        Surroundings(int x, int y) {
            this.x = x;
            this.y = y;
            this.left = (int) Math.max(0, Math.round((x - 1) * spacing));
            this.top = (int) Math.max(0, Math.round((y - 1) * spacing));
            this.width = (int) Math.min(grid.side(), Math.round((x + 1) * spacing)) - left;
            int height = (int) Math.min(grid.side(), Math.round((y + 1) * spacing)) - top;
            this.count = width * height;
            this.shares = new double[count];
            this.acrossByOthers = new double[count];
            this.downByOthers = new double[count];
            for (int i = 0; i < count; i++) {
                double offAcross = Math.abs((column(i) + 0.5) / spacing - x);
                double offDown = Math.abs((row(i) + 0.5) / spacing - y);
                shares[i] = Math.max(0, 1 - offAcross) * Math.max(0, 1 - offDown);
                acrossByOthers[i] = shift(across, column(i), row(i)) - shares[i] * across[y][x];
                downByOthers[i] = shift(down, column(i), row(i)) - shares[i] * down[y][x];
            }
        }

        private int column(int i) {
            return left + i % width;
        }

        private int row(int i) {
            return top + i / width;
        }

        /** How far on the mean they are from grey. */
        double plainness() {
            double sum = 0;
            for (int i = 0; i < count; i++) {
                int column = column(i);
                int row = row(i);
                double shiftAcross = acrossByOthers[i] + shares[i] * across[y][x];
                double shiftDown = downByOthers[i] + shares[i] * down[y][x];
                double value = sampled(column, row, shiftAcross, shiftDown);
                sum += Warp.this.plainness(column, row, value);
            }
            return sum / count;
        }
    }
}
