/** The ranges of values over which a network computes in eight bits. */
@NullMarked
package io.github.tucai.calibration.quantisation;

import org.jspecify.annotations.NullMarked;
