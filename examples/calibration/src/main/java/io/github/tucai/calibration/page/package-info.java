/** The pages of measurements: what the programs of this module measure in one run, and beside it what was tried earlier, dated. */
@NullMarked
package io.github.tucai.calibration.page;

import org.jspecify.annotations.NullMarked;
