package io.github.tucai.portraits.internal;

/** A rotation, as the rows of its matrix. */
record Turn(Vec first, Vec second, Vec third) {
    /**
     * Turns by angles in degrees.
     *
     * @param yaw to +x
     * @param pitch up
     * @param roll clockwise as the camera sees it
     */
    static Turn of(double yaw, double pitch, double roll) {
        double y = Math.toRadians(yaw);
        double p = Math.toRadians(-pitch);
        double r = Math.toRadians(-roll);
        Turn aboutY =
                new Turn(new Vec(Math.cos(y), 0, Math.sin(y)), new Vec(0, 1, 0), new Vec(-Math.sin(y), 0, Math.cos(y)));
        Turn aboutX =
                new Turn(new Vec(1, 0, 0), new Vec(0, Math.cos(p), -Math.sin(p)), new Vec(0, Math.sin(p), Math.cos(p)));
        Turn aboutZ =
                new Turn(new Vec(Math.cos(r), -Math.sin(r), 0), new Vec(Math.sin(r), Math.cos(r), 0), new Vec(0, 0, 1));
        return aboutZ.after(aboutY.after(aboutX));
    }

    Vec apply(Vec v) {
        return new Vec(first.dot(v), second.dot(v), third.dot(v));
    }

    Turn inverse() {
        return new Turn(
                new Vec(first.x(), second.x(), third.x()),
                new Vec(first.y(), second.y(), third.y()),
                new Vec(first.z(), second.z(), third.z()));
    }

    private Turn after(Turn other) {
        Turn columns = other.inverse();
        return new Turn(columns.apply(first), columns.apply(second), columns.apply(third));
    }
}
