package io.github.tucai.imaging.internal.model;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import io.github.tucai.failure.PluginException;
import org.jspecify.annotations.Nullable;

/** Whether ONNX Runtime's native library runs on this machine. */
public final class OnnxRuntime {
    static final String MISSING = "ONNX Runtime's native library cannot be loaded here; it needs Linux (x64 or arm64,"
            + " glibc 2.28 or newer), macOS on arm64 or Windows on x64, and a temporary folder where programs may run";

    private OnnxRuntime() {}

    /** Tries to load it; the answer does not change while the program runs. */
    public static boolean isAvailable() {
        return Holder.START.environment() != null;
    }

    /**
     * The runtime's environment.
     *
     * @throws PluginException if it cannot run here
     */
    static OrtEnvironment environment() {
        OrtEnvironment environment = Holder.START.environment();
        if (environment == null) {
            throw new PluginException(MISSING, Holder.START.failure());
        }
        return environment;
    }

    /**
     * Starts the runtime and tells it to report nothing to anybody. To be called on a deep stack: version 1.29.0 walks the
     * program's command line recursively while it starts, so that a long one overflows an ordinary thread.
     */
    private static Start start() {
        try {
            OrtEnvironment started = OrtEnvironment.getEnvironment();
            started.setTelemetry(false);
            return new Start(started, null);
        } catch (OrtException | UnsatisfiedLinkError | NoClassDefFoundError | ExceptionInInitializerError e) {
            return new Start(null, e);
        }
    }

    /** How starting went: one of the two is there. */
    private record Start(
            @Nullable OrtEnvironment environment, @Nullable Throwable failure) {}

    // The thread that starts the runtime must not touch this class, which waits for it.
    private static final class Holder {
        static final Start START = DeepStack.call("tucai-start-onnxruntime", OnnxRuntime::start);
    }
}
