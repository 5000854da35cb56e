package io.github.tucai.portraits.internal;

import java.util.Arrays;

/** How near to a distant light the nearest thing is. */
final class ShadowMap {
    private static final double RADIUS = 30; // centimetres
    private static final double MIDDLE_Y = -4;
    private static final float NOTHING = -1e9f;

    private final int size;
    private final double scale;
    private final Vec light;
    private final Vec across;
    private final Vec up;
    private final float[] nearest;

    /**
     * Makes an empty map.
     *
     * @param light direction to the light
     * @param size texels a side
     */
    ShadowMap(Vec light, int size) {
        this.light = light;
        this.size = size;
        scale = size / (2 * RADIUS);
        across = (Math.abs(light.y()) > .9 ? new Vec(1, 0, 0) : new Vec(0, 1, 0))
                .cross(light)
                .unit();
        up = light.cross(across);
        nearest = new float[size * size];
        Arrays.fill(nearest, NOTHING);
    }

    private double column(double x, double y, double z) {
        return (x * across.x() + (y - MIDDLE_Y) * across.y() + z * across.z()) * scale + size / 2.0;
    }

    private double row(double x, double y, double z) {
        return (x * up.x() + (y - MIDDLE_Y) * up.y() + z * up.z()) * scale + size / 2.0;
    }

    private double towards(double x, double y, double z) {
        return x * light.x() + (y - MIDDLE_Y) * light.y() + z * light.z();
    }

    /**
     * Draws a part.
     *
     * @param every of strands, one in so many is drawn: coarse maps need fewer
     */
    void draw(Part part, int every) {
        if (part.isStrands()) {
            strands(part, every);
            return;
        }
        float[] seen = seen(part);
        int[] corners = part.shadowCorners();
        for (int i = 0; i < corners.length; i += 3) {
            triangle(seen, 3 * corners[i], 3 * corners[i + 1], 3 * corners[i + 2]);
        }
    }

    private float[] seen(Part part) {
        float[] seen = new float[3 * part.vertices()];
        for (int i = 0; i < part.vertices(); i++) {
            see(part, i, seen, 3 * i);
        }
        return seen;
    }

    private void see(Part part, int vertex, float[] seen, int at) {
        float[] p = part.posedArray();
        double x = p[3 * vertex];
        double y = p[3 * vertex + 1];
        double z = p[3 * vertex + 2];
        seen[at] = (float) column(x, y, z);
        seen[at + 1] = (float) row(x, y, z);
        seen[at + 2] = (float) towards(x, y, z);
    }

    private void strands(Part part, int every) {
        int[] corners = part.shadowCorners();
        float[] ends = new float[6];
        int strand = 0;
        int last = -1;
        for (int i = 0; i < corners.length; i += 2) {
            boolean starts = corners[i] != last;
            strand += starts ? 1 : 0;
            last = corners[i + 1];
            if (strand % every == 0) {
                if (starts) {
                    see(part, corners[i], ends, 3);
                }
                System.arraycopy(ends, 3, ends, 0, 3);
                see(part, last, ends, 3);
                segment(ends);
            }
        }
    }

    private void segment(float[] s) {
        double dx = s[3] - s[0];
        double dy = s[4] - s[1];
        double dz = s[5] - s[2];
        int n = (int) Math.max(Math.abs(dx), Math.abs(dy)) + 1;
        for (int k = 0; k < n; k++) {
            double t = (k + .5) / n;
            put((int) (s[0] + dx * t), (int) (s[1] + dy * t), s[2] + dz * t);
        }
    }

    private void triangle(float[] s, int a, int b, int c) {
        double area = (s[b] - s[a]) * (double) (s[c + 1] - s[a + 1]) - (s[c] - s[a]) * (double) (s[b + 1] - s[a + 1]);
        if (Math.abs(area) < 1e-9) {
            return;
        }
        int left = (int) Math.floor(Math.min(s[a], Math.min(s[b], s[c])));
        int right = (int) Math.ceil(Math.max(s[a], Math.max(s[b], s[c])));
        int top = (int) Math.floor(Math.min(s[a + 1], Math.min(s[b + 1], s[c + 1])));
        int bottom = (int) Math.ceil(Math.max(s[a + 1], Math.max(s[b + 1], s[c + 1])));
        double uStep = -(s[c + 1] - s[b + 1]) / area;
        double vStep = -(s[a + 1] - s[c + 1]) / area;
        for (int y = Math.max(0, top); y <= Math.min(size - 1, bottom); y++) {
            double px = left + .5;
            double py = y + .5;
            double u = ((s[b] - px) * (s[c + 1] - py) - (s[c] - px) * (s[b + 1] - py)) / area;
            double v = ((s[c] - px) * (s[a + 1] - py) - (s[a] - px) * (s[c + 1] - py)) / area;
            for (int x = left; x <= right; x++) {
                if (u >= 0 && v >= 0 && u + v <= 1) {
                    put(x, y, u * s[a + 2] + v * s[b + 2] + (1 - u - v) * s[c + 2]);
                }
                u += uStep;
                v += vStep;
            }
        }
    }

    private void put(int x, int y, double near) {
        if (x >= 0 && y >= 0 && x < size && y < size && near > nearest[y * size + x]) {
            nearest[y * size + x] = (float) near;
        }
    }

    /**
     * The share of the light that arrives at a point, smoothed over four texels.
     *
     * @param bias centimetres by which a thing must be nearer to the light to shade the point
     */
    double lit(double x, double y, double z, double bias) {
        double column = column(x, y, z) - .5;
        double row = row(x, y, z) - .5;
        float limit = (float) (towards(x, y, z) + bias);
        int i = (int) Math.floor(column);
        int j = (int) Math.floor(row);
        double u = column - i;
        double v = row - j;
        if (i < 0 || j < 0 || i >= size - 1 || j >= size - 1) {
            return 1;
        }
        int at = j * size + i;
        double upper = (nearest[at] < limit ? 1 - u : 0) + (nearest[at + 1] < limit ? u : 0);
        double lower = (nearest[at + size] < limit ? 1 - u : 0) + (nearest[at + size + 1] < limit ? u : 0);
        return upper * (1 - v) + lower * v;
    }
}
