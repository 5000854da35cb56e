package io.github.tucai.cli;

import io.github.tucai.failure.TucaiException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry point. */
@Command(
        name = "tucai",
        mixinStandardHelpOptions = true,
        version = "tucai 0.1.0-SNAPSHOT",
        resourceBundle = "io.github.tucai.cli.Messages",
        subcommands = {
            CheckCommand.class,
            FinishCommand.class,
            CodeCommand.class,
            KeysCommand.class,
            PlanCommand.class,
            FeedbackCommand.class,
            DeadlineCommand.class,
            CommandLine.HelpCommand.class
        })
final class Main {
    private Main() {}

    /** Runs one command and ends with its exit status. */
    public static void main(String[] arguments) {
        // On JDK 17 System.out follows the locale's charset; scripts rely on UTF-8.
        System.setOut(utf8(FileDescriptor.out));
        System.setErr(utf8(FileDescriptor.err));
        int status = commandLine().execute(arguments);
        System.out.flush();
        System.exit(status);
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Main());
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println(message(failure));
            return ExitStatus.FAILURE;
        });
        line.setCaseInsensitiveEnumValuesAllowed(true);
        return line;
    }

    /** One line a person can act on; foreign exceptions keep their type, since their text alone often says little. */
    private static String message(Exception failure) {
        if (failure instanceof TucaiException || failure instanceof IllegalArgumentException) {
            return String.valueOf(failure.getMessage());
        }
        Exception told = failure instanceof UncheckedIOException io && io.getCause() != null ? io.getCause() : failure;
        if (told instanceof NoSuchFileException missing) {
            return Texts.get("error.noSuchFile", String.valueOf(missing.getFile()));
        }
        return told instanceof IOException ? Texts.get("error.io", told.toString()) : told.toString();
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }
}
