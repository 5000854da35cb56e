package io.github.tucai.benchmarks;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/** {@code codes}, {@code faults}, {@code memory}, {@code scale} or {@code report}, each with {@code --quick}. */
public final class Main {
    private static final String USAGE =
            "usage: java [-Dtucai.testdata=DIR] -jar benchmarks.jar codes|faults|memory|scale|report [--quick]";

    private Main() {}

    /**
     * Runs one benchmark, or all but {@code memory} and writes {@code ./benchmarks.md}.
     *
     * @param arguments what, and {@code --quick}
     */
    public static void main(String[] arguments) throws IOException, InterruptedException, RunnerException {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "error");
        System.setProperty("java.awt.headless", "true");
        List<String> given = List.of(arguments);
        boolean isQuick = given.contains("--quick");
        if (given.isEmpty()
                || !List.of("codes", "faults", "memory", "scale", "report").contains(given.get(0))
                || given.size() > (isQuick ? 2 : 1)) {
            System.err.println(USAGE);
            System.exit(2);
        }
        // On JDK 17 standard output follows the locale.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        Figures figures = new Figures(out);
        boolean holds = run(given.get(0), isQuick ? Effort.QUICK : Effort.FULL, figures);
        System.exit(holds ? 0 : 1);
    }

    private static boolean run(String what, Effort effort, Figures figures)
            throws IOException, InterruptedException, RunnerException {
        if (what.equals("codes")) {
            Codes.run(effort, figures);
            return true;
        }
        if (what.equals("faults")) {
            return Faults.run(effort, figures);
        }
        if (what.equals("memory")) {
            return Memory.run(effort, figures);
        }
        if (what.equals("scale")) {
            return Scale.run(effort, figures);
        }
        boolean holds = report(effort, figures);
        Files.writeString(Path.of("benchmarks.md"), figures.page());
        return holds;
    }

    /** Everything but {@code memory}; the campaign at scale in the quick size, to stay within ten minutes. */
    static boolean report(Effort effort, Figures figures) throws IOException, InterruptedException, RunnerException {
        QrReading.run(effort, figures);
        PhotoChecks.run(effort, figures);
        Codes.run(effort, figures);
        boolean faultsHold = Faults.run(effort, figures);
        Effort small = effort.captures() > Effort.QUICK.captures() ? Effort.QUICK : effort;
        return Scale.run(small, figures) && faultsHold;
    }
}
