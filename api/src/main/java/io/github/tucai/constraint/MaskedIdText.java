package io.github.tucai.constraint;

import io.github.tucai.graduate.MaskedId;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** A masked identity number, as {@link MaskedId} takes it: a complete one is refused (N2.2a). */
@Documented
@Constraint(validatedBy = MaskedIdText.Validator.class)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.ANNOTATION_TYPE, ElementType.TYPE_USE
})
@Retention(RetentionPolicy.RUNTIME)
public @interface MaskedIdText {
    String message() default "{io.github.tucai.constraint.MaskedIdText.message}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Decides. */
    final class Validator implements ConstraintValidator<MaskedIdText, CharSequence> {
        /** For the validation provider. */
        public Validator() {}

        @Override
        public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
            return Reads.as(MaskedId::new, text);
        }
    }
}
