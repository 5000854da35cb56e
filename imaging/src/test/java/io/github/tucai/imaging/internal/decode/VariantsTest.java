package io.github.tucai.imaging.internal.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every variant of the formats that are read has the pixels that another decoder sees in it ({@code draw-variants.sh}). */
class VariantsTest {
    private static final String REFERENCE = ".png";

    @ParameterizedTest
    @MethodSource("files")
    void isReadAsAnotherDecoderReadsIt(Path file) throws IOException {
        DecodedPhoto read = decode(file);
        DecodedPhoto other = decode(file.resolveSibling(file.getFileName() + REFERENCE));
        assertThat(List.of(read.width(), read.height())).isEqualTo(List.of(other.width(), other.height()));
        assertThat(largestDifference(read.rgb(), other.rgb())).isLessThanOrEqualTo(allowed(file));
    }

    /** Transparent and 16-bit values may be rounded either way, and so may the cosines of a JPEG. */
    private static int allowed(Path file) {
        String name = file.getFileName().toString();
        // JDKs that bring libjpeg 6b repeat rows of colour where newer ones smooth them.
        int ofJpeg = name.startsWith("baseline-440") ? 16 : 2;
        return name.endsWith(".jpg") ? ofJpeg : 1;
    }

    @Test
    void allVariantsAreThere() throws Exception {
        assertThat(files()).hasSize(40);
    }

    static Stream<Path> files() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(VariantsTest.class.getResource("variants"))
                .toURI());
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> files = all.sorted().toList();
            return files.stream().filter(file -> Files.exists(file.resolveSibling(file.getFileName() + REFERENCE)));
        }
    }

    private static DecodedPhoto decode(Path file) throws IOException {
        return PhotoDecoder.standard().decode(Pictures.photo(Files.readAllBytes(file)));
    }

    private static int largestDifference(int[] one, int[] other) {
        int largest = 0;
        for (int i = 0; i < one.length; i++) {
            for (int shift = 0; shift <= 16; shift += 8) {
                largest = Math.max(largest, Math.abs((one[i] >> shift & 0xFF) - (other[i] >> shift & 0xFF)));
            }
        }
        return largest;
    }
}
