package io.github.tucai.benchmarks;

import io.github.tucai.benchmarks.faults.Faults;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/**
 * {@code codes}, {@code hand-ins}, {@code memory}, {@code scale} or {@code report}, each with {@code --quick}; {@code faults},
 * and {@code scale} of so many records, have their own options.
 */
public final class Main {
    private static final String USAGE =
            "usage: java [-Dtucai.testdata=DIR] -jar benchmarks.jar codes|hand-ins|memory|scale|report [--quick]\n"
                    + "       java -jar benchmarks.jar "
                    + ScaleOfRecords.USAGE
                    + "\n       java -jar benchmarks.jar "
                    + Faults.USAGE;

    private Main() {}

    /**
     * Runs one benchmark, or all but {@code hand-ins}, {@code memory} and {@code faults} and writes {@code ./benchmarks.md}.
     *
     * @param arguments what, and {@code --quick}
     */
    public static void main(String[] arguments) throws IOException, InterruptedException, RunnerException {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "error");
        System.setProperty("java.awt.headless", "true");
        List<String> given = List.of(arguments);
        // On JDK 17 standard output follows the locale.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        if (!given.isEmpty() && given.get(0).equals("faults")) {
            System.exit(faults(given.subList(1, given.size()), out));
        }
        if (given.size() > 1 && given.get(0).equals("scale") && given.contains("--records")) {
            System.exit(records(given.subList(1, given.size()), new Figures(out)));
        }
        boolean isQuick = given.contains("--quick");
        if (given.isEmpty()
                || !List.of("codes", "hand-ins", "memory", "scale", "report").contains(given.get(0))
                || given.size() > (isQuick ? 2 : 1)) {
            System.err.println(USAGE);
            System.exit(2);
        }
        Figures figures = new Figures(out);
        boolean holds = run(given.get(0), isQuick ? Effort.QUICK : Effort.FULL, figures);
        System.exit(holds ? 0 : 1);
    }

    private static int records(List<String> options, Figures figures) throws IOException {
        try {
            ScaleOfRecords.run(options, figures);
            return 0;
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(USAGE);
            return 2;
        }
    }

    private static int faults(List<String> options, PrintStream out) throws IOException, InterruptedException {
        try {
            return Faults.run(options, out) ? 0 : 1;
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println(USAGE);
            return 2;
        }
    }

    private static boolean run(String what, Effort effort, Figures figures)
            throws IOException, InterruptedException, RunnerException {
        if (what.equals("codes")) {
            Codes.run(effort, figures);
            return true;
        }
        if (what.equals("hand-ins")) {
            return HandIns.run(effort, figures);
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

    /** Everything but {@code memory} and {@code faults}; the campaign at scale in the quick size, to stay within ten minutes. */
    static boolean report(Effort effort, Figures figures) throws IOException, InterruptedException, RunnerException {
        QrReading.run(effort, figures);
        PhotoChecks.run(effort, figures);
        Codes.run(effort, figures);
        Effort small = effort.captures() > Effort.QUICK.captures() ? Effort.QUICK : effort;
        return Scale.run(small, figures);
    }
}
