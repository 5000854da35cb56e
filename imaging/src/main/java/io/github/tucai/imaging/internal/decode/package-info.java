/**
 * From bytes as they came to upright sRGB pixels, with what the file says of itself.
 *
 * <p>Every format's header is read by our own bounded parser before a pixel is allocated. JPEG and PNG are handed to the
 * platform's readers without their metadata: those readers trip over profiles and thumbnails that phones write, and guess
 * colour spaces where the file is silent.
 */
@NullMarked
package io.github.tucai.imaging.internal.decode;

import org.jspecify.annotations.NullMarked;
