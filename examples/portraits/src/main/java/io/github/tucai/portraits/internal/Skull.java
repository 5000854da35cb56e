package io.github.tucai.portraits.internal;

import java.util.List;

/** The ellipsoid behind the face, on which hair grows. */
final class Skull {
    static final Vec CENTRE = new Vec(0, 3.0, -2.6);
    static final Vec RADII = new Vec(7.75, 9.7, 9.8);

    private static final int SHELL_ROWS = 50;

    private Skull() {}

    /** A place in units of the radii: on the skull its length is 1. */
    static Vec relative(Vec place) {
        Vec d = place.minus(CENTRE);
        return new Vec(d.x() / RADII.x(), d.y() / RADII.y(), d.z() / RADII.z());
    }

    static Vec place(Vec relative) {
        return new Vec(
                CENTRE.x() + RADII.x() * relative.x(),
                CENTRE.y() + RADII.y() * relative.y(),
                CENTRE.z() + RADII.z() * relative.z());
    }

    /**
     * Walks from the edge of the face to the back of the head.
     *
     * @param edge a point on the edge of the face
     * @param share 0 at the edge, 1 at the back; a little below 0 reaches into the face
     * @param grow 1 on the skull, more above it
     */
    static Vec behind(Vec edge, double share, double grow) {
        Vec d = relative(edge);
        double radius = d.length();
        double angle = Smooth.mix(Math.acos(d.z() / radius), Math.PI, share);
        double reach = Smooth.mix(radius, 1, Smooth.step(0, .45, share)) * grow;
        double across = Math.max(1e-9, Math.hypot(d.x(), d.y()));
        double ring = reach * Math.sin(angle) / across;
        return place(new Vec(ring * d.x(), ring * d.y(), reach * Math.cos(angle)));
    }

    /** Adds a shell above the skull, from the forehead backwards. */
    static void addShell(Part part, FaceShape face, Stance stance, double grow) {
        List<Vec> edge = face.border().stream().map(face.rest()::get).toList();
        int first = part.vertices();
        for (int row = 0; row <= SHELL_ROWS; row++) {
            for (Vec point : edge) {
                Vec rest = behind(point, Math.max(-.25, -.1 + 1.1 * row / SHELL_ROWS), grow);
                part.vertex(stance.head(rest), rest);
            }
        }
        part.grid(first, SHELL_ROWS + 1, edge.size(), true);
    }
}
