package io.github.tucai.imaging.internal.qr;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.code.CodeReading;
import io.github.tucai.contract.Clause;
import io.github.tucai.imaging.internal.decode.Pictures;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class QrCodeReaderProperties {
    private final QrCodeReader reader = new QrCodeReader();

    @Property(tries = 100)
    @Clause("N2.2a")
    void aPrintedCodeIsReadBack(@ForAll("texts") String text, @ForAll @IntRange(min = 2, max = 8) int modulePx) {
        assertThat(only(read(Pictures.png(QrPictures.symbol(text, modulePx))))).isEqualTo(text);
    }

    @Property(tries = 40)
    @Clause("N2.2a")
    void aCodeIsReadHoweverThePhoneIsTurned(
            @ForAll("codes") String text, @ForAll @DoubleRange(max = 360) double degrees) {
        BufferedImage turned = QrPictures.turned(QrPictures.symbol(text, 6), degrees);
        assertThat(only(read(Pictures.jpeg(turned, 0.8f)))).isEqualTo(text);
    }

    @Property(tries = 60)
    @Clause("N2.2a")
    void aScreenshotIsReadDownToOneAndAHalfPixelsAModule(
            @ForAll("codes") String text, @ForAll @DoubleRange(min = 1.5, max = 4) double modulePx) {
        assertThat(only(read(Pictures.png(QrPictures.screenshot(text, modulePx)))))
                .isEqualTo(text);
    }

    @Property(tries = 100)
    void noiseIsNeverReadAsACode(@ForAll long seed, @ForAll @IntRange(min = 1, max = 80) int side) {
        BufferedImage noise = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(seed);
        for (int i = 0; i < side * side; i++) {
            noise.setRGB(i % side, i / side, random.nextBoolean() ? 0xFFFFFF : 0);
        }
        assertThat(read(Pictures.png(noise)).symbols()).isEmpty();
    }

    @Property(tries = 200)
    void anyCodewordsHaveATextOrNone(
            @ForAll @Size(max = 60) byte[] codewords, @ForAll @IntRange(min = 1, max = 40) int version) {
        Payload.text(codewords, version)
                .ifPresent(text -> assertThat(text.text()).isNotEmpty());
    }

    private CodeReading read(byte[] encoded) {
        return reader.read(Pictures.photo(encoded), Duration.ofSeconds(20));
    }

    private static String only(CodeReading reading) {
        assertThat(reading.symbols()).as("%s", reading.failure()).hasSize(1);
        return reading.symbols().get(0).text();
    }

    @Provide
    static Arbitrary<String> texts() {
        Arbitrary<String> chinese = Arbitraries.strings()
                .withCharRange('\u4e00', '\u9fa5')
                .ofMinLength(1)
                .ofMaxLength(40);
        Arbitrary<String> any = Arbitraries.strings().ascii().ofMinLength(1).ofMaxLength(120);
        return Arbitraries.oneOf(chinese, any, codes());
    }

    @Provide
    static Arbitrary<String> codes() {
        return Arbitraries.strings()
                .withChars("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
                .ofMinLength(16)
                .ofMaxLength(300)
                .map(base32 -> "TC1:" + base32);
    }
}
