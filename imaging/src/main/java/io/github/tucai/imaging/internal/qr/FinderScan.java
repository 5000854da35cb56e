package io.github.tucai.imaging.internal.qr;

import com.google.zxing.common.BitArray;
import com.google.zxing.common.BitMatrix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Looks for finder patterns by their dark heart of three modules, the light ring and the dark ring around it. How thick the outer
 * ring is counts for nothing, so that a pattern is found where the quiet zone is missing and print runs into it. What is noted is
 * bounded, whatever the picture shows.
 */
final class FinderScan {
    // Every pattern is crossed by several such lines.
    private static final int LINE_STEP = 2;
    private static final int MOST_NOTED = 600;
    private static final int MOST_TOLD = 90;
    // Off a module's width by more than this share is another pattern.
    private static final double TOLERANCE = 0.55;
    // Runs are whole pixels.
    private static final double PIXEL = 0.4;

    private final BitMatrix bits;
    private final int width;
    private final int height;
    private final List<FinderCentre> centres = new ArrayList<>();

    private FinderScan(BitMatrix bits) {
        this.bits = bits;
        this.width = bits.getWidth();
        this.height = bits.getHeight();
    }

    /** Those that most lines confirm, most confirmed first. */
    static List<FinderCentre> centres(BitMatrix bits) {
        FinderScan scan = new FinderScan(bits);
        for (int y = LINE_STEP; y < bits.getHeight() && scan.centres.size() < MOST_NOTED; y += LINE_STEP) {
            scan.scan(y);
        }
        return scan.centres.stream()
                .sorted(Comparator.comparingInt(FinderCentre::lines).reversed())
                .limit(MOST_TOLD)
                .toList();
    }

    /** Every dark run with light ones like a ring's on both sides. */
    private void scan(int y) {
        BitArray line = bits.getRow(y, null);
        int before = line.getNextSet(0);
        int ring = line.getNextUnset(before);
        int heart = line.getNextSet(ring);
        while (heart < width) {
            int after = line.getNextUnset(heart);
            int end = line.getNextSet(after);
            if (end < width && isRinged(heart - ring, after - heart, end - after)) {
                noteAt((heart + after) / 2, y);
            }
            ring = after;
            heart = end;
        }
    }

    private static boolean isRinged(double left, double heart, double right) {
        double module = (left + heart + right) / 5;
        double off = TOLERANCE * module + PIXEL;
        return Math.abs(left - module) < off
                && Math.abs(right - module) < off
                && Math.abs(heart - 3 * module) < 3 * off;
    }

    private void noteAt(int x, int y) {
        Cross down = cross(x, y, 0, 1);
        if (down.module() == 0) {
            return;
        }
        double centreY = y + down.shift();
        Cross across = cross(x, (int) centreY, 1, 0);
        if (across.module() == 0
                || cross(x, (int) centreY, 1, 1).module() == 0
                || cross(x, (int) centreY, 1, -1).module() == 0) {
            return;
        }
        note(new FinderCentre(x + across.shift() + 0.5, centreY + 0.5, (across.module() + down.module()) / 2, 1));
    }

    private void note(FinderCentre found) {
        for (int i = 0; i < centres.size(); i++) {
            if (centres.get(i).isAt(found)) {
                centres.set(i, centres.get(i).with(found));
                return;
            }
        }
        centres.add(found);
    }

    /** Looks both ways from a dark place; a module of 0 where this is no pattern. */
    private Cross cross(int x, int y, int stepX, int stepY) {
        int[] forth = runs(x, y, stepX, stepY);
        int[] back = runs(x, y, -stepX, -stepY);
        double heart = forth[0] + back[0] - 1;
        double module = (heart + forth[1] + back[1]) / 5;
        boolean isPattern = isRinged(forth[1], heart, back[1])
                && forth[2] >= (1 - TOLERANCE) * module - PIXEL
                && back[2] >= (1 - TOLERANCE) * module - PIXEL;
        return new Cross(isPattern ? module : 0, (forth[0] - back[0]) / 2.0);
    }

    /** Lengths of dark, light and again dark from a place on; the last is followed as far as it matters. */
    private int[] runs(int x, int y, int stepX, int stepY) {
        int[] runs = new int[3];
        int atX = x;
        int atY = y;
        int run = 0;
        int most = Math.max(width, height);
        while (run < 3 && runs[run] < most && atX >= 0 && atY >= 0 && atX < width && atY < height) {
            if (bits.get(atX, atY) == (run % 2 == 0)) {
                runs[run]++;
                atX += stepX;
                atY += stepY;
                // The ring is a third of the heart, of which this is half; the run around it counts up to a module.
                most = run == 0 ? most : 2 * runs[0] + 2;
            } else {
                run++;
            }
        }
        return runs;
    }

    private record Cross(double module, double shift) {}
}
