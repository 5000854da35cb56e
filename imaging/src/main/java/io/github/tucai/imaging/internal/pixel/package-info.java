/**
 * Pictures and what is computed from their pixels alone: crops, tiles, colours, sums, surfaces; and the way of a measure back
 * to the full picture. Nothing here knows of networks or faces.
 */
@NullMarked
package io.github.tucai.imaging.internal.pixel;

import org.jspecify.annotations.NullMarked;
