package io.github.tucai.imaging.internal.qr;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.code.CodeReading;
import io.github.tucai.contract.Clause;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Codes of the real size in bad conditions, drawn by a seeded generator. {@code -Dtucai.codes.drawn=100} draws so many of each
 * kind instead of one.
 */
class HarderCodesTest {
    private static final int DRAWN = Integer.getInteger("tucai.codes.drawn", 1);
    // Beyond .6 modules of blur hardly anything is left; the others are readable in principle.
    private static final double LEAST_BLURRED = 0.4;
    private static final double LEAST = 0.9;

    private final QrCodeReader reader = new QrCodeReader();

    @ParameterizedTest
    @EnumSource
    @Clause("N2.2a")
    void areReadAndNeverMisread(HarderCode.Kind kind) {
        int read = 0;
        for (int seed = 0; seed < DRAWN; seed++) {
            HarderCode code = HarderCode.draw(kind, seed);
            List<String> texts = reader.read(code.encoded(), Duration.ofSeconds(20)).symbols().stream()
                    .map(CodeReading.Symbol::text)
                    .toList();
            assertThat(code.texts()).as("seed %d", seed).containsAll(texts);
            read += texts.size() == code.texts().size() ? 1 : 0;
        }
        double least = kind == HarderCode.Kind.BLURRED ? LEAST_BLURRED : LEAST;
        assertThat(read).isGreaterThanOrEqualTo((int) Math.round(least * DRAWN));
    }
}
