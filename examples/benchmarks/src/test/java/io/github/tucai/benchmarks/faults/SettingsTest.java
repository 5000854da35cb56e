package io.github.tucai.benchmarks.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private static Settings parse(String line) {
        return Settings.parse(List.of(line.split(" ")));
    }

    @Test
    void optionsAreReadInAnyOrder() {
        assertThat(parse("--db postgresql --kills 200 --seed 9 --students 2000 --registry stores-twice"
                        + " --without sweep --aim on-the-wire"))
                .isEqualTo(new Settings(
                        2000, 200, Settings.Database.POSTGRESQL, 9, Optional.of(Window.ON_THE_WIRE), true, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--students",
                "--students many",
                "--students 0",
                "--kills -1",
                "--db oracle",
                "--aim nowhere",
                "--registry forgets",
                "--without anything",
                "--fast yes"
            })
    void whatIsNoOptionIsRefused(String line) {
        assertThatThrownBy(() -> parse(line)).isInstanceOf(IllegalArgumentException.class);
    }
}
