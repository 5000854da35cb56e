/**
 * What is measured in a photo, group by group. No limits stand here: what is good or bad, the profile says.
 *
 * <p>Places on the face are told in {@link FaceFrame} coordinates, whose unit is the distance of the irises and whose axes
 * lean with the head. Areas of colour are looked at in the 256 × 256 pixels that the networks saw, so that the cost of a
 * measure does not grow with the picture.
 */
@NullMarked
package io.github.tucai.imaging.internal.measure;

import org.jspecify.annotations.NullMarked;
