package io.github.tucai.imaging.internal.qr;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.qrcode.encoder.ByteMatrix;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SoftSymbolProperties {
    @Property(tries = 200)
    void everySymbolSaysItsText(@ForAll("texts") String text) {
        assertThat(new SoftSymbol(modules(text)).text().map(CodeText::text)).contains(text);
    }

    @Property(tries = 100)
    void aMirroredSymbolSaysItToo(@ForAll("texts") String text) {
        double[][] modules = modules(text);
        double[][] mirrored = new double[modules.length][modules.length];
        for (int row = 0; row < modules.length; row++) {
            for (int column = 0; column < modules.length; column++) {
                mirrored[column][row] = modules[row][column];
            }
        }
        assertThat(new SoftSymbol(mirrored).text().map(CodeText::text)).contains(text);
    }

    /** Version 2 corrects 8 errors at level M and version 3 13, but more gaps, since a gap is known to be one. */
    @Property(tries = 100)
    void gapsAreCorrectedBeyondWhatErrorsAre(@ForAll("singleBlocks") String text, @ForAll long seed) {
        double[][] modules = modules(text);
        int side = modules.length;
        Random random = new Random(seed);
        for (int gap = 0; gap < (side == 25 ? 11 : 20); gap++) {
            modules[9 + random.nextInt(side - 9)][9 + random.nextInt(side - 9)] = 0;
        }
        assertThat(new SoftSymbol(modules).text().map(CodeText::text)).contains(text);
    }

    @Property(tries = 300)
    void noiseSaysNothing(@ForAll long seed) {
        Random random = new Random(seed);
        double[][] noise = new double[21 + 4 * random.nextInt(6)][];
        for (int row = 0; row < noise.length; row++) {
            noise[row] = random.doubles(noise.length, -1, 1).toArray();
        }
        assertThat(new SoftSymbol(noise).text()).isEmpty();
    }

    private static double[][] modules(String text) {
        ByteMatrix matrix = QrPictures.matrix(text);
        double[][] modules = new double[matrix.getHeight()][matrix.getWidth()];
        for (int row = 0; row < modules.length; row++) {
            for (int column = 0; column < modules.length; column++) {
                modules[row][column] = matrix.get(column, row) == 1 ? -1 : 1;
            }
        }
        return modules;
    }

    @Provide
    static Arbitrary<String> texts() {
        return base32(16, 1500);
    }

    @Provide
    static Arbitrary<String> singleBlocks() {
        return base32(25, 57);
    }

    private static Arbitrary<String> base32(int shortest, int longest) {
        return Arbitraries.strings()
                .withChars("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")
                .ofMinLength(shortest)
                .ofMaxLength(longest)
                .map(base32 -> "TC1:" + base32);
    }
}
