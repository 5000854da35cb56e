/**
 * Converts the pinned TFLite networks to ONNX while the library is built; nothing here runs in an application.
 *
 * <p>The graph keeps TFLite's order of axes (batch, height, width, channels). Operators that ONNX defines on (batch,
 * channels, height, width) stand between two transpositions, which ONNX Runtime cancels against each other.
 */
@NullMarked
package io.github.tucai.imaging.internal.convert;

import org.jspecify.annotations.NullMarked;
