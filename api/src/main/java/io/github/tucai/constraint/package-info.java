/**
 * Jakarta Validation constraints for forms and import rows: texts before they become values. A text that a constraint accepts is
 * one the value type accepts, since the constraint asks the type.
 *
 * <p>{@code null} is valid everywhere, as Jakarta Validation has it; add {@code @NotNull}. Messages come in English and Chinese
 * from {@code ContributorValidationMessages}, which leaves {@code ValidationMessages} to the application. No message quotes the
 * value.
 *
 * <pre>{@code
 * record Row(@NotNull @StudentNumberText String studentNumber, @NotNull @MaskedNameText String name) { }
 * }</pre>
 */
@NullMarked
package io.github.tucai.constraint;

import org.jspecify.annotations.NullMarked;
