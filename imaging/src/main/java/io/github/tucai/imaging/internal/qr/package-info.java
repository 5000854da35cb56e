/**
 * Reads QR symbols in pictures. Two readers that fail on different pictures climb one ladder of scales and binarizers until
 * everything that looks like a code is read or the time is up; whichever reads it, the text is decoded here from the corrected
 * codewords, so that it does not depend on the reader. Symbols that both see and neither reads get a grid of their own, fitted
 * to the picture and bent with it, and a decoder that knows which modules are in doubt.
 */
@NullMarked
package io.github.tucai.imaging.internal.qr;

import org.jspecify.annotations.NullMarked;
