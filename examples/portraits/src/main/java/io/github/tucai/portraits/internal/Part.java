package io.github.tucai.portraits.internal;

import io.github.tucai.portraits.spec.PixelClass;
import java.util.Arrays;
import java.util.List;

/** One thing to draw: triangles or strands, with the surface that colours them. */
final class Part {
    final PixelClass kind;
    final Surface surface;
    /** Centimetres, 0 for triangles. */
    final double strandWidth;

    /** The surface has holes and must be asked before a pixel is taken. */
    private boolean masked;

    private boolean shadowless;
    /** Neighbouring pixels may not share their light. */
    private boolean fine;

    private float[] posed = new float[300];
    private float[] rest = new float[300];
    private int[] corners = new int[300];
    private float[] normals = new float[0];
    private int[] shadowCorners = new int[0];
    private int vertices;
    private int cornerCount;

    private Part(PixelClass kind, Surface surface, double strandWidth) {
        this.kind = kind;
        this.surface = surface;
        this.strandWidth = strandWidth;
    }

    static Part solid(PixelClass kind, Surface surface) {
        return new Part(kind, surface, 0);
    }

    static Part masked(PixelClass kind, Surface surface) {
        Part part = solid(kind, surface);
        part.masked = true;
        return part;
    }

    static Part strands(PixelClass kind, Surface surface, double width) {
        return new Part(kind, surface, width);
    }

    Part shadowless() {
        shadowless = true;
        return this;
    }

    Part fine() {
        fine = true;
        return this;
    }

    boolean isStrands() {
        return strandWidth > 0;
    }

    boolean isMasked() {
        return masked;
    }

    boolean castsShadow() {
        return !shadowless;
    }

    boolean isFine() {
        return fine;
    }

    /** Adds a vertex and returns its number. */
    int vertex(Vec place, Vec atRest) {
        int at = 3 * vertices;
        if (at + 3 > posed.length) {
            posed = Arrays.copyOf(posed, 2 * posed.length);
            rest = Arrays.copyOf(rest, 2 * rest.length);
        }
        put(posed, at, place);
        put(rest, at, atRest);
        return vertices++;
    }

    private static void put(float[] array, int at, Vec v) {
        array[at] = (float) v.x();
        array[at + 1] = (float) v.y();
        array[at + 2] = (float) v.z();
    }

    void triangle(int a, int b, int c) {
        room(3);
        corners[cornerCount++] = a;
        corners[cornerCount++] = b;
        corners[cornerCount++] = c;
    }

    void triangles(List<int[]> all) {
        for (int[] t : all) {
            triangle(t[0], t[1], t[2]);
        }
    }

    void segment(int a, int b) {
        room(2);
        corners[cornerCount++] = a;
        corners[cornerCount++] = b;
    }

    private void room(int more) {
        if (cornerCount + more > corners.length) {
            corners = Arrays.copyOf(corners, 2 * corners.length);
        }
    }

    /** Joins rows by columns of vertices, already added row by row. */
    void grid(int first, int rows, int columns, boolean closed) {
        for (int i = 0; i + 1 < rows; i++) {
            for (int j = 0; j < (closed ? columns : columns - 1); j++) {
                int a = first + i * columns + j;
                int b = first + i * columns + (j + 1) % columns;
                triangle(a, b, a + columns);
                triangle(b, b + columns, a + columns);
            }
        }
    }

    /** Computes the normals (for strands: the tangents); nothing may be added afterwards. */
    void finish() {
        normals = new float[3 * vertices];
        int n = isStrands() ? 2 : 3;
        for (int i = 0; i < cornerCount; i += n) {
            Vec a = posed(corners[i]);
            Vec along = posed(corners[i + 1]).minus(a);
            Vec direction = isStrands()
                    ? along.unit()
                    : along.cross(posed(corners[i + 2]).minus(a));
            for (int k = 0; k < n; k++) {
                addNormal(corners[i + k], direction);
            }
        }
        for (int i = 0; i < vertices; i++) {
            put(normals, 3 * i, at(normals, i).unit());
        }
        if (!shadowless) {
            shadowCorners = masked ? thoseThere() : Arrays.copyOf(corners, cornerCount);
        }
    }

    /** The corners of what throws shadow: of a masked part, only the triangles that are there. */
    int[] shadowCorners() {
        return shadowCorners;
    }

    private int[] thoseThere() {
        int[] there = new int[cornerCount];
        int count = 0;
        Material scratch = new Material();
        for (int i = 0; i < cornerCount; i += 3) {
            Vec sum = at(rest, corners[i]).plus(at(rest, corners[i + 1])).plus(at(rest, corners[i + 2]));
            if (surface.at(sum.x() / 3, sum.y() / 3, sum.z() / 3, scratch)) {
                System.arraycopy(corners, i, there, count, 3);
                count += 3;
            }
        }
        return Arrays.copyOf(there, count);
    }

    private void addNormal(int vertex, Vec direction) {
        put(normals, 3 * vertex, at(normals, vertex).plus(direction));
    }

    private Vec posed(int vertex) {
        return at(posed, vertex);
    }

    private static Vec at(float[] array, int vertex) {
        int i = 3 * vertex;
        return new Vec(array[i], array[i + 1], array[i + 2]);
    }

    int vertices() {
        return vertices;
    }

    /** Three numbers a vertex; longer than needed. */
    float[] posedArray() {
        return posed;
    }

    float[] restArray() {
        return rest;
    }

    float[] normalArray() {
        return normals;
    }

    /** Three vertex numbers a triangle, two a segment; the first {@link #cornerCount()} count. */
    int[] cornerArray() {
        return corners;
    }

    int cornerCount() {
        return cornerCount;
    }
}
