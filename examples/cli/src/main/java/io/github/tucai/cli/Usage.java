package io.github.tucai.cli;

import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Tells what a person typed wrong from what went wrong: the first shows the usage and ends with its own status. */
final class Usage {
    private Usage() {}

    /** A value made from an option; what the value's type refuses is wrong usage. */
    static <T> T value(CommandSpec spec, String option, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), option + ": " + e.getMessage(), e);
        }
    }
}
