package io.github.tucai.print;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** How a job ended. */
public sealed interface PrintOutcome {
    /**
     * The document stands and was verified.
     *
     * @param sheets what lies where
     * @param verification what reading it back found
     * @param warnings texts that were shortened
     * @param sizeBytes of the document
     */
    record Written(List<SheetPlan> sheets, PrintVerification verification, List<PrintProblem> warnings, long sizeBytes)
            implements PrintOutcome {
        public Written {
            sheets = List.copyOf(sheets);
            warnings = List.copyOf(warnings);
            Objects.requireNonNull(verification, "verification");
            if (!verification.holds()) {
                throw new IllegalArgumentException("a written document is a verified one");
            }
        }
    }

    /**
     * Nothing was written.
     *
     * @param problems every one found, so that a list can be corrected at once
     */
    record Refused(List<PrintProblem> problems) implements PrintOutcome {
        public Refused {
            problems = List.copyOf(problems);
            if (problems.stream().noneMatch(problem -> problem.kind().refusing())) {
                throw new IllegalArgumentException("a refusal needs a refusing problem");
            }
        }
    }

    /** Handles both outcomes; the compiler asks for both. */
    default <R> R fold(Function<? super Written, ? extends R> written, Function<? super Refused, ? extends R> refused) {
        return this instanceof Written done ? written.apply(done) : refused.apply((Refused) this);
    }
}
