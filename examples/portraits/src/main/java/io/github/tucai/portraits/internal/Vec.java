package io.github.tucai.portraits.internal;

/** A point or direction. */
record Vec(double x, double y, double z) {
    private static final double TINY = 1e-9;

    Vec plus(Vec other) {
        return new Vec(x + other.x, y + other.y, z + other.z);
    }

    Vec plus(Vec other, double times) {
        return new Vec(x + times * other.x, y + times * other.y, z + times * other.z);
    }

    Vec minus(Vec other) {
        return new Vec(x - other.x, y - other.y, z - other.z);
    }

    Vec times(double factor) {
        return new Vec(x * factor, y * factor, z * factor);
    }

    double dot(Vec other) {
        return x * other.x + y * other.y + z * other.z;
    }

    Vec cross(Vec other) {
        return new Vec(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
    }

    double length() {
        return Math.sqrt(dot(this));
    }

    Vec unit() {
        return times(1 / Math.max(TINY, length()));
    }

    /** This point at 0, the other at 1. */
    Vec mix(Vec other, double share) {
        return plus(other.minus(this), share);
    }

    Vec withX(double newX) {
        return new Vec(newX, y, z);
    }

    Vec withY(double newY) {
        return new Vec(x, newY, z);
    }

    Vec withZ(double newZ) {
        return new Vec(x, y, newZ);
    }
}
