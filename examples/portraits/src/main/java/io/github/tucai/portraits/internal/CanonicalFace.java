package io.github.tucai.portraits.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** MediaPipe's canonical face: 468 points and the triangles between them. */
record CanonicalFace(List<Vec> points, List<int[]> triangles) {
    static final int POINTS = 468;

    private static final String RESOURCE =
            "/io/github/tucai/portraits/supplies/geometry_pipeline_metadata_landmarks.binarypb";
    private static final int FLOATS_A_VERTEX = 5; // x y z u v
    private static final int INDEX_FIELD = 4;
    private static final int FIXED_32 = 5;

    static CanonicalFace instance() {
        return Loaded.FACE;
    }

    private static final class Loaded {
        static final CanonicalFace FACE = load();
    }

    private static CanonicalFace load() {
        try (InputStream in = CanonicalFace.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(
                        "The canonical face is not on the class path; build this module with Maven,"
                                + " which copies it to " + RESOURCE);
            }
            return parse(ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN));
        } catch (IOException e) {
            throw new UncheckedIOException("The canonical face cannot be read from " + RESOURCE, e);
        }
    }

    /** A protocol buffer: field 1 is the mesh; in it, the floats of the vertices and field 4, the indices. */
    private static CanonicalFace parse(ByteBuffer bytes) {
        varint(bytes);
        int end = varint(bytes) + bytes.position();
        List<Float> floats = new ArrayList<>();
        List<Integer> indices = new ArrayList<>();
        while (bytes.position() < end) {
            int tag = varint(bytes);
            if ((tag & 7) == FIXED_32) {
                floats.add(bytes.getFloat());
                continue;
            }
            int value = varint(bytes);
            if (tag >> 3 == INDEX_FIELD) {
                indices.add(value);
            }
        }
        return new CanonicalFace(vertices(floats), triangles(indices));
    }

    private static List<Vec> vertices(List<Float> floats) {
        List<Vec> points = new ArrayList<>();
        for (int i = 0; i < floats.size(); i += FLOATS_A_VERTEX) {
            points.add(new Vec(floats.get(i), floats.get(i + 1), floats.get(i + 2)));
        }
        if (points.size() != POINTS) {
            throw new IllegalStateException("The canonical face must have " + POINTS + " points, got " + points.size());
        }
        return List.copyOf(points);
    }

    private static List<int[]> triangles(List<Integer> indices) {
        List<int[]> triangles = new ArrayList<>();
        for (int i = 0; i < indices.size(); i += 3) {
            triangles.add(new int[] {indices.get(i), indices.get(i + 1), indices.get(i + 2)});
        }
        return triangles;
    }

    private static int varint(ByteBuffer bytes) {
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            byte b = bytes.get();
            value |= (b & 127) << shift;
            if (b >= 0) {
                return value;
            }
        }
    }
}
