package io.github.tucai.portraits.internal;

import io.github.tucai.portraits.spec.Dial;
import io.github.tucai.portraits.spec.PortraitSpec;
import java.util.ArrayList;
import java.util.List;

/** Where an eye sits, where it looks, and how its lids lie on it. */
final class Eyeball {
    static final double RADIUS = 1.25;
    static final double IRIS_RADIUS = .59;

    private static final double LID_RADIUS = RADIUS * 1.045;

    /** -1 for the right eye, at negative x; 1 for the left one. */
    final int side;

    final Turn gaze;
    private final int[] upper;
    private final int[] lower;
    private final int[] crease;
    private Vec centre = new Vec(0, 0, 0);

    private Eyeball(PortraitSpec spec, int side, int[] upper, int[] lower, int[] crease) {
        this.side = side;
        this.upper = upper;
        this.lower = lower;
        this.crease = crease;
        gaze = Turn.of(spec.get(Dial.GAZE_YAW), spec.get(Dial.GAZE_PITCH), 0);
    }

    static Eyeball right(PortraitSpec spec) {
        return new Eyeball(
                spec, -1, FacePoints.UPPER_LID_RIGHT, FacePoints.LOWER_LID_RIGHT, FacePoints.LID_CREASE_RIGHT);
    }

    static Eyeball left(PortraitSpec spec) {
        return new Eyeball(spec, 1, FacePoints.UPPER_LID_LEFT, FacePoints.LOWER_LID_LEFT, FacePoints.LID_CREASE_LEFT);
    }

    Vec centre() {
        return centre;
    }

    int middleOfUpperLid() {
        return upper[4];
    }

    int middleOfLowerLid() {
        return lower[4];
    }

    /** Centre of the iris, then its edge: to the picture's right, up, left, down. */
    List<Vec> irisPoints() {
        List<Vec> points = new ArrayList<>();
        points.add(onBall(new Vec(0, 0, 1)));
        double angle = Math.asin(IRIS_RADIUS / RADIUS);
        for (int k = 0; k < 4; k++) {
            double turn = Math.PI / 2 * k;
            points.add(onBall(
                    new Vec(Math.sin(angle) * Math.cos(turn), Math.sin(angle) * Math.sin(turn), Math.cos(angle))));
        }
        return points;
    }

    private Vec onBall(Vec direction) {
        return centre.plus(gaze.apply(direction), RADIUS);
    }

    /** Settles the eyeball behind the lids of a face, then moves the lids. */
    void close(Vec[] face, double open) {
        settle(face);
        for (int k = 1; k < 8; k++) {
            Vec u = face[upper[k]];
            Vec l = face[lower[k]];
            double gapX = u.x() - l.x();
            double gapY = u.y() - l.y();
            Vec low = l.withY(l.y() + gapY * .12 * (1 - open));
            Vec up = new Vec(low.x() + gapX * Smooth.clamp(open, 0, 1), low.y() + gapY * open, u.z());
            face[upper[k]] = onLid(up);
            face[lower[k]] = onLid(low);
            Vec fold = face[crease[k - 1]];
            face[crease[k - 1]] = fold.withY(fold.y() - gapY * .45 * (1 - open));
        }
    }

    private void settle(Vec[] face) {
        Vec sum = new Vec(0, 0, 0);
        for (int k = 0; k < upper.length; k++) {
            sum = sum.plus(face[upper[k]]).plus(face[lower[k]]);
        }
        Vec middle = sum.times(1.0 / (2 * upper.length));
        double depth = Double.MAX_VALUE;
        for (int k = 2; k < 7; k++) {
            depth = Math.min(depth, Math.min(depthBehind(face[upper[k]], middle), depthBehind(face[lower[k]], middle)));
        }
        centre = middle.withZ(depth);
    }

    private static double depthBehind(Vec lid, Vec middle) {
        return lid.z() - bulge(lid.x() - middle.x(), lid.y() - middle.y());
    }

    private Vec onLid(Vec lid) {
        Vec d = lid.minus(centre);
        return d.length() < LID_RADIUS ? lid.withZ(centre.z() + bulge(d.x(), d.y())) : lid;
    }

    private static double bulge(double dx, double dy) {
        return Math.sqrt(Math.max(0, LID_RADIUS * LID_RADIUS - dx * dx - dy * dy));
    }
}
