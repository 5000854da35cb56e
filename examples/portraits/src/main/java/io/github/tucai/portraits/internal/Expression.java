package io.github.tucai.portraits.internal;

import io.github.tucai.portraits.spec.Dial;
import io.github.tucai.portraits.spec.PortraitSpec;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Moves brows, mouth and lids of a face. */
final class Expression {
    private static final Set<Integer> LOWER_LIP = numbers(FacePoints.LOWER_LIP);
    /** Below this gap (cm) the inner lips are laid on each other. */
    private static final double SEALED_GAP = .3;

    private final PortraitSpec spec;
    private final Vec[] points;

    private Expression(PortraitSpec spec, List<Vec> rest) {
        this.spec = spec;
        points = rest.toArray(new Vec[0]);
    }

    /** A face whose eyes are open as specified. */
    static List<Vec> face(PortraitSpec spec, List<Vec> rest, Eyeball right, Eyeball left) {
        Expression expression = withoutLids(spec, rest);
        right.close(expression.points, spec.get(Dial.EYE_OPEN_RIGHT));
        left.close(expression.points, spec.get(Dial.EYE_OPEN_LEFT));
        return List.of(expression.points);
    }

    private static Expression withoutLids(PortraitSpec spec, List<Vec> rest) {
        Expression expression = new Expression(spec, rest);
        expression.brows();
        expression.smile();
        expression.jaw();
        expression.seal();
        return expression;
    }

    private void brows() {
        for (int i = 0; i < points.length; i++) {
            Vec p = points[i];
            double brow = Smooth.step(3.3, 4.9, p.y()) * Smooth.step(8.5, 5.5, p.y());
            points[i] = p.withY(p.y() + .55 * spec.get(Dial.BROW) * brow);
        }
    }

    /** The corners go out, up and back; the cheeks grow fuller. */
    private void smile() {
        double smile = spec.get(Dial.SMILE);
        double glad = Math.max(0, smile);
        for (int i = 0; i < points.length; i++) {
            Vec p = points[i];
            double side = Math.abs(p.x());
            double corner = Smooth.bump(side - 2.5, (p.y() + 4.3) * 1.1, 1.7);
            double x = p.x() + Math.signum(p.x()) * .55 * Math.max(-.4, smile) * corner;
            double y = p.y() + .75 * smile * corner;
            double cheek = glad * Smooth.bump(side - 4.2, y + .6, 2.0);
            points[i] = new Vec(x, y + .25 * cheek, p.z() - .25 * glad * corner + .35 * cheek);
        }
    }

    /** Shuts the canonical gap of the lips, then opens the mouth by turning the jaw. */
    private void jaw() {
        double gap = canonicalGap();
        double open = spec.get(Dial.MOUTH_OPEN);
        for (int i = 0; i < points.length; i++) {
            Vec p = points[i];
            double side = Math.abs(p.x());
            double line = -4.28 + .5 * spec.get(Dial.SMILE) * Math.min(1, p.x() * p.x() / 6);
            double corner = Smooth.step(2.3, .6, side);
            boolean lip = LOWER_LIP.contains(i);
            if (lip || p.y() < line - .55) {
                double share = lip ? corner : Smooth.mix(corner, 1, Smooth.step(-5.2, -7, p.y()));
                double down = open * share * Smooth.step(9, 4, side);
                double shut = Math.min(gap, .5) * corner * Smooth.step(-8, -5.2, p.y());
                points[i] = new Vec(p.x(), p.y() + shut - .92 * down, p.z() - .18 * down);
            } else if (p.y() < line + .9 && side < 2.4) {
                points[i] = p.withY(p.y() + open * .08 * corner);
            }
        }
    }

    private double canonicalGap() {
        double sum = 0;
        for (int k = 1; k < 10; k++) {
            sum += points[FacePoints.UPPER_LIP_INNER[k]].y() - points[FacePoints.LOWER_LIP_INNER[k]].y();
        }
        return sum / 9;
    }

    private void seal() {
        double open = spec.get(Dial.MOUTH_OPEN);
        if (open >= SEALED_GAP) {
            return;
        }
        for (int k = 1; k < 10; k++) {
            int upper = FacePoints.UPPER_LIP_INNER[k];
            int lower = FacePoints.LOWER_LIP_INNER[k];
            double half = open * Math.pow(Math.sin(Math.PI * k / 10), .7) / 2;
            double y = (points[upper].y() + points[lower].y()) / 2;
            double z = (points[upper].z() + points[lower].z()) / 2;
            points[upper] = new Vec(points[upper].x(), y + half, z);
            points[lower] = new Vec(points[lower].x(), y - half, z);
        }
    }

    private static Set<Integer> numbers(int[] array) {
        return Arrays.stream(array).boxed().collect(Collectors.toCollection(HashSet::new));
    }
}
