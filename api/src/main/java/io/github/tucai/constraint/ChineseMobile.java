package io.github.tucai.constraint;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A mobile number of mainland China: 11 digits from 13 to 19, no country code and no blanks. */
@Documented
@Constraint(validatedBy = ChineseMobile.Validator.class)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.ANNOTATION_TYPE, ElementType.TYPE_USE
})
@Retention(RetentionPolicy.RUNTIME)
public @interface ChineseMobile {
    String message() default "{io.github.tucai.constraint.ChineseMobile.message}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Decides. */
    final class Validator implements ConstraintValidator<ChineseMobile, CharSequence> {
        private static final Pattern FORM = Pattern.compile("1[3-9][0-9]{9}");

        /** For the validation provider. */
        public Validator() {}

        @Override
        public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
            return text == null || FORM.matcher(text).matches();
        }
    }
}
