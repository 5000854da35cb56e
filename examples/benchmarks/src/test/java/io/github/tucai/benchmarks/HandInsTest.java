package io.github.tucai.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandInsTest {
    @Test
    void someAreAcceptedAndRefusedOnesStoreNothing() throws Exception {
        Figures figures = new Figures(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
        Effort few = new Effort(List.of(), 0, 4, 0, 0, 0, 1, 0);
        assertThat(HandIns.run(few, figures)).isTrue();
        assertThat(figures.lines()).anyMatch(line -> line.startsWith("hand-in.accepted-ms-median="));
    }
}
