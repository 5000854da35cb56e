package io.github.tucai.imaging.internal.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.github.tucai.failure.PluginException;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One loaded network with a single input. Safe for concurrent use; each run uses the calling thread only, so that many
 * photos at once use many cores.
 */
final class Network implements AutoCloseable {
    private final String name;
    private final String sha256;
    private final OrtSession session;
    private final String input;

    private Network(String name, String sha256, OrtSession session) {
        this.name = name;
        this.sha256 = sha256;
        this.session = session;
        this.input = session.getInputNames().iterator().next();
    }

    static Network load(String name) {
        ModelManifest manifest = ModelManifest.packed();
        return of(name, manifest.sha256(name), manifest.read(name));
    }

    static Network of(String name, String sha256, byte[] onnx) {
        return DeepStack.call("tucai-load-" + name, () -> session(name, sha256, onnx));
    }

    private static Network session(String name, String sha256, byte[] onnx) {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            // A plan of the memory saves no time here and costs 30 MB for each thread.
            options.setMemoryPatternOptimization(false);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            return new Network(name, sha256, OnnxRuntime.environment().createSession(onnx, options));
        } catch (OrtException e) {
            throw new PluginException("ONNX Runtime cannot load the network " + name + ": " + e.getMessage(), e);
        } catch (UnsatisfiedLinkError | NoClassDefFoundError | ExceptionInInitializerError e) {
            throw new PluginException(OnnxRuntime.MISSING, e);
        }
    }

    String name() {
        return name;
    }

    String sha256() {
        return sha256;
    }

    /** Runs the network; the results are in the order of its outputs. */
    List<float[]> run(float[] values, long... shape) {
        try (OnnxTensor tensor = OnnxTensor.createTensor(OnnxRuntime.environment(), FloatBuffer.wrap(values), shape);
                OrtSession.Result result = session.run(Map.of(input, tensor))) {
            List<float[]> outputs = new ArrayList<>();
            for (int i = 0; i < result.size(); i++) {
                outputs.add(floats((OnnxTensor) result.get(i)));
            }
            return outputs;
        } catch (OrtException e) {
            throw new PluginException("the network " + name + " failed: " + e.getMessage(), e);
        }
    }

    private static float[] floats(OnnxTensor tensor) {
        FloatBuffer buffer = tensor.getFloatBuffer();
        // The runtime's answer is a copy already, in an array that is nobody else's.
        if (buffer.hasArray() && buffer.arrayOffset() == 0 && buffer.array().length == buffer.remaining()) {
            return buffer.array();
        }
        float[] values = new float[buffer.remaining()];
        buffer.get(values);
        return values;
    }

    /** Gives the network's memory back; it cannot run after that. */
    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new PluginException("the network " + name + " cannot be closed: " + e.getMessage(), e);
        }
    }
}
