package io.github.tucai.calibration.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {
    private static final Origin ORIGIN =
            new Origin(LocalDate.of(2026, 11, 30), "mvn -q calibrate", List.of("two pictures"));

    @Test
    void saysWhenByWhichCommandAndOnWhatItWasMeasured() throws IOException {
        String text = new Page("Title", ORIGIN)
                .section("Counts", Page.printed(out -> out.printf("one%ntwo%n")))
                .text();
        assertThat(text)
                .startsWith("# Title\n\nMeasured on 30 November 2026 by\n\n```\nmvn -q calibrate\n```\n")
                .contains("\n- two pictures\n")
                .endsWith("\n## Counts\n\none\ntwo\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"checks.md", "imaging.md"})
    void whatWasTriedIsDatedAndFollowsAllThatWasMeasured(String name) {
        String tried = Page.resource("tried/" + name);
        String text =
                new Page("Title", ORIGIN).section("Counts", "1").tried(name).text();
        assertThat(text).endsWith(tried);
        assertThat(Arrays.stream(tried.split("\n")).filter(line -> line.startsWith("#")))
                .isNotEmpty()
                .allMatch(line -> line.matches("### \\d{1,2} \\p{L}+ \\d{4}: .+"));
        assertThat(tried).startsWith("### ");
    }

    @Test
    void theCommandNamesNoFolderOfTheMachine() {
        Setting whole = Setting.parse("testdata=/home/a/photos", "pages=/home/a/pages", "work=target", "reading=");
        assertThat(whole.command()).isEqualTo("mvn -q -Pcalibrate -pl examples/calibration -am process-classes");
        Setting part = Setting.parse(
                "testdata=/home/a/photos", "pages=p", "work=w", "parts=checks", "reading=/home/a/second.csv");
        assertThat(part.command())
                .endsWith("process-classes -Dcalibrate.parts=checks -Dcalibrate.reading=second.csv")
                .doesNotContain("/home");
    }

    @Test
    void refusesPartsThatThereAreNot() {
        assertThatThrownBy(() -> Setting.parse("testdata=t", "pages=p", "work=w", "parts=check"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[checks, imaging, degrees]");
    }

    @Test
    void everySoManyStartWithTheFirst() {
        List<Path> files = List.of(Path.of("a"), Path.of("b"), Path.of("c"), Path.of("d"));
        assertThat(Setting.Sample.every(3, files)).containsExactly(Path.of("a"), Path.of("d"));
        assertThat(Setting.Sample.every(1, files)).isEqualTo(files);
    }
}
