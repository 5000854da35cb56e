package io.github.tucai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FinishCommandTest {
    @TempDir
    Path folder;

    private Path photo;
    private Path product;

    @BeforeEach
    void writePhoto() throws IOException {
        photo = Files.write(folder.resolve("photo.jpg"), Samples.jpeg(Samples.portrait()));
        product = folder.resolve("product.jpg");
    }

    @Test
    void writesTheProductAndPrintsItsProof() throws IOException {
        JsonNode proof = Cli.run("finish", photo, product).isDone().json().get(0);

        BufferedImage made = ImageIO.read(product.toFile());
        assertThat(made.getWidth()).isEqualTo(480);
        assertThat(made.getHeight()).isEqualTo(640);
        assertThat(proof.path("original").asText()).matches("[0-9a-f]{64}");
        assertThat(proof.path("product").asText())
                .matches("[0-9a-f]{64}")
                .isNotEqualTo(proof.path("original").asText());
        assertThat(proof.path("crop")).hasSize(4);
        assertThat(proof.path("sizeBytes").asLong()).isEqualTo(Files.size(product));
        assertThat(proof.path("facePixelsChanged").asInt()).isZero();
        assertThat(proof.path("verdict").asText()).isNotEqualTo("REJECT");
    }

    @Test
    void fillsTheBackgroundAskedFor() throws IOException {
        Cli.run("finish", "--background", "255,255,255", photo, product).isDone();

        int corner = ImageIO.read(product.toFile()).getRGB(4, 4);
        assertThat(corner >> 16 & 255).isGreaterThan(248);
        assertThat(corner >> 8 & 255).isGreaterThan(248);
        assertThat(corner & 255).isGreaterThan(248);
    }

    @Test
    void aPhotoCutTooCloseCannotBeFinishedAndSaysWhy() throws IOException {
        BufferedImage portrait = Samples.portrait();
        int width = portrait.getWidth();
        int height = portrait.getHeight();
        BufferedImage face = portrait.getSubimage(width / 4, height / 4, width / 2, height / 3);
        Files.write(photo, Samples.jpeg(Samples.sized(face, width, height * 2 / 3)));

        assertThat(Cli.run("finish", photo, product).ends(ExitStatus.FOUND).out())
                .isEmpty();
        assertThat(product).doesNotExist();
    }

    @Test
    void whatIsNoPhotoFailsAndWritesNothing() throws IOException {
        Files.writeString(photo, "This is no photo.");

        Cli.run("finish", photo, product).ends(ExitStatus.FAILURE);
        assertThat(Cli.run("finish", folder.resolve("gone.jpg"), product)
                        .ends(ExitStatus.FAILURE)
                        .err())
                .contains("gone.jpg");
        assertThat(product).doesNotExist();
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        assertThat(Cli.run("finish", photo, folder.resolve("none/product.jpg"))
                        .ends(ExitStatus.FAILURE)
                        .err())
                .contains("none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"finish", "finish a.jpg", "finish --background sky a.jpg b.jpg", "finish --profile X a b"})
    void wrongUsageIsStatusTwo(String line) {
        assertThat(Cli.run((Object[]) line.split(" ")).ends(ExitStatus.USAGE).out())
                .isEmpty();
    }
}
