package io.github.tucai.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tucai.code.CodeReading;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.spi.CodeImageReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

    @Override
    public Integer call() throws IOException {
        CodeImageReader reader = Plugin.only(CodeImageReader.class);
        PrintWriter out = spec.commandLine().getOut();
        int status = ExitStatus.DONE;
        for (Path file : files) {
            long start = System.nanoTime();
            CodeReading reading =
                    reader.read(PhotoImage.copyOf(Files.readAllBytes(file)), Duration.ofMillis(budgetMillis));
            double millis = Json.millis(System.nanoTime() - start);
            out.println(json ? asJson(file, reading, millis) : asText(file, reading));
            out.flush();
            status = Math.max(status, reading.failure().isPresent() ? ExitStatus.FOUND : ExitStatus.DONE);
        }
        return status;
    }

    private static String asJson(Path file, CodeReading reading, double millis) {
        ObjectNode line = Json.object();
        line.put("file", file.toString());
        ArrayNode texts = line.putArray("texts");
        reading.symbols().forEach(symbol -> texts.add(symbol.text()));
        reading.failure().ifPresent(failure -> line.put("failure", failure.name()));
        line.put("millis", millis);
        return Json.line(line);
    }

    private static String asText(Path file, CodeReading reading) {
        return reading.failure()
                .map(failure -> file + ": " + Texts.get("code.failure." + failure.name()))
                .orElseGet(() -> String.join(
                        System.lineSeparator(),
                        reading.symbols().stream().map(CodeReading.Symbol::text).toList()));
    }
}
