package io.github.tucai.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The smallest run of everything: figures of time are not looked at, figures of what comes out are. */
class ReportTest {
    @Test
    void everyBenchmarkRuns() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Figures figures = new Figures(new PrintStream(out, true, StandardCharsets.UTF_8));
        assertThat(Main.report(Effort.SMALLEST, figures)).isTrue();
        Map<String, String> values = figures.lines().stream()
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
        assertThat(values)
                .containsEntry("qr.drawn.turned.ours.right", "1")
                .containsEntry("qr.drawn.several.ours.right", "1")
                .containsEntry("photo.count", "1")
                .containsEntry("photo.single-face-share", "1.000")
                .containsEntry("scale.captures", "4");
        assertThat(values.keySet())
                .contains("codes.sm.open-ratio", "codes.intl.seal-ratio", "codes.sm.seal-ratio.least");
        assertThat(values.entrySet())
                .filteredOn(entry -> entry.getKey().endsWith(".ours.wrong"))
                .isNotEmpty()
                .allMatch(entry -> entry.getValue().equals("0"));
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("scale.captures=4");
        assertThat(figures.page()).contains("## Scale", "| scale.captures | 4 |");
    }

    @Test
    void memoryIsToldTenTimesAndTheSamePhotoGetsTheSameAnswers() throws Exception {
        Figures figures = new Figures(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
        Memory.run(Effort.SMALLEST, figures);
        assertThat(figures.lines())
                .filteredOn(line -> line.matches("memory\\.\\d+\\.live-heap-mib=.*"))
                .hasSize(10);
        assertThat(figures.lines()).contains("memory.differing=0");
    }
}
