package io.github.tucai.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tucai.portraits.Jpeg;
import io.github.tucai.portraits.PortraitCache;
import io.github.tucai.portraits.spec.Fault;
import io.github.tucai.portraits.spec.PortraitSpec;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuickstartTest {
    private static final PortraitCache PORTRAITS = PortraitCache.in(Path.of("target/portraits"));
    private static final PortraitSpec STUDENT = PortraitSpec.registration(3);

    @TempDir
    Path folder;

    @Test
    void finishesAnAcceptedPhotoAsTheStandardWantsIt() throws IOException {
        Path product = folder.resolve("product.jpg");

        assertThat(run(photo(STUDENT), product)).startsWith("ACCEPT");

        BufferedImage picture = ImageIO.read(product.toFile());
        assertThat(picture.getWidth()).isEqualTo(480);
        assertThat(picture.getHeight()).isEqualTo(640);
        assertThat(Files.size(product)).isBetween(20_000L, 40_960L);
    }

    @Test
    void tellsWhyAPhotoIsRejectedAndWritesNothing() throws IOException {
        PortraitSpec inBlue = Fault.BLUE_SHIRT.applyTo(STUDENT);
        Path product = folder.resolve("product.jpg");

        assertThat(run(photo(inBlue), product)).startsWith("REJECT").containsIgnoringCase("blue");

        assertThat(product).doesNotExist();
    }

    @Test
    void thePhotoIsNeverWrittenOver() throws IOException {
        Path photo = photo(STUDENT);
        byte[] before = Files.readAllBytes(photo);

        assertThatThrownBy(() -> run(photo, photo)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(photo).hasBinaryContent(before);
    }

    private static String run(Path photo, Path product) throws IOException {
        PrintStream before = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            Quickstart.main(new String[] {photo.toString(), product.toString()});
        } finally {
            System.setOut(before);
        }
        return said.toString(StandardCharsets.UTF_8);
    }

    private Path photo(PortraitSpec spec) throws IOException {
        Path file = folder.resolve("photo.jpg");
        Files.write(file, Jpeg.bytes(PORTRAITS.get(spec, 2).image(), 0.95f));
        return file;
    }
}
