/**
 * Photos whose person is grey or in one tone, or in one that changes over the picture, before a coloured wall, as a black-and-white photo looks once its background was
 * filled, so that the limit of {@code file-colour} can be chosen and judged. Controls are in colour: as they are, paler,
 * darker, by lamplight.
 */
@NullMarked
package io.github.tucai.calibration.colour;

import org.jspecify.annotations.NullMarked;
