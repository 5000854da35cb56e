package io.github.tucai.spi;

/** What every plug-in is: something with an id that may or may not run on this machine. */
public interface Plugin {
    /** Stable, lower-case, such as {@code onnx}; what a user names on the builder. */
    String id();

    /** Whether it can run here; a plug-in whose native library is missing says no instead of failing later. */
    default boolean isAvailable() {
        return true;
    }
}
