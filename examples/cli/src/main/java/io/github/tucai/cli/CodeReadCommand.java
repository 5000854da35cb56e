package io.github.tucai.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tucai.cli.output.Json;
import io.github.tucai.code.CodeReading;
import io.github.tucai.failure.TucaiException;
import io.github.tucai.photo.Region;
import io.github.tucai.spi.CodeImageReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code code read}: the texts of the QR codes in pictures. */
@Command(name = "read", mixinStandardHelpOptions = true, resourceBundle = "io.github.tucai.cli.Messages")
final class CodeReadCommand implements Callable<Integer> {
    @Option(names = "--budget-ms", defaultValue = "2000", paramLabel = "N", descriptionKey = "budget")
    int budgetMillis;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "pictures")
    List<Path> files = List.of();

    @Spec
    CommandSpec spec = CommandSpec.create();

    /** The texts of one picture, or the name of a failure and what to do about it; and where, as far as that was seen. */
    private record Outcome(
            List<String> texts, List<String> charsets, List<Region> regions, String failure, String advice) {
        static Outcome of(CodeReading reading) {
            List<String> texts =
                    reading.symbols().stream().map(CodeReading.Symbol::text).toList();
            List<String> charsets =
                    reading.symbols().stream().map(CodeReading.Symbol::charset).toList();
            List<Region> regions =
                    reading.symbols().stream().map(CodeReading.Symbol::region).toList();
            return reading.failure()
                    .map(failure ->
                            failed(failure.name(), Texts.get("code.failure." + failure.name()), reading.unread()))
                    .orElseGet(() -> new Outcome(texts, charsets, regions, "", ""));
        }

        static Outcome failed(String failure, String advice, Optional<Region> region) {
            return new Outcome(List.of(), List.of(), region.stream().toList(), failure, advice);
        }
    }

    @Override
    public Integer call() {
        if (budgetMillis < 1) {
            throw new ParameterException(spec.commandLine(), Texts.get("error.budget", String.valueOf(budgetMillis)));
        }
        CodeImageReader reader = Plugin.only(CodeImageReader.class);
        PrintWriter out = spec.commandLine().getOut();
        int status = ExitStatus.DONE;
        for (Path file : files) {
            long start = System.nanoTime();
            Outcome outcome = read(reader, file);
            double millis = Json.millis(System.nanoTime() - start);
            if (json) {
                out.println(asJson(file, outcome, millis));
            } else if (outcome.failure().isEmpty()) {
                outcome.texts().forEach(out::println);
            } else {
                spec.commandLine().getErr().println(file + ": " + outcome.advice());
            }
            out.flush();
            status = Math.max(status, outcome.failure().isEmpty() ? ExitStatus.DONE : ExitStatus.FOUND);
        }
        return status;
    }

    /** A file that cannot be read is one file's answer: the run goes on. */
    private Outcome read(CodeImageReader reader, Path file) {
        try {
            return Outcome.of(reader.read(Photos.read(file), Duration.ofMillis(budgetMillis)));
        } catch (IOException | TucaiException e) {
            return Outcome.failed("NO_FILE", Failures.message(e), Optional.empty());
        }
    }

    private static String asJson(Path file, Outcome outcome, double millis) {
        ObjectNode line = Json.object();
        line.put("file", file.toString());
        ArrayNode texts = line.putArray("texts");
        outcome.texts().forEach(texts::add);
        if (outcome.failure().isEmpty()) {
            ArrayNode charsets = line.putArray("charsets");
            outcome.charsets().forEach(charsets::add);
            ArrayNode regions = line.putArray("regions");
            outcome.regions().forEach(region -> regions.add(asJson(region)));
        } else {
            line.put("failure", outcome.failure());
            outcome.regions().forEach(region -> line.set("region", asJson(region)));
        }
        line.put("millis", millis);
        return Json.line(line);
    }

    private static ArrayNode asJson(Region region) {
        return Json.MAPPER
                .createArrayNode()
                .add(region.x())
                .add(region.y())
                .add(region.width())
                .add(region.height());
    }
}
