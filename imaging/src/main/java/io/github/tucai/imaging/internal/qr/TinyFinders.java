package io.github.tucai.imaging.internal.qr;

import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks for the finder patterns of screenshots that were made smaller by leaving pixels out: upright, without greys, each module
 * one or two pixels wide by turns. Readers expect modules of nearly one width and pass these by.
 */
final class TinyFinders {
    private static final int MOST_THIN = 2;
    private static final int LEAST_HEART = 3;
    private static final int MOST_HEART = 6;
    private static final int LEAST_WIDTH = 8;
    private static final int MOST_WIDTH = 14;
    private static final int LEAST_CONTRAST = 60;
    private static final int MOST_CENTRES = 200;
    private static final int LEAST_MODULES_BETWEEN = 14;
    // Widths and places are off by a pixel or two where pixels were left out.
    private static final double OFF_PX = 2;

    // Not so sure that a chance find may count as a code seen.
    private static final double MISFIT = 0.5;

    private final GrayPicture picture;
    private final int threshold;
    private final List<Centre> centres = new ArrayList<>();

    private TinyFinders(GrayPicture picture, int threshold) {
        this.picture = picture;
        this.threshold = threshold;
    }

    /** Notes every triple of such patterns that could be a symbol. */
    static void look(GrayPicture picture, Search search) {
        int darkest = 255;
        int lightest = 0;
        for (byte value : picture.luminance()) {
            darkest = Math.min(darkest, value & 0xFF);
            lightest = Math.max(lightest, value & 0xFF);
        }
        if (lightest - darkest >= LEAST_CONTRAST) {
            TinyFinders finders = new TinyFinders(picture, (darkest + lightest + 1) / 2);
            finders.findCentres();
            finders.tell(search);
        }
    }

    private void findCentres() {
        for (int y = 0; y < picture.height() && centres.size() < MOST_CENTRES; y++) {
            int x = 0;
            while (x < picture.width()) {
                int end = runEnd(x, y, 1, 0);
                if (isDark(x, y) && isThin(end - x)) {
                    addAt(x, y);
                }
                x = end;
            }
        }
    }

    /** Takes a pattern whose middle line begins here, if the line through its heart downward is of the same kind. */
    private void addAt(int left, int y) {
        int width = patternLength(left, y, 1, 0);
        if (width == 0) {
            return;
        }
        int x = left + width / 2;
        int top = y;
        for (int run = 0; run < 3; run++) {
            boolean isDark = run != 1;
            while (top > 0 && isDark(x, top - 1) == isDark) {
                top--;
            }
        }
        int height = patternLength(x, top, 0, 1);
        if (height > 0 && Math.abs(height - width) <= OFF_PX) {
            Centre found = new Centre(left + width / 2.0, top + height / 2.0, (width + height) / 14.0);
            if (centres.stream().noneMatch(other -> other.isNear(found))) {
                centres.add(found);
            }
        }
    }

    /** Pixels of five runs dark and light by turns, thin but for the third; 0 if they are not so. */
    private int patternLength(int x, int y, int acrossStep, int downStep) {
        int length = 0;
        for (int run = 0; run < 5; run++) {
            int startX = x + length * acrossStep;
            int startY = y + length * downStep;
            if (!isInside(startX, startY) || isDark(startX, startY) == (run % 2 == 1)) {
                return 0;
            }
            int end = runEnd(startX, startY, acrossStep, downStep);
            int pixels = end - (acrossStep == 1 ? startX : startY);
            boolean isHeart = run == 2;
            if (isHeart ? pixels < LEAST_HEART || pixels > MOST_HEART : !isThin(pixels)) {
                return 0;
            }
            length += pixels;
        }
        return length >= LEAST_WIDTH && length <= MOST_WIDTH ? length : 0;
    }

    private static boolean isThin(int pixels) {
        return pixels <= MOST_THIN;
    }

    /** The coordinate after the last pixel of the same colour. */
    private int runEnd(int x, int y, int acrossStep, int downStep) {
        int endX = x;
        int endY = y;
        boolean isDark = isDark(x, y);
        while (isInside(endX, endY) && isDark(endX, endY) == isDark) {
            endX += acrossStep;
            endY += downStep;
        }
        return acrossStep == 1 ? endX : endY;
    }

    private boolean isInside(int x, int y) {
        return x < picture.width() && y < picture.height();
    }

    private boolean isDark(int x, int y) {
        return picture.at(x, y) < threshold;
    }

    private void tell(Search search) {
        for (Centre corner : centres) {
            for (Centre right : centres) {
                double across = right.x() - corner.x();
                boolean isLevel = Math.abs(right.y() - corner.y()) <= OFF_PX;
                if (!isLevel || across < LEAST_MODULES_BETWEEN * corner.module() - OFF_PX) {
                    continue;
                }
                centres.stream()
                        .filter(below -> Math.abs(below.x() - corner.x()) <= OFF_PX)
                        .filter(below -> Math.abs(below.y() - corner.y() - across) <= OFF_PX)
                        .map(below -> triple(corner, right, below))
                        .forEach(search::saw);
            }
        }
    }

    private FinderTriple triple(Centre corner, Centre right, Centre below) {
        double module = picture.lengthInFirst((corner.module() + right.module() + below.module()) / 3);
        return new FinderTriple(first(corner), first(right), first(below), module, module, module, MISFIT);
    }

    private Point2D first(Centre centre) {
        return new Point2D.Double(picture.toFirst(centre.x()), picture.toFirst(centre.y()));
    }

    private record Centre(double x, double y, double module) {
        boolean isNear(Centre other) {
            return Math.abs(x - other.x) <= OFF_PX && Math.abs(y - other.y) <= OFF_PX;
        }
    }
}
