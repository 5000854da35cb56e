/**
 * Portraits of people who do not exist, drawn from a specification, with the truth about them.
 *
 * <pre>{@code
 * PortraitSpec student = PortraitSpec.registration(7);
 * DrawnPortrait photo = Portraits.draw(student);
 * DrawnPortrait retake = Portraits.draw(Fault.EYES_SHUT.applyTo(student.retake(1)));
 * }</pre>
 *
 * <p>Good for direction, order and regression of checks, and for demonstrations. A drawn face says nothing about
 * thresholds, false alarms or fairness: for those, photographs of people are needed.
 *
 * <p>Beside them stands what several tests share: where photographs lie that are no part of the repository, images of nobody.
 */
@NullMarked
package io.github.tucai.portraits;

import org.jspecify.annotations.NullMarked;
