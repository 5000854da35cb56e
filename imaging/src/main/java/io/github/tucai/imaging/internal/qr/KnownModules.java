package io.github.tucai.imaging.internal.qr;

import com.google.zxing.qrcode.decoder.Version;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * The modules whose colour every symbol of a size shares: finder patterns with their separators, timing lines, alignment
 * patterns (ISO/IEC 18004, clause 6.3). They tell whether a grid lies right, and how dark is dark.
 */
final class KnownModules {
    private static final int SAMPLE = 600;
    private static final Map<Integer, KnownModules> BY_SIDE = new ConcurrentHashMap<>();

    private final List<Module> modules;
    private final Colour[][] colours;
    private final List<Module> alignments = new ArrayList<>();
    private final List<Module> opposite;
    private final List<Module> sample;

    private KnownModules(int side) {
        this.modules = new ArrayList<>();
        this.colours = new Colour[side][side];
        for (Colour[] row : colours) {
            Arrays.fill(row, Colour.UNKNOWN);
        }
        for (int i = 0; i < 8; i++) {
            for (int j = 0; j < 8; j++) {
                boolean isDark = isDarkInFinder(i, j);
                add(i, j, isDark);
                add(side - 1 - i, j, isDark);
                add(i, side - 1 - j, isDark);
            }
        }
        for (int i = 8; i < side - 8; i++) {
            add(i, 6, i % 2 == 0);
            add(6, i, i % 2 == 0);
        }
        addAlignment(side);
        this.opposite = modules.stream()
                .filter(module -> module.column() > side - 10 && module.row() > side - 10)
                .toList();
        int step = 1 + modules.size() / SAMPLE;
        this.sample = IntStream.range(0, modules.size())
                .filter(i -> i % step == 0)
                .mapToObj(modules::get)
                .toList();
    }

    /** @param side modules a side, 21 to 177 in steps of 4 */
    static KnownModules of(int side) {
        return BY_SIDE.computeIfAbsent(side, KnownModules::new);
    }

    private void addAlignment(int side) {
        int[] centres = Version.getVersionForNumber((side - 17) / 4).getAlignmentPatternCenters();
        for (int x : centres) {
            for (int y : centres) {
                // Those that would lie on finder patterns are left out; those on timing lines are not.
                boolean isOnFinder = (x < 9 || y < 9) && (x < 9 || x > side - 9) && (y < 9 || y > side - 9);
                if (!isOnFinder) {
                    addAlignment(x, y);
                }
            }
        }
    }

    private void addAlignment(int x, int y) {
        alignments.add(new Module(x, y, true));
        for (int i = -2; i <= 2; i++) {
            for (int j = -2; j <= 2; j++) {
                add(x + i, y + j, Math.max(Math.abs(i), Math.abs(j)) != 1);
            }
        }
    }

    /** The eighth row and column are the light separator. */
    private static boolean isDarkInFinder(int column, int row) {
        int ring = Math.max(Math.abs(column - 3), Math.abs(row - 3));
        return ring <= 1 || ring == 3;
    }

    private void add(int column, int row, boolean isDark) {
        if (colours[row][column] == Colour.UNKNOWN) {
            colours[row][column] = isDark ? Colour.DARK : Colour.LIGHT;
            modules.add(new Module(column, row, isDark));
        }
    }

    List<Module> modules() {
        return modules;
    }

    /** As many of them, spread over the symbol, as tell how well a grid lies. */
    List<Module> sample() {
        return sample;
    }

    /** Those of the alignment pattern farthest from the finder patterns. */
    List<Module> opposite() {
        return opposite;
    }

    /** The centres of the alignment patterns. */
    List<Module> alignments() {
        return alignments;
    }

    Colour of(int column, int row) {
        return colours[row][column];
    }

    enum Colour {
        DARK,
        LIGHT,
        UNKNOWN
    }

    record Module(int column, int row, boolean isDark) {}
}
