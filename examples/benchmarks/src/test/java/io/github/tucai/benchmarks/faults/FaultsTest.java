package io.github.tucai.benchmarks.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three processes, small: that nothing is lost, and that what is made to go wrong is noticed. */
class FaultsTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private boolean run(Settings settings) throws Exception {
        return Faults.run(settings, folder, new PrintStream(bytes, true, StandardCharsets.UTF_8));
    }

    private String told() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aCollectorWhoseSweepSeesNothingLeavesFilesBehind() throws Exception {
        Settings settings = Settings.parse(List.of(
                "--students", "8", "--kills", "2", "--seed", "1", "--aim", "after-vault", "--without", "sweep"));
        assertThat(run(settings)).as(told()).isFalse();
        assertThat(told()).contains("2 kills after-vault").containsPattern("kills=2 .*orphans=[1-9]");
    }
}
