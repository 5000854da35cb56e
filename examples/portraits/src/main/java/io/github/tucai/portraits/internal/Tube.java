package io.github.tucai.portraits.internal;

import java.util.List;
import java.util.function.UnaryOperator;

/** Bends a round wire along points. */
final class Tube {
    private static final int SIDES = 10;

    private Tube() {}

    static void add(Part part, List<Vec> line, double radius, UnaryOperator<Vec> pose) {
        int first = part.vertices();
        int last = line.size() - 1;
        for (int i = 0; i <= last; i++) {
            Vec along = line.get(Math.min(last, i + 1))
                    .minus(line.get(Math.max(0, i - 1)))
                    .unit();
            Vec other = Math.abs(along.z()) > .8 ? new Vec(0, 1, 0) : new Vec(0, 0, 1);
            Vec u = along.cross(other).unit();
            Vec v = along.cross(u);
            for (int j = 0; j < SIDES; j++) {
                double a = 2 * Math.PI * j / SIDES;
                Vec q = line.get(i).plus(u, radius * Math.cos(a)).plus(v, radius * Math.sin(a));
                part.vertex(pose.apply(q), q);
            }
        }
        part.grid(first, line.size(), SIDES, true);
    }
}
