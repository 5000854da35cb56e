package io.github.tucai.cli;

import io.github.tucai.constraint.GroupNameText;
import io.github.tucai.constraint.IdLastFourText;
import io.github.tucai.constraint.MaskedNameText;
import io.github.tucai.constraint.StudentNumberText;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.NotBlank;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** A row of print data as a school typed it, before its texts become values (N4.1). */
record PrintRow(
        @NotBlank String school,
        @GroupNameText String college,
        @GroupNameText String className,
        @StudentNumberText String studentNumber,
        @IdLastFourText String idLastFour,
        @MaskedNameText String name) {
    private static final Map<String, PrintDataFile.Column> COLUMNS = Map.of(
            "school", PrintDataFile.Column.SCHOOL,
            "college", PrintDataFile.Column.COLLEGE,
            "className", PrintDataFile.Column.CLASS,
            "studentNumber", PrintDataFile.Column.STUDENT_NUMBER,
            "idLastFour", PrintDataFile.Column.ID_LAST_FOUR,
            "name", PrintDataFile.Column.NAME);

    /** Names nobody. */
    @Override
    public String toString() {
        return "PrintRow";
    }

    /** Holds rows to their constraints, and words the faults in the language of a locale. One thread at a time. */
    static final class Rules implements AutoCloseable {
        private final ValidatorFactory factory;

        Rules(Locale locale) {
            factory = Validation.byDefaultProvider()
                    .configure()
                    // No message of ours computes anything, so no expression language is needed.
                    .messageInterpolator(new ParameterMessageInterpolator(Set.of(locale), locale, false))
                    .buildValidatorFactory();
        }

        /** The fault of each column that has one; never what was typed. */
        Map<PrintDataFile.Column, String> faults(PrintRow row) {
            return factory.getValidator().validate(row).stream()
                    .collect(Collectors.toMap(
                            Rules::column,
                            ConstraintViolation::getMessage,
                            (one, other) -> one + "; " + other,
                            () -> new EnumMap<>(PrintDataFile.Column.class)));
        }

        private static PrintDataFile.Column column(ConstraintViolation<PrintRow> violation) {
            return Objects.requireNonNull(
                    COLUMNS.get(violation.getPropertyPath().toString()));
        }

        @Override
        public void close() {
            factory.close();
        }
    }
}
