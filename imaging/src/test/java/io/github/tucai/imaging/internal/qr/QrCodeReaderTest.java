package io.github.tucai.imaging.internal.qr;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import io.github.tucai.code.CodeReading;
import io.github.tucai.code.CodeReading.Failure;
import io.github.tucai.contract.CodeImageReaderContract;
import io.github.tucai.imaging.internal.decode.Pictures;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.photo.Region;
import io.github.tucai.spi.CodeImageReader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QrCodeReaderTest extends CodeImageReaderContract {
    private static final String TEXT = "TC1:" + "MFRGGZDFMZTWQ2LK".repeat(6);

    private static final Duration BUDGET = Duration.ofMillis(400);

    private final QrCodeReader reader = new QrCodeReader();

    @Override
    protected CodeImageReader reader() {
        return reader;
    }

    @Test
    void isFoundAsAService() {
        assertThat(ServiceLoader.load(CodeImageReader.class))
                .anyMatch(found -> found.id().equals("zxing-boofcv"));
    }

    @Test
    void readsLightOnDark() {
        assertThat(texts(QrPictures.inverted(QrPictures.symbol(TEXT, 4)))).containsExactly(TEXT);
    }

    @Test
    void readsASymbolCutOutWithoutItsQuietZone() {
        BufferedImage symbol = QrPictures.symbol(TEXT, 5);
        BufferedImage tight = symbol.getSubimage(20, 20, symbol.getWidth() - 40, symbol.getHeight() - 40);
        assertThat(texts(tight)).containsExactly(TEXT);
    }

    @Test
    void readsASymbolThatPrintRunsInto() {
        BufferedImage symbol = QrPictures.symbol(TEXT, 5);
        Graphics2D pen = symbol.createGraphics();
        pen.setColor(Color.DARK_GRAY);
        int edge = 20;
        int far = symbol.getWidth() - edge;
        for (int at = 0; at < symbol.getWidth(); at += 25) {
            pen.fillRect(at, 0, 14, edge);
            pen.fillRect(at, far, 14, edge);
            pen.fillRect(0, at, edge, 14);
            pen.fillRect(far, at, edge, 14);
        }
        pen.dispose();
        assertThat(texts(symbol)).containsExactly(TEXT);
    }

    @Test
    void readsSeveralSymbolsInReadingOrder() {
        BufferedImage page = QrPictures.canvas(800, 800);
        Graphics2D pen = page.createGraphics();
        pen.drawImage(QrPictures.symbol("first", 6), 20, 30, null);
        pen.drawImage(QrPictures.symbol("second", 6), 420, 60, null);
        pen.drawImage(QrPictures.symbol("third", 6), 30, 430, null);
        pen.drawImage(QrPictures.symbol("first", 6), 430, 400, null);
        pen.dispose();
        assertThat(texts(page)).containsExactly("first", "second", "third", "first");
    }

    @Test
    void placesASymbolInTheFullUprightPicture() {
        BufferedImage page = QrPictures.canvas(4000, 1000);
        Graphics2D pen = page.createGraphics();
        pen.drawImage(QrPictures.symbol(TEXT, 12), 3000, 100, null);
        pen.dispose();
        CodeReading reading = read(Pictures.jpeg(page, 0.9f));
        assertThat(reading.symbols()).hasSize(1);
        assertThat(reading.symbols().get(0).region().x()).isBetween(3036, 3060);
        assertThat(reading.symbols().get(0).region().y()).isBetween(136, 160);
    }

    @Test
    void readsEveryScreenshotOfOnePointThreePixelsAModule() {
        assertThat(screenshotsRead(text -> QrPictures.screenshot(text, 1.3))).isEqualTo(30);
    }

    @Test
    void readsEveryScreenshotThatWasScaledByLeavingPixelsOut() {
        assertThat(screenshotsRead(text -> QrPictures.skipped(text, 1.3))).isEqualTo(30);
    }

    private int screenshotsRead(Function<String, BufferedImage> shooting) {
        Random random = new Random(11);
        int read = 0;
        for (int i = 0; i < 30; i++) {
            String text = "TC1:"
                    + Integer.toString(random.nextInt(Integer.MAX_VALUE), 32)
                            .toUpperCase(Locale.ROOT)
                            .repeat(3 + i);
            List<String> texts = texts(shooting.apply(text));
            assertThat(texts).isIn(List.of(), List.of(text));
            read += texts.size();
        }
        return read;
    }

    @Test
    void readsASymbolOnCloth() {
        BufferedImage cloth = QrPictures.waved(QrPictures.symbol(TEXT, 6), 5, 240);
        assertThat(texts(cloth)).containsExactly(TEXT);
    }

    @Test
    void readsASymbolOutOfFocus() {
        // Three means over 9 pixels: as a bell curve of 0.55 modules.
        BufferedImage blurred = QrPictures.symbol(TEXT, 8);
        for (int i = 0; i < 3; i++) {
            blurred = QrPictures.blurred(blurred, 4);
        }
        assertThat(texts(blurred)).containsExactly(TEXT);
    }

    @Test
    void readsASymbolWhoseModulesAreMissingWithinASpot() {
        BufferedImage symbol = QrPictures.symbol(TEXT, 8);
        Graphics2D pen = symbol.createGraphics();
        pen.setColor(Color.WHITE);
        int half = symbol.getWidth() / 2;
        pen.fillOval(half - 30, half - 30, 74, 74);
        pen.dispose();
        assertThat(texts(symbol)).containsExactly(TEXT);
    }

    @Test
    void saysThatModulesAreTooFewPixels() {
        BufferedImage page = QrPictures.canvas(200, 200);
        Graphics2D pen = page.createGraphics();
        pen.drawImage(QrPictures.screenshot(TEXT, 1.05), 40, 40, null);
        pen.dispose();
        assertThat(failure(page)).isIn(Failure.TOO_SMALL, Failure.NO_CODE);
    }

    @Test
    void saysThatModulesRunIntoEachOther() {
        BufferedImage blurred = QrPictures.symbol(TEXT, 8);
        for (int i = 0; i < 8; i++) {
            blurred = QrPictures.blurred(blurred, 4);
        }
        assertThat(failure(blurred)).isIn(Failure.BLURRED, Failure.NO_CODE);
    }

    @Test
    void saysThatASpotCoversTheSymbol() {
        BufferedImage symbol = QrPictures.symbol(TEXT, 8);
        Graphics2D pen = symbol.createGraphics();
        pen.setColor(Color.WHITE);
        int third = symbol.getWidth() / 3;
        pen.fillOval(third, third, third + 60, third + 60);
        pen.dispose();
        assertThat(failure(symbol)).isEqualTo(Failure.GLARE);
    }

    @Test
    void saysThatPartOfTheSymbolIsOutside() {
        BufferedImage turned = QrPictures.turned(QrPictures.symbol(TEXT, 6), 45);
        // Standing on its corner, the symbol loses the one corner that has no finder pattern.
        BufferedImage cut = turned.getSubimage(0, 0, turned.getWidth(), turned.getHeight() * 6 / 10);
        assertThat(failure(cut)).isEqualTo(Failure.CUT_OFF);
    }

    @ParameterizedTest
    @EnumSource(
            value = BarcodeFormat.class,
            names = {"AZTEC", "CODE_128", "EAN_13", "PDF_417"})
    void saysThatTheCodeIsOfAnotherKind(BarcodeFormat kind) throws WriterException {
        BitMatrix matrix = new MultiFormatWriter().encode("4006381333931", kind, 300, 200);
        BufferedImage page = QrPictures.canvas(600, 400);
        for (int y = 0; y < matrix.getHeight(); y++) {
            for (int x = 0; x < matrix.getWidth(); x++) {
                page.setRGB(60 + x, 60 + y, matrix.get(x, y) ? 0 : 0xFFFFFF);
            }
        }
        assertThat(failure(page)).isEqualTo(Failure.OTHER_CODE);
    }

    @Test
    void saysThatTheTimeRanOutAndWhereItSawACode() {
        BufferedImage symbol = QrPictures.symbol(TEXT, 8);
        Graphics2D pen = symbol.createGraphics();
        pen.setColor(Color.GRAY);
        pen.fillRect(100, 140, symbol.getWidth() - 140, symbol.getHeight() - 280);
        pen.dispose();
        CodeReading seen = atOnce(symbol);
        assertThat(seen.failure()).contains(Failure.OUT_OF_TIME);
        Region unread = seen.unread().orElseThrow();
        assertThat(unread.x()).isBetween(32 - 16, 32 + 16);
        assertThat(unread.y()).isBetween(32 - 16, 32 + 16);
        assertThat(unread.width()).isBetween(symbol.getWidth() - 64 - 32, symbol.getWidth() - 64 + 32);

        CodeReading wall = atOnce(QrPictures.canvas(900, 900));
        assertThat(wall.failure()).contains(Failure.OUT_OF_TIME);
        assertThat(wall.unread()).isEmpty();
    }

    @Test
    void givesTheSameAnswerUnderPressureOrSaysThatTheTimeRanOut() {
        BufferedImage blurred = QrPictures.symbol(TEXT, 8);
        for (int i = 0; i < 8; i++) {
            blurred = QrPictures.blurred(blurred, 4);
        }
        for (BufferedImage picture : List.of(blurred, QrPictures.screenshot(TEXT, 1.05), QrPictures.symbol(TEXT, 4))) {
            PhotoImage photo = Pictures.photo(Pictures.png(picture));
            CodeReading unhurried = reader.read(photo, Duration.ofSeconds(20));
            for (int millis = 1; millis < 200; millis *= 3) {
                CodeReading hurried = reader.read(photo, Duration.ofMillis(millis));
                assertThat(hurried.failure())
                        .as("%d ms", millis)
                        .isIn(unhurried.failure(), Optional.of(Failure.OUT_OF_TIME));
            }
        }
    }

    @Test
    void keepsToItsTimeWhereEverythingLooksLikeAFinderPattern() {
        for (int modulePx = 2; modulePx <= 4; modulePx++) {
            PhotoImage tiled = Pictures.photo(Pictures.png(QrPictures.tiled(1200, modulePx)));
            // Once more than measured: what the compiler has not seen yet is slow.
            reader.read(tiled, BUDGET);
            assertThat(processorMillis(() -> reader.read(tiled, BUDGET))).isLessThan(BUDGET.toMillis() * 3 / 2);
        }
    }

    private static long processorMillis(Runnable work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        work.run();
        return (threads.getCurrentThreadCpuTime() - start) / 1_000_000;
    }

    private CodeReading atOnce(BufferedImage picture) {
        return reader.read(Pictures.photo(Pictures.png(picture)), Duration.ofNanos(1));
    }

    private List<String> texts(BufferedImage picture) {
        return read(Pictures.png(picture)).symbols().stream()
                .map(CodeReading.Symbol::text)
                .toList();
    }

    private Failure failure(BufferedImage picture) {
        return read(Pictures.png(picture)).failure().orElseThrow();
    }

    private CodeReading read(byte[] encoded) {
        return reader.read(Pictures.photo(encoded), Duration.ofSeconds(20));
    }
}
