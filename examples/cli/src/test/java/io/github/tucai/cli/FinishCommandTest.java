package io.github.tucai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
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
    @ValueSource(strings = {"its own name", "another path", "a symbolic link", "a hard link"})
    void theOnlyOriginalIsNeverWrittenOver(String by) throws IOException {
        byte[] before = Files.readAllBytes(photo);

        assertThat(Cli.run("finish", photo, alias(by)).ends(ExitStatus.USAGE).err())
                .contains("is read by this command");
        assertThat(photo).hasBinaryContent(before);
    }

    private Path alias(String by) throws IOException {
        return switch (by) {
            case "another path" ->
                folder.resolve("..").resolve(folder.getFileName()).resolve("photo.jpg");
            case "a symbolic link" -> Files.createSymbolicLink(folder.resolve("soft.jpg"), photo);
            case "a hard link" -> Files.createLink(folder.resolve("hard.jpg"), photo);
            default -> photo;
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"product.png", "product", "product.jpg.bak", "jpg"})
    void aNameThatDoesNotTellOfJpegIsRefused(String name) {
        assertThat(Cli.run("finish", photo, folder.resolve(name))
                        .ends(ExitStatus.USAGE)
                        .err())
                .contains(name, ".jpg");
        assertThat(folder.resolve(name)).doesNotExist();
    }

    @Test
    void capitalsInTheEndingAreFine() {
        Cli.run("finish", photo, folder.resolve("PRODUCT.JPEG")).isDone();
    }

    @ParameterizedTest
    @ValueSource(strings = {"upside-down", "black-and-white", "another's card"})
    void aRefusedPhotoGetsNoProductAndIsToldWhy(String fault) throws IOException {
        Files.write(photo, Samples.jpeg(faulty(fault)));

        Cli.Run run = Cli.run("finish", photo, product).ends(ExitStatus.FOUND);

        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("was refused");
        assertThat(product).doesNotExist();
        assertThat(submissionRejects()).isNotEmpty().allMatch(check -> run.err().contains(check + ": "));
        boolean promised = run.err().contains("--force makes a product");
        assertThat(promised).isNotEqualTo(run.err().contains("with --force either"));
        Cli.run("finish", "--force", photo, product).ends(ExitStatus.FOUND);
        assertThat(Files.exists(product)).isEqualTo(promised);
    }

    @Test
    void whatIsForcedSaysSoInTheProofAndTheStatus() throws IOException {
        Files.write(photo, Samples.jpeg(faulty("black-and-white")));

        Cli.Run run = Cli.run("finish", "--force", photo, product).ends(ExitStatus.FOUND);

        JsonNode proof = run.json().get(0);
        assertThat(proof.path("forced").asBoolean()).isTrue();
        assertThat(proof.path("submission").path("verdict").asText()).isEqualTo("REJECT");
        assertThat(proof.path("submission").path("failed")).isNotEmpty();
        assertThat(run.err()).contains("--force");
        assertThat(ImageIO.read(product.toFile()).getWidth()).isEqualTo(480);
    }

    @Test
    void forceChangesNothingForAPhotoThatIsNotRefused() {
        JsonNode proof =
                Cli.run("finish", "--force", photo, product).isDone().json().get(0);

        assertThat(proof.path("forced").asBoolean(true)).isFalse();
        assertThat(proof.path("submission").path("verdict").asText()).isNotEqualTo("REJECT");
    }

    /** A script runs again: what it made before is replaced, and nothing half made lies about. */
    @Test
    void anEarlierProductIsReplacedAndOnlyWholeFilesAreLeft() throws IOException {
        Files.writeString(product, "earlier");

        Cli.run("finish", photo, product).isDone();

        assertThat(ImageIO.read(product.toFile()).getWidth()).isEqualTo(480);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactlyInAnyOrder(photo, product);
        }
    }

    @Test
    void aRefusedPhotoLeavesAnEarlierProductAlone() throws IOException {
        Files.writeString(product, "earlier");
        Files.write(photo, Samples.jpeg(faulty("black-and-white")));

        Cli.run("finish", photo, product).ends(ExitStatus.FOUND);

        assertThat(product).hasContent("earlier");
    }

    private static BufferedImage faulty(String fault) {
        BufferedImage portrait = Samples.portrait();
        return switch (fault) {
            case "upside-down" -> Samples.upsideDown(portrait);
            case "black-and-white" -> Samples.grey(portrait);
            default -> Samples.card(portrait);
        };
    }

    private List<String> submissionRejects() {
        JsonNode checks = Cli.run("check", "--json", photo).json().get(0).path("checks");
        return StreamSupport.stream(checks.spliterator(), false)
                .filter(check -> check.path("verdict").asText().equals("FAIL"))
                .filter(check -> check.path("severity").asText().equals("REQUIRED"))
                .map(check -> check.path("id").asText())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"finish", "finish a.jpg", "finish --background sky a.jpg b.jpg", "finish --profile X a b"})
    void wrongUsageIsStatusTwo(String line) {
        assertThat(Cli.run((Object[]) line.split(" ")).ends(ExitStatus.USAGE).out())
                .isEmpty();
    }
}
