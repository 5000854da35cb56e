/**
 * Faults by degrees, drawn onto good photographs: each kind has a dial with a unit, of which two places were set by looking,
 * where a fault is just visible and where it is plain. What is told of them at each place is a curve.
 */
@NullMarked
package io.github.tucai.calibration.dial;

import org.jspecify.annotations.NullMarked;
