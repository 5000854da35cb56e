package io.github.tucai.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tucai.WorkingDays;
import io.github.tucai.cli.output.Json;
import io.github.tucai.schedule.Deadline;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code deadline}: the last day of a period of working days, and how it was counted (N2.4b). */
@Command(name = "deadline", mixinStandardHelpOptions = true, resourceBundle = "io.github.tucai.cli.Messages")
final class DeadlineCommand implements Callable<Integer> {
    @Parameters(arity = "1", paramLabel = "DATE", descriptionKey = "date")
    LocalDate date = LocalDate.EPOCH;

    @Option(names = "--working-days", defaultValue = "20", paramLabel = "N", descriptionKey = "workingDays")
    int workingDays = 20;

    @Option(names = "--calendar", paramLabel = "FILE", descriptionKey = "calendar")
    @Nullable
    Path calendar;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        WorkingDays days = calendar == null ? WorkingDays.china() : WorkingDays.china(calendar);
        Deadline deadline = Usage.value(spec, "--working-days", () -> days.deadline(date, workingDays));
        ObjectNode node = Json.object();
        node.put("start", deadline.start().toString());
        node.put("workingDays", deadline.workingDays());
        node.put("due", deadline.due().toString());
        node.put("provisional", deadline.provisional());
        list(node, "holidays", deadline.holidays());
        list(node, "madeUp", deadline.madeUp());
        list(node, "uncovered", deadline.uncovered());
        spec.commandLine().getOut().println(Json.line(node));
        if (deadline.provisional()) {
            spec.commandLine().getErr().println(Texts.get("deadline.provisional"));
        }
        return ExitStatus.DONE;
    }

    private static void list(ObjectNode node, String name, List<LocalDate> days) {
        days.forEach(day -> node.withArray(name).add(day.toString()));
    }
}
