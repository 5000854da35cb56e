package io.github.tucai.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ServiceConfigurationError;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

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
            RebuildCommand.class,
            CommandLine.HelpCommand.class
        })
final class Main {
    @Option(names = "--verbose", scope = ScopeType.INHERIT, descriptionKey = "verbose")
    boolean isVerbose;

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
        Main main = new Main();
        CommandLine line = new CommandLine(main);
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println(Failures.message(failure));
            if (main.isVerbose) {
                failure.printStackTrace(command.getErr());
            }
            return ExitStatus.FAILURE;
        });
        line.setParameterExceptionHandler(Main::tellUsage);
        tellExitStatus(line);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.registerConverter(LocalDate.class, Main::date);
        line.registerConverter(Path.class, Main::path);
        return line;
    }

    /** What is wrong, what may have been meant, and where the help is: the whole of it would push that off the screen. */
    private static int tellUsage(ParameterException fault, String[] arguments) {
        CommandLine command = fault.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(command.getColorScheme().errorText(fault.getMessage()));
        UnmatchedArgumentException.printSuggestions(fault, err);
        err.println(Texts.get("error.help", command.getCommandSpec().qualifiedName() + " --help"));
        return ExitStatus.USAGE;
    }

    private static void tellExitStatus(CommandLine line) {
        Map<String, String> told = new LinkedHashMap<>();
        told.put("0", Texts.get("exit.done"));
        told.put("1", Texts.get("exit.found"));
        told.put("2", Texts.get("exit.usage"));
        told.put("3", Texts.get("exit.failure"));
        line.getCommandSpec()
                .usageMessage()
                .exitCodeListHeading(Texts.get("exit.heading") + "%n")
                .exitCodeList(told);
        line.getSubcommands().values().forEach(Main::tellExitStatus);
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new TypeConversionException(Texts.get("error.letters", System.getProperty("sun.jnu.encoding")));
        }
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
