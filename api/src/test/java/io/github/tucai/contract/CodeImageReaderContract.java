package io.github.tucai.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.code.CodeReading;
import io.github.tucai.code.CodeReading.Failure;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.spi.CodeImageReader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Promises of every {@link CodeImageReader}: a plug-in's author extends this and gives one. */
public abstract class CodeImageReaderContract {
    private static final Duration BUDGET = Duration.ofSeconds(10);

    // The word TUCAI in a QR symbol of version 1 at level M, row by row, 1 = dark.
    private static final String[] TUCAI = {
        "111111100000101111111",
        "100000101110001000001",
        "101110100011101011101",
        "101110100111001011101",
        "101110101101101011101",
        "100000100111001000001",
        "111111101010101111111",
        "000000000110000000000",
        "101010100000100010010",
        "000110000101010100001",
        "011101110001011100111",
        "101111001011110110001",
        "010101100001011100101",
        "000000001010001000100",
        "111111100010100010110",
        "100000100100001001111",
        "101110101010101011101",
        "101110100011010101010",
        "101110101111011100101",
        "100000100001110111011",
        "111111101111011100101"
    };

    /** The reader under test; asked for once a test. */
    protected abstract CodeImageReader reader();

    @Test
    void hasAStableIdAndCanRunHere() {
        assertThat(reader().id()).matches("[a-z][a-z0-9-]*").isEqualTo(reader().id());
        assertThat(reader().isAvailable()).isTrue();
    }

    @Test
    void readsACleanSymbolAndTellsWhereItStands() {
        CodeReading reading = reader().read(encoded(symbol(6, 40, 70)), BUDGET);
        assertThat(reading.failure()).isEmpty();
        assertThat(reading.symbols()).hasSize(1);
        CodeReading.Symbol symbol = reading.symbols().get(0);
        assertThat(symbol.text()).isEqualTo("TUCAI");
        assertThat(symbol.region().x()).isBetween(40 - 12, 40 + 12);
        assertThat(symbol.region().y()).isBetween(70 - 12, 70 + 12);
        assertThat(symbol.region().width()).isBetween(21 * 6 - 24, 21 * 6 + 24);
    }

    @Test
    void saysThatAWallHasNoCode() {
        CodeReading reading = reader().read(encoded(new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB)), BUDGET);
        assertThat(reading.symbols()).isEmpty();
        assertThat(reading.failure()).contains(Failure.NO_CODE);
    }

    @Test
    void neverThrowsForWhatIsNoPicture() {
        for (byte[] bytes : List.of(new byte[0], "a letter".getBytes(StandardCharsets.UTF_8), cut())) {
            CodeReading reading = reader().read(PhotoImage.copyOf(bytes), BUDGET);
            assertThat(reading.failure()).contains(Failure.NOT_AN_IMAGE);
        }
    }

    @Test
    void stopsSoonAfterItsBudget() {
        BufferedImage noise = new BufferedImage(1200, 1200, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 1200 * 1200; i++) {
            noise.setRGB(i % 1200, i / 1200, ((i * 31 + i / 1200 * 17) % 7) < 3 ? 0 : 0xFFFFFF);
        }
        PhotoImage picture = encoded(noise);
        long start = System.nanoTime();
        reader().read(picture, Duration.ofMillis(50));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void readsAlikeFromManyThreads() throws Exception {
        CodeImageReader reader = reader();
        PhotoImage picture = encoded(symbol(5, 30, 30));
        CodeReading expected = reader.read(picture, BUDGET);
        ExecutorService callers = Executors.newFixedThreadPool(4);
        try {
            List<Callable<CodeReading>> calls = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                calls.add(() -> reader.read(picture, BUDGET));
            }
            for (Future<CodeReading> call : callers.invokeAll(calls)) {
                assertThat(call.get()).isEqualTo(expected);
            }
        } finally {
            callers.shutdownNow();
        }
    }

    private static byte[] cut() {
        return Arrays.copyOf(encoded(symbol(4, 20, 20)).bytes(), 30);
    }

    private static BufferedImage symbol(int modulePx, int left, int top) {
        BufferedImage picture = new BufferedImage(320, 320, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 320, 320);
        pen.setColor(Color.BLACK);
        for (int row = 0; row < TUCAI.length; row++) {
            for (int column = 0; column < TUCAI[row].length(); column++) {
                if (TUCAI[row].charAt(column) == '1') {
                    pen.fillRect(left + column * modulePx, top + row * modulePx, modulePx, modulePx);
                }
            }
        }
        pen.dispose();
        return picture;
    }

    private static PhotoImage encoded(BufferedImage picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return PhotoImage.copyOf(bytes.toByteArray());
    }
}
