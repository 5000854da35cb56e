package io.github.tucai.constraint;

import io.github.tucai.graduate.ResidentIdCheck;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A free text without a complete identity number: 18 characters with the right check, also between other characters. */
@Documented
@Constraint(validatedBy = NoIdentityNumber.Validator.class)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.ANNOTATION_TYPE, ElementType.TYPE_USE
})
@Retention(RetentionPolicy.RUNTIME)
public @interface NoIdentityNumber {
    String message() default "{io.github.tucai.constraint.NoIdentityNumber.message}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Decides. */
    final class Validator implements ConstraintValidator<NoIdentityNumber, CharSequence> {
        private static final Pattern CANDIDATE = Pattern.compile("(?=([0-9]{17}[0-9Xx]))");

        /** For the validation provider. */
        public Validator() {}

        @Override
        public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
            return text == null || !holdsOne(text.toString());
        }

        private static boolean holdsOne(String text) {
            Matcher candidates = CANDIDATE.matcher(text);
            while (candidates.find()) {
                if (ResidentIdCheck.isComplete(candidates.group(1))) {
                    return true;
                }
            }
            return false;
        }
    }
}
