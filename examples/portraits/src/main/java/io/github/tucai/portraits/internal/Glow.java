package io.github.tucai.portraits.internal;

/** The light that falls on one sample, and what of it is mirrored at a shine of 1. */
final class Glow {
    /** Samples nearer than this (cm), on the same part and facing the same way, may share their light. */
    private static final double SHARED_DEPTH = .15;

    private static final double SHARED_FACING = .97;

    double red;
    double green;
    double blue;
    double mirroredRed;
    double mirroredGreen;
    double mirroredBlue;

    private int part = Raster.NOTHING;
    private double depth;
    private double scatter;
    private double exponent;
    private double normalX;
    private double normalY;
    private double normalZ;

    void clear() {
        part = Raster.NOTHING;
    }

    void start(int newPart, double newDepth, Material material, double nx, double ny, double nz) {
        part = newPart;
        depth = newDepth;
        scatter = material.scatter;
        exponent = material.exponent;
        normalX = nx;
        normalY = ny;
        normalZ = nz;
        red = 0;
        green = 0;
        blue = 0;
        mirroredRed = 0;
        mirroredGreen = 0;
        mirroredBlue = 0;
    }

    boolean serves(int other, double otherDepth, Material material, double nx, double ny, double nz) {
        return part == other
                && Math.abs(depth - otherDepth) < SHARED_DEPTH
                && scatter == material.scatter
                && exponent == material.exponent
                && normalX * nx + normalY * ny + normalZ * nz > SHARED_FACING;
    }

    void add(Colour light, double arriving, double r, double g, double b, double mirrored) {
        red += light.red() * r * arriving;
        green += light.green() * g * arriving;
        blue += light.blue() * b * arriving;
        mirroredRed += light.red() * mirrored * arriving;
        mirroredGreen += light.green() * mirrored * arriving;
        mirroredBlue += light.blue() * mirrored * arriving;
    }
}
