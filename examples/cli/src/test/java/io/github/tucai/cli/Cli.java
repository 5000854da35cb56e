package io.github.tucai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.tucai.cli.output.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Runs the command line inside the test. */
final class Cli {
    private Cli() {}

    /** What a run left: its exit status, the data and the talk. */
    record Run(int status, String out, String err) {
        List<String> lines() {
            return out.lines().toList();
        }

        List<JsonNode> json() {
            return out.lines().map(Cli::parse).toList();
        }

        /** Done, and nothing to talk about. */
        Run isDone() {
            assertThat(this).isEqualTo(new Run(ExitStatus.DONE, out, ""));
            return this;
        }

        /** Ended with this status and told a person why, in words of people. */
        Run ends(int wanted) {
            assertThat(status).as(err).isEqualTo(wanted);
            assertThat(err).isNotBlank().doesNotContain("Exception", "java.", "\tat ", "{0}", "null");
            return this;
        }
    }

    static Run run(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        int status = line.execute(Stream.of(arguments).map(String::valueOf).toArray(String[]::new));
        return new Run(status, out.toString(), err.toString());
    }

    private static JsonNode parse(String line) {
        try {
            return Json.MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + line, e);
        }
    }
}
