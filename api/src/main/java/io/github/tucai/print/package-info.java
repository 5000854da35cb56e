/**
 * What is printed and where it lies: items, profiles and planned sheets. All lengths are millimetres; the origin of a sheet is
 * its top-left corner and y grows downwards.
 *
 * <p>Planning is apart from rendering: a {@link io.github.tucai.print.SheetPlan} is a value that says where every print lies, so
 * a layout can be tested, shown and verified without a document. A print is an image area above an information area (N4.3); the
 * sizes of both are fields of a {@link io.github.tucai.print.PrintProfile}, since no public text fixes them.
 */
@NullMarked
package io.github.tucai.print;

import org.jspecify.annotations.NullMarked;
