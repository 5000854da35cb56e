package io.github.tucai.imaging.internal.finish;

import java.awt.geom.Path2D;

/**
 * Where the head lies in a picture, in its pixels.
 *
 * @param crown distance of the top of the hair from the upper edge
 * @param eyes distance of the eyes from the upper edge
 * @param faceWidth cheek to cheek
 * @param axis distance of the face's axis from the left edge
 * @param face outline within which all is face
 */
record Head(double crown, double eyes, double faceWidth, double axis, Path2D face) {}
