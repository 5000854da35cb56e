package io.github.tucai.portraits.internal;

import java.util.Arrays;
import java.util.List;

/** What each sample shows: the part, its depth, normal (or tangent) and rest point. */
final class Raster {
    static final short NOTHING = -1;

    private static final int ATTRIBUTES = 6;
    private static final float FAR = -1e9f;

    final Camera camera;
    final short[] parts;
    final float[] depth;
    private final float[] attributes;
    private final Material scratch = new Material();
    private float[] projected = new float[0];

    Raster(Camera camera) {
        this.camera = camera;
        int size = camera.width() * camera.height();
        parts = new short[size];
        depth = new float[size];
        attributes = new float[size * ATTRIBUTES];
        Arrays.fill(depth, FAR);
        Arrays.fill(parts, NOTHING);
    }

    float normalX(int i) {
        return attributes[i * ATTRIBUTES];
    }

    float normalY(int i) {
        return attributes[i * ATTRIBUTES + 1];
    }

    float normalZ(int i) {
        return attributes[i * ATTRIBUTES + 2];
    }

    float restX(int i) {
        return attributes[i * ATTRIBUTES + 3];
    }

    float restY(int i) {
        return attributes[i * ATTRIBUTES + 4];
    }

    float restZ(int i) {
        return attributes[i * ATTRIBUTES + 5];
    }

    void draw(List<Part> all) {
        for (int k = 0; k < all.size(); k++) {
            Part part = all.get(k);
            project(part);
            int[] corners = part.cornerArray();
            if (part.isStrands()) {
                int wide = Math.max(1, (int) Math.round(part.strandWidth * camera.scale()));
                for (int i = 0; i < part.cornerCount(); i += 2) {
                    line(part, (short) k, corners[i], corners[i + 1], wide);
                }
            } else {
                for (int i = 0; i < part.cornerCount(); i += 3) {
                    triangle(part, (short) k, corners[i], corners[i + 1], corners[i + 2]);
                }
            }
        }
    }

    private void project(Part part) {
        int n = part.vertices();
        if (projected.length < 2 * n) {
            projected = new float[2 * n];
        }
        float[] p = part.posedArray();
        for (int i = 0; i < n; i++) {
            projected[2 * i] = (float) camera.column(p[3 * i], p[3 * i + 2]);
            projected[2 * i + 1] = (float) camera.row(p[3 * i + 1], p[3 * i + 2]);
        }
    }

    private void triangle(Part part, short id, int a, int b, int c) {
        double ax = projected[2 * a];
        double ay = projected[2 * a + 1];
        double bx = projected[2 * b];
        double by = projected[2 * b + 1];
        double cx = projected[2 * c];
        double cy = projected[2 * c + 1];
        double area = (bx - ax) * (cy - ay) - (cx - ax) * (by - ay);
        if (Math.abs(area) < 1e-9) {
            return;
        }
        int left = Math.max(0, (int) Math.floor(Math.min(ax, Math.min(bx, cx)) - .5));
        int right = Math.min(camera.width() - 1, (int) Math.ceil(Math.max(ax, Math.max(bx, cx))));
        int top = Math.max(0, (int) Math.floor(Math.min(ay, Math.min(by, cy)) - .5));
        int bottom = Math.min(camera.height() - 1, (int) Math.ceil(Math.max(ay, Math.max(by, cy))));
        float[] posed = part.posedArray();
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                double px = x + .5;
                double py = y + .5;
                double u = ((bx - px) * (cy - py) - (cx - px) * (by - py)) / area;
                double v = ((cx - px) * (ay - py) - (ax - px) * (cy - py)) / area;
                double w = 1 - u - v;
                if (u >= -1e-7 && v >= -1e-7 && w >= -1e-7) {
                    int i = y * camera.width() + x;
                    double z = u * posed[3 * a + 2] + v * posed[3 * b + 2] + w * posed[3 * c + 2];
                    if (z > depth[i]) {
                        take(part, id, i, z, a, b, c, u, v, w);
                    }
                }
            }
        }
    }

    private void take(Part part, short id, int i, double z, int a, int b, int c, double u, double v, double w) {
        float[] rest = part.restArray();
        double rx = u * rest[3 * a] + v * rest[3 * b] + w * rest[3 * c];
        double ry = u * rest[3 * a + 1] + v * rest[3 * b + 1] + w * rest[3 * c + 1];
        double rz = u * rest[3 * a + 2] + v * rest[3 * b + 2] + w * rest[3 * c + 2];
        if (part.isMasked() && !part.surface.at(rx, ry, rz, scratch)) {
            return;
        }
        depth[i] = (float) z;
        parts[i] = id;
        int o = i * ATTRIBUTES;
        float[] normal = part.normalArray();
        for (int k = 0; k < 3; k++) {
            attributes[o + k] = (float) (u * normal[3 * a + k] + v * normal[3 * b + k] + w * normal[3 * c + k]);
        }
        attributes[o + 3] = (float) rx;
        attributes[o + 4] = (float) ry;
        attributes[o + 5] = (float) rz;
    }

    private void line(Part part, short id, int a, int b, int wide) {
        double ax = projected[2 * a];
        double ay = projected[2 * a + 1];
        double dx = projected[2 * b] - ax;
        double dy = projected[2 * b + 1] - ay;
        float[] posed = part.posedArray();
        double az = posed[3 * a + 2];
        double dz = posed[3 * b + 2] - az;
        int n = (int) Math.ceil(Math.max(Math.abs(dx), Math.abs(dy))) + 1;
        boolean steep = Math.abs(dy) > Math.abs(dx);
        for (int k = 0; k <= n; k++) {
            double t = (double) k / n;
            int x = (int) (ax + dx * t);
            int y = (int) (ay + dy * t);
            for (int m = 0; m < wide; m++) {
                take(part, id, steep ? x + m : x, steep ? y : y + m, az + dz * t, a, b, t);
            }
        }
    }

    private void take(Part part, short id, int x, int y, double z, int a, int b, double t) {
        if (x < 0 || y < 0 || x >= camera.width() || y >= camera.height()) {
            return;
        }
        int i = y * camera.width() + x;
        if (z <= depth[i]) {
            return;
        }
        depth[i] = (float) z;
        parts[i] = id;
        int o = i * ATTRIBUTES;
        float[] normal = part.normalArray();
        float[] rest = part.restArray();
        for (int d = 0; d < 3; d++) {
            attributes[o + d] = (float) Smooth.mix(normal[3 * a + d], normal[3 * b + d], t);
            attributes[o + 3 + d] = (float) Smooth.mix(rest[3 * a + d], rest[3 * b + d], t);
        }
    }
}
