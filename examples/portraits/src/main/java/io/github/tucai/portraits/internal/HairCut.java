package io.github.tucai.portraits.internal;

import io.github.tucai.portraits.spec.Hair;
import io.github.tucai.portraits.spec.Hat;
import io.github.tucai.portraits.spec.PortraitSpec;
import java.util.Random;

/** How hair of each style starts from a root: direction, length, lift, and where it may not go. */
final class HairCut {
    /** Lowest height with hair roots, by depth. */
    private static final Table HAIRLINE = Table.of(
            -12, -7, -9, -6.5, -6.6, -3, -5.6, 2.2, -3, 2.2, -2.5, 0, -1.6, .6, -.8, 3.2, 1, 6.2, 3, 8.0, 5, 8.3);

    private static final double HAT_EDGE = 5.4;
    private static final Vec KNOT = new Vec(0, 2, -12.5);

    private final Hair style;
    private final boolean underHat;

    HairCut(PortraitSpec spec) {
        style = spec.hair();
        underHat = spec.hat() != Hat.NONE;
    }

    /** A strand as it leaves the skin; lengths in centimetres. */
    record Start(Vec comb, double lift, double length) {}

    static double hairline(double x, double z) {
        return HAIRLINE.at(z) + .35 * Noise.at(x * 1.3, z * 1.3, 5);
    }

    boolean isLong() {
        return style == Hair.LONG_BEHIND_EARS || style == Hair.LONG_OVER_EARS;
    }

    boolean isBehindEars() {
        return style == Hair.LONG_BEHIND_EARS;
    }

    boolean isOverEars() {
        return style == Hair.LONG_OVER_EARS;
    }

    boolean isTied() {
        return style == Hair.TIED_BACK;
    }

    /** The way tied hair goes from a place: aside from the parting, then to the knot, always along the skull. */
    static Vec tiedWay(Vec from, Vec comb) {
        double low = Smooth.step(8.5, 6, from.y());
        Vec way = comb.mix(KNOT.minus(from).unit(), low);
        Vec r = Skull.relative(from);
        Vec out = new Vec(r.x() / Skull.RADII.x(), r.y() / Skull.RADII.y(), r.z() / Skull.RADII.z()).unit();
        return way.plus(out, -way.dot(out)).unit();
    }

    /** Whether the strand is hidden by a hat. */
    boolean isHidden(Vec root) {
        return underHat && root.y() > HAT_EDGE;
    }

    int strands() {
        return isLong() ? 16_000 : 42_000;
    }

    double strandWidth() {
        return isLong() ? .05 : .035;
    }

    /** How much strands differ in brightness: smooth hair is easily taken for a cap. */
    double contrast() {
        return style == Hair.TIED_BACK ? .5 : .28;
    }

    double gravity(boolean onHead) {
        if (isLong()) {
            return onHead ? .05 : .22;
        }
        return switch (style) {
            case FRINGE -> .18;
            case TIED_BACK -> 0;
            default -> .04;
        };
    }

    /** Where the strand is held over the skull, 1 on it. */
    double height(Vec root, double chance, double clump) {
        if (underHat) {
            return 1.02;
        }
        double high = 1.02 + (isLong() ? .075 : .055) * chance + .02 * clump;
        if (style == Hair.SIDE_PART) {
            double nearParting = Smooth.step(1.5, 0, Math.abs(root.x() - parting()));
            return high + .06 * top(root) * (1 - .6 * nearParting);
        }
        if (style == Hair.TIED_BACK) {
            double nearParting = Smooth.step(1.2, 0, Math.abs(root.x() - parting())) * top(root);
            return Math.max(1.012, high + .02 + .025 * clump - .06 * nearParting);
        }
        return high;
    }

    private double parting() {
        return style == Hair.SIDE_PART ? 3.2 : .6;
    }

    private static double top(Vec root) {
        return Smooth.step(6, 10, root.y());
    }

    Start start(Vec root, Random random) {
        return switch (style) {
            case SIDE_PART -> sidePart(root);
            case FRINGE -> fringe(root, random);
            case TIED_BACK -> tiedBack(root);
            case LONG_BEHIND_EARS, LONG_OVER_EARS -> hanging(root, random);
            case NONE, SHORT -> cropped(root);
        };
    }

    private double side(Vec root) {
        return root.x() < parting() ? -1 : 1;
    }

    private Start sidePart(Vec root) {
        double top = top(root);
        Vec comb = new Vec(Smooth.mix(0, side(root) * 1.1, top), Smooth.mix(-1, -.05, top), Smooth.mix(-.5, -.25, top));
        return new Start(comb, Smooth.mix(.15, .75, top), Smooth.mix(1.6, 5, Smooth.step(3, 9, root.y())));
    }

    private static Start fringe(Vec root, Random random) {
        if (root.z() > -2 && root.y() > 6.5) {
            return new Start(new Vec(root.x() * .05, -1, .55), .15, 4.6 + random.nextDouble());
        }
        return new Start(new Vec(root.x() * .02, -1, -.25), .25, Smooth.mix(3.5, 8, top(root)));
    }

    /** Combed to a knot at the back of the head, which the front does not show. */
    private Start tiedBack(Vec root) {
        Vec comb = new Vec(side(root), -.2, -.75).unit();
        return new Start(tiedWay(root, comb), .05, 1.6 * KNOT.minus(root).length());
    }

    private Start hanging(Vec root, Random random) {
        double back = isOverEars() ? -.2 : -.55;
        return new Start(new Vec(side(root), -.35, back), .3, 36 + 5 * random.nextDouble());
    }

    private static Start cropped(Vec root) {
        double top = top(root);
        Vec comb = new Vec(Smooth.mix(0, .8, top), Smooth.mix(-1, .1, top), Smooth.mix(-.35, .12, top));
        return new Start(comb, Smooth.mix(.10, .30, top), Smooth.mix(1.5, 3.4, Smooth.step(4, 10, root.y())));
    }

    /** Whether a strand that comes here is cut away: it would hang over the face or run through an ear. */
    boolean isForbidden(double x, double y, double z) {
        if (!isLong()) {
            return false;
        }
        boolean overFace = z > -1.2 && Math.abs(x) < 6.9 && y < 6.5 && y > -11;
        boolean throughEar = isBehindEars() && z > -5 && y < 3.9 && y > -4;
        boolean overThroat = isBehindEars() && y < -9 && z > -3.5 && Math.abs(x) < 6.5;
        return overFace || throughEar || overThroat;
    }
}
