/**
 * The judge: catalogue of checks, profiles, and the pure function from measurements to a result.
 *
 * <p>Adding a check is one measure, one profile entry, one message pair and one test. Severity is data of the profile; a test
 * holds it to the force of the clause. Besides the measures of an analyzer a profile may name those that
 * {@link io.github.tucai.core.internal.check.Facts} derives from the file, the crop and the declarations.
 */
@NullMarked
package io.github.tucai.core.internal.check;

import org.jspecify.annotations.NullMarked;
