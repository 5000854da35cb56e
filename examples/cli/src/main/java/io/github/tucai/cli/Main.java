package io.github.tucai.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ServiceConfigurationError;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.TypeConversionException;

/** The entry point. */
@Command(
        name = "tucai",
        mixinStandardHelpOptions = true,
        version = "tucai 0.1.0-SNAPSHOT",
        resourceBundle = "io.github.tucai.cli.Messages",
        subcommands = {
            CheckCommand.class,
            ProfilesCommand.class,
            FinishCommand.class,
            CodeCommand.class,
            KeysCommand.class,
            PlanCommand.class,
            FeedbackCommand.class,
            DeadlineCommand.class,
            DemoCommand.class,
            AuditCommand.class,
            CommandLine.HelpCommand.class
        })
final class Main {
    private Main() {}

    /** Runs one command and ends with its exit status. */
    public static void main(String[] arguments) {
        // On JDK 17 System.out follows the locale's charset; scripts rely on UTF-8.
        System.setOut(utf8(FileDescriptor.out));
        System.setErr(utf8(FileDescriptor.err));
        // The validator's logger takes the JDK's own unless told, and greets at INFO.
        System.setProperty("org.jboss.logging.provider", "slf4j");
        int status = run(arguments);
        System.out.flush();
        System.exit(status);
    }

    private static int run(String[] arguments) {
        try {
            return commandLine().execute(arguments);
        } catch (OutOfMemoryError | LinkageError | ServiceConfigurationError e) {
            // A machine without memory or without the native code of its kind: a failure like any other.
            System.err.println(Texts.get("error.unforeseen", e.toString()));
            return ExitStatus.FAILURE;
        }
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Main());
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println(Failures.message(failure));
            return ExitStatus.FAILURE;
        });
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.registerConverter(LocalDate.class, Main::date);
        return line;
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new TypeConversionException(Texts.get("error.date", text));
        }
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }
}
