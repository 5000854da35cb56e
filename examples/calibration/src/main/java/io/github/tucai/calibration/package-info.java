/**
 * Programs by which limits and weights of the checks are chosen: they measure labelled photos and simulated ones. Each is run by
 * hand, from this module's folder; {@code page.WritePages} runs most of them together and writes what they found.
 */
@NullMarked
package io.github.tucai.calibration;

import org.jspecify.annotations.NullMarked;
