package io.github.tucai.imaging.internal.model;

import ai.onnxruntime.OrtEnvironment;

/** Whether ONNX Runtime's native library runs on this machine. */
public final class OnnxRuntime {
    static final String MISSING = "ONNX Runtime's native library cannot be loaded here; it needs Linux (x64 or arm64,"
            + " glibc 2.28 or newer), macOS on arm64 or Windows on x64, and a temporary folder where programs may run";

    private OnnxRuntime() {}

    /** Tries to load it; the answer does not change while the program runs. */
    public static boolean isAvailable() {
        return Holder.AVAILABLE;
    }

    private static final class Holder {
        static final boolean AVAILABLE = loads();

        private static boolean loads() {
            try {
                return !OrtEnvironment.getEnvironment().getVersion().isEmpty();
            } catch (UnsatisfiedLinkError | NoClassDefFoundError | ExceptionInInitializerError e) {
                return false;
            }
        }
    }
}
