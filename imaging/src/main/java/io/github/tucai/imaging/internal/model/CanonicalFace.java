package io.github.tucai.imaging.internal.model;

import io.github.tucai.failure.PluginException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * MediaPipe's average face in three dimensions, one point for each landmark without the irises. Centimetres; x to the
 * right of a viewer who faces it, y up, z towards the viewer.
 */
public final class CanonicalFace {
    private static final String RESOURCE =
            "/io/github/tucai/imaging/supplies/geometry_pipeline_metadata_landmarks.binarypb";
    private static final CanonicalFace PACKED = load();
    private static final int VALUES_PER_VERTEX = 5;

    // Fields of the protobuf message: the mesh, and in it the vertices as single floats.
    private static final int MESH_TAG = 1 << 3 | 2;
    private static final int VERTEX_TAG = 3 << 3 | 5;

    private final double[] xyz;

    private CanonicalFace(double[] xyz) {
        this.xyz = xyz;
    }

    /** The one that is packed with the library. */
    public static CanonicalFace packed() {
        return PACKED;
    }

    /** The three coordinates of a point. */
    public double coordinate(int point, int axis) {
        return xyz[3 * point + axis];
    }

    private static CanonicalFace load() {
        try (InputStream in = CanonicalFace.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new PluginException("the tucai-imaging jar lacks " + RESOURCE + "; build it with Maven");
            }
            return parse(ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN));
        } catch (IOException e) {
            throw new PluginException("the packed canonical face cannot be read", e);
        }
    }

    private static CanonicalFace parse(ByteBuffer message) {
        if (message.get() != MESH_TAG) {
            throw new PluginException("the packed canonical face is damaged");
        }
        skipVarint(message);
        skipToVertices(message);
        double[] xyz = new double[3 * FaceLandmarks.FACE_POINTS];
        for (int i = 0; i < FaceLandmarks.FACE_POINTS * VALUES_PER_VERTEX; i++) {
            if (message.get() != VERTEX_TAG) {
                throw new PluginException("the packed canonical face is damaged");
            }
            float value = message.getFloat();
            // Each vertex has two more values, its place in a texture.
            if (i % VALUES_PER_VERTEX < 3) {
                xyz[i / VALUES_PER_VERTEX * 3 + i % VALUES_PER_VERTEX] = value;
            }
        }
        return new CanonicalFace(xyz);
    }

    /** Two whole numbers, the kinds of vertex and of primitive, come first. */
    private static void skipToVertices(ByteBuffer message) {
        while (message.get(message.position()) != VERTEX_TAG) {
            skipVarint(message);
        }
    }

    private static void skipVarint(ByteBuffer message) {
        while (message.get() < 0) {
            // The upper bit says that the number goes on.
        }
    }
}
