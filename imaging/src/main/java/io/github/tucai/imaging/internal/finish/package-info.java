/**
 * From an accepted photo to the product: one crop, one resampling, the background exchanged where the product wants it, and a
 * JPEG of the wanted size. Nothing here can mirror, turn or retouch, because the rules forbid it (A2.3.6).
 *
 * <p>The background is exchanged by difference: a pixel that is part person keeps its own colour and only the share of the old
 * background in it is replaced, so that no seam of the old colour stays round hair. Inside the face nothing is touched, and the
 * finished pixels are compared with the plain resample to prove it.
 */
@NullMarked
package io.github.tucai.imaging.internal.finish;

import org.jspecify.annotations.NullMarked;
