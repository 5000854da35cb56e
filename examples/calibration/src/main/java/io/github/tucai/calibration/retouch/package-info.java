/** Portraits retouched as beauty filters do it, and what is measured of them. */
@NullMarked
package io.github.tucai.calibration.retouch;

import org.jspecify.annotations.NullMarked;
