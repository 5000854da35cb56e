/** Limits of the checks and weights of what is told from several measures, chosen and tried on labelled photos. */
@NullMarked
package io.github.tucai.calibration.limits;

import org.jspecify.annotations.NullMarked;
