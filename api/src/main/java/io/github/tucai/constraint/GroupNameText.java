package io.github.tucai.constraint;

import io.github.tucai.graduate.ClassName;
import io.github.tucai.graduate.College;
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

/** The name of a college or a class, as {@link College} and {@link ClassName} take it; may be empty (N0.4). */
@Documented
@Constraint(validatedBy = GroupNameText.Validator.class)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.ANNOTATION_TYPE, ElementType.TYPE_USE
})
@Retention(RetentionPolicy.RUNTIME)
public @interface GroupNameText {
    String message() default "{io.github.tucai.constraint.GroupNameText.message}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Decides. */
    final class Validator implements ConstraintValidator<GroupNameText, CharSequence> {
        /** For the validation provider. */
        public Validator() {}

        @Override
        public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
            return Reads.as(College::new, text) && Reads.as(ClassName::new, text);
        }
    }
}
