/** Portraits compressed twice, and how often that is found. */
@NullMarked
package io.github.tucai.calibration.compression;

import org.jspecify.annotations.NullMarked;
