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

    private boolean holds(String options) throws Exception {
        return Faults.run(
                Settings.parse(List.of(options.split(" "))),
                folder,
                new PrintStream(bytes, true, StandardCharsets.UTF_8));
    }

    private String told() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void killedOnceInEveryWindowItLosesNothing() throws Exception {
        assertThat(holds("--students 30 --kills 12 --seed 3")).as(told()).isTrue();
        for (Window window : Window.values()) {
            assertThat(told()).contains("1 kills " + window.label());
        }
        assertThat(told().strip()).endsWith("faults students=30 kills=12 lost=0 doubled=0 wrong=0 orphans=0");
    }

    /** One kill alone may meet a withdrawal, or a photo that is taken back before it would go out again. */
    @Test
    void aRegistryThatStoresTwiceIsNoticed() throws Exception {
        assertThat(holds("--students 20 --kills 4 --seed 1 --aim after-answer --registry stores-twice"))
                .as(told())
                .isFalse();
        assertThat(told()).containsPattern("kills=4 .*doubled=[1-9]");
    }

    @Test
    void aCollectorWhoseSweepSeesNothingIsNoticed() throws Exception {
        assertThat(holds("--students 8 --kills 2 --seed 1 --aim after-vault --without sweep"))
                .as(told())
                .isFalse();
        assertThat(told()).contains("2 kills after-vault").containsPattern("kills=2 .*orphans=[1-9]");
    }
}
