/**
 * Recaptures made on the spot: a genuine picture is shown on a screen or printed, and taken again with a camera. Each is
 * followed from light to file by what physics does to it, so that limits for {@code recapture} can be chosen and judged without
 * photographs of screens. Controls go through the same camera without screen or print, so that nothing learns the camera.
 */
@NullMarked
package io.github.tucai.calibration.recapture;

import org.jspecify.annotations.NullMarked;
