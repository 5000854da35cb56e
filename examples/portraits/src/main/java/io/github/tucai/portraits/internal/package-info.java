/**
 * How a portrait is modelled, lit and put on film.
 *
 * <p>Lengths are centimetres. x points to the right edge of the picture (the sitter's left), y up, z to the camera; the
 * origin is that of MediaPipe's canonical face, a little behind the bridge of the nose. "Rest" is the place before the
 * head turns. Colours are linear light unless a name says sRGB.
 */
@NullMarked
package io.github.tucai.portraits.internal;

import org.jspecify.annotations.NullMarked;
