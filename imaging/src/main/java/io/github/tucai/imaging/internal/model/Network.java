package io.github.tucai.imaging.internal.model;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import io.github.tucai.failure.PluginException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;

/**
 * One loaded network with a single input. Safe for concurrent use; each run uses the calling thread only, so that many
 * photos at once use many cores.
 */
final class Network implements AutoCloseable {
    private final String name;
    private final String sha256;
    private final OrtSession session;
    private final Queue<Lane> lanes = new ConcurrentLinkedQueue<>();

    private Network(String name, String sha256, OrtSession session) {
        this.name = name;
        this.sha256 = sha256;
        this.session = session;
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
    List<float[]> run(float[] values) {
        return run(values, results -> results.stream().map(Network::floats).toList());
    }

    /**
     * Runs the network.
     *
     * @param reader is given the results in the order of the network's outputs, and keeps none of the buffers
     */
    <R> R run(float[] values, Function<List<FloatBuffer>, R> reader) {
        try {
            Lane free = lanes.poll();
            Lane lane = free == null ? Lane.of(session) : free;
            lane.input.put(0, values);
            session.run(lane.inputs, lane.outputs).close();
            R result = reader.apply(lane.results);
            // Not after a failure, which is rare: what state the lane is in then is hard to say.
            lanes.add(lane);
            return result;
        } catch (OrtException e) {
            throw new PluginException("the network " + name + " failed: " + e.getMessage(), e);
        }
    }

    private static float[] floats(FloatBuffer buffer) {
        float[] values = new float[buffer.capacity()];
        buffer.get(0, values);
        return values;
    }

    /** Gives the network's memory back; it cannot run after that. */
    @Override
    public void close() {
        try {
            for (Lane lane = lanes.poll(); lane != null; lane = lanes.poll()) {
                lane.close();
            }
            session.close();
        } catch (OrtException e) {
            throw new PluginException("the network " + name + " cannot be closed: " + e.getMessage(), e);
        }
    }

    /**
     * What one run at a time reads from and writes to, kept for the next: memory that is new to the program costs a run as
     * much as a small network.
     */
    private record Lane(
            FloatBuffer input,
            Map<String, OnnxTensor> inputs,
            List<FloatBuffer> results,
            Map<String, OnnxTensor> outputs) {
        static Lane of(OrtSession session) throws OrtException {
            Map.Entry<String, NodeInfo> input =
                    session.getInputInfo().entrySet().iterator().next();
            FloatBuffer values = buffer(input.getValue());
            Map<String, OnnxTensor> inputs = Map.of(input.getKey(), tensor(input.getValue(), values));
            List<FloatBuffer> results = new ArrayList<>();
            Map<String, OnnxTensor> outputs = new LinkedHashMap<>();
            for (Map.Entry<String, NodeInfo> output : session.getOutputInfo().entrySet()) {
                FloatBuffer result = buffer(output.getValue());
                results.add(result);
                outputs.put(output.getKey(), tensor(output.getValue(), result));
            }
            return new Lane(values, inputs, results, outputs);
        }

        private static FloatBuffer buffer(NodeInfo info) {
            int size = 1;
            for (long length : ((TensorInfo) info.getInfo()).getShape()) {
                size = Math.multiplyExact(size, Math.toIntExact(length));
            }
            return ByteBuffer.allocateDirect(Float.BYTES * size)
                    .order(ByteOrder.nativeOrder())
                    .asFloatBuffer();
        }

        private static OnnxTensor tensor(NodeInfo info, FloatBuffer buffer) throws OrtException {
            return OnnxTensor.createTensor(OnnxRuntime.environment(), buffer, ((TensorInfo) info.getInfo()).getShape());
        }

        void close() {
            inputs.values().forEach(OnnxTensor::close);
            outputs.values().forEach(OnnxTensor::close);
        }
    }
}
