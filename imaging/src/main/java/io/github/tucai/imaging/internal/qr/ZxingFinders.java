package io.github.tucai.imaging.internal.qr;

import com.google.zxing.common.BitArray;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.detector.FinderPattern;
import com.google.zxing.qrcode.detector.FinderPatternFinder;
import java.util.Comparator;
import java.util.List;

/**
 * The finder patterns that ZXing sees in a picture. ZXing's own choice among them tries all threes, which takes minutes where
 * a picture is tiled with such patterns; here their number is bounded.
 */
final class ZxingFinders extends FinderPatternFinder {
    private static final int LINE_STEP = 2;
    private static final int MOST_NOTED = 600;
    private static final int MOST_TOLD = 80;
    private static final int RUNS = 5;

    private ZxingFinders(BitMatrix bits) {
        super(bits);
    }

    /** Those that most lines confirm, most confirmed first. */
    static List<FinderPattern> patterns(BitMatrix bits, Search search) {
        ZxingFinders finders = new ZxingFinders(bits);
        for (int y = LINE_STEP - 1; y < bits.getHeight(); y += LINE_STEP) {
            if (finders.getPossibleCenters().size() > MOST_NOTED) {
                search.sawCrowd();
                break;
            }
            finders.scan(y);
        }
        return finders.getPossibleCenters().stream()
                .sorted(Comparator.comparingInt(FinderPattern::getCount).reversed())
                .limit(MOST_TOLD)
                .toList();
    }

    private void scan(int y) {
        BitArray line = getImage().getRow(y, null);
        int[] runs = new int[RUNS];
        int start = line.getNextSet(0);
        boolean isDark = true;
        for (int known = 1; start < line.getSize(); known++) {
            int end = isDark ? line.getNextUnset(start) : line.getNextSet(start);
            System.arraycopy(runs, 1, runs, 0, RUNS - 1);
            runs[RUNS - 1] = end - start;
            if (isDark && known >= RUNS && foundPatternCross(runs)) {
                handlePossibleCenter(runs.clone(), y, end);
            }
            start = end;
            isDark = !isDark;
        }
    }
}
