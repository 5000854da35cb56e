package io.github.tucai.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code code}: everything about collection codes. */
@Command(
        name = "code",
        mixinStandardHelpOptions = true,
        resourceBundle = "io.github.tucai.cli.Messages",
        subcommands = {CodeReadCommand.class, CodeIssueCommand.class, CodeOpenCommand.class})
final class CodeCommand implements Runnable {
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), Texts.get("error.subcommand"));
    }
}
