/**
 * The neural networks: loading, running, and what their numbers mean. All coordinates that leave this package are pixels
 * of the picture that came in, pixel centres at one half.
 */
@NullMarked
package io.github.tucai.imaging.internal.model;

import org.jspecify.annotations.NullMarked;
