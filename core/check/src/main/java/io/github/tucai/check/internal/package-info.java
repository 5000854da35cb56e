/**
 * The judge: catalogue of checks, profiles, and the pure function from measurements to a result.
 *
 * <p>CONTRIBUTING.md says what adding a check touches. Severity is data of the profile; a test holds it to the force of the clause. Besides the measures of an analyzer a profile may name those that
 * {@link io.github.tucai.check.internal.Facts} derives from the file, the crop and the declarations.
 *
 * <p>The rule for limits: numbers that a document gives are that document's; for the others PASS ends a quarter of the way from
 * the worst good picture to the middle of the faulty ones, and FAIL begins at six tenths, or later where more than two in a
 * hundred fine portraits would fail. {@code examples/calibration/pages/checks.md} has the rule with its exceptions, how right the
 * checks are by it, what is hard and why; a program of {@code examples/calibration} writes that page.
 */
@NullMarked
package io.github.tucai.check.internal;

import org.jspecify.annotations.NullMarked;
