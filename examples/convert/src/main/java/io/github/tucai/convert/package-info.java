/**
 * Converts the pinned TFLite networks to ONNX while the library is built; nothing here runs in an application.
 *
 * <p>The graph keeps TFLite's order of axes (batch, height, width, channels). Operators that ONNX defines on (batch,
 * channels, height, width) stand between two transpositions, which ONNX Runtime cancels against each other.
 *
 * <p>A network for which {@code imaging/src/main/convert} holds ranges of values is written once more, with the operators
 * between those tensors in eight bits: weights by channel, activations by tensor. Photos are needed to find the ranges but not
 * to build: {@code CalibrateParts} of {@code examples/calibration} makes the file anew from a folder of portraits.
 */
@NullMarked
package io.github.tucai.convert;

import org.jspecify.annotations.NullMarked;
