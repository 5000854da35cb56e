/**
 * Sheets and forms as PDF: plan, write, read back, verify.
 *
 * <p>A document appears under its name only after it was read back from disk by code that shares nothing with the writer but the
 * plan. Layers: {@code Prints}, {@code Sheet marks}, {@code CutContour}; the last is also a spot colour separation of that name
 * with overprint, so that a cutter finds it either way.
 */
@NullMarked
package io.github.tucai.print.internal;

import org.jspecify.annotations.NullMarked;
