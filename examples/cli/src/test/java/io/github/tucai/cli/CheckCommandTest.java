package io.github.tucai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckCommandTest {
    static final List<String> CHECKS = List.of(
            "file-format",
            "file-size",
            "file-dimensions",
            "file-density",
            "file-colour",
            "file-compression",
            "file-metadata",
            "single-face",
            "head-top-margin",
            "eye-line",
            "face-width",
            "face-centred",
            "inter-eye-distance",
            "shoulders-in-frame",
            "head-yaw",
            "head-pitch",
            "head-roll",
            "shoulders-level",
            "ears-visible",
            "gaze-forward",
            "eyes-open",
            "mouth-closed",
            "expression-natural",
            "glasses",
            "lenses-tinted",
            "contact-lenses-coloured",
            "frame-over-eyes",
            "lenses-glare",
            "earrings",
            "necklace",
            "jewellery",
            "hair-over-eyebrows",
            "hair-over-eyes",
            "hair-over-ears",
            "head-covering",
            "face-occluded",
            "makeup",
            "clothing-blue",
            "clothing-contrast",
            "clothing-pattern",
            "exposure",
            "light-source",
            "light-even",
            "highlights",
            "shadow-on-face",
            "red-eye",
            "natural-colour",
            "background-uniform",
            "background-colour",
            "background-shadow",
            "sharpness",
            "dynamic-range",
            "noise",
            "pixelation",
            "compression-artefacts",
            "recapture",
            "retouched",
            "duplicate");

    @TempDir
    static Path folder;

    private static Cli.Run run;
    private static List<Path> files;
    private static Map<String, JsonNode> lines;

    /** One run over good, odd and broken files, with more threads than the order of the lines could survive by chance. */
    @BeforeAll
    static void checkManyFiles() throws IOException {
        BufferedImage portrait = Samples.portrait();
        byte[] good = Samples.jpeg(portrait);
        files = new ArrayList<>();
        add("truncated.jpg", Samples.truncated(good));
        add("good.jpg", good);
        add("bomb.png", Samples.pngBomb());
        add("empty.jpg", new byte[0]);
        add("cmyk.jpg", Samples.cmyk(portrait));
        add("text.jpg", "This is no photo.".getBytes(StandardCharsets.UTF_8));
        files.add(folder.resolve("missing.jpg"));
        add("animated.gif", Samples.animatedGif(portrait));
        add("deep.png", Samples.png16(portrait));
        add("turned.jpg", Samples.turnedByExif(portrait));
        add("plain.bmp", Samples.bmp(portrait));
        add("scan.tiff", Samples.tiff(portrait));
        add("phone.heic", Samples.isoMedia("heic"));
        add("phone.avif", Samples.isoMedia("avif"));
        files.add(Files.createDirectory(folder.resolve("empty")));
        run = Cli.run(Stream.concat(Stream.of("check", "--json", "--threads", 4), files.stream())
                .toArray());
        lines = run.json().stream()
                .collect(Collectors.toMap(
                        line -> Path.of(line.path("file").asText())
                                .getFileName()
                                .toString(),
                        Function.identity()));
    }

    private static void add(String name, byte[] content) throws IOException {
        files.add(Files.write(folder.resolve(name), content));
    }

    @Test
    void printsOneLineAFileInTheOrderGivenAndNothingElse() {
        assertThat(run.json().stream().map(line -> line.path("file").asText()))
                .containsExactlyElementsOf(files.stream().map(Path::toString).toList());
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isEqualTo(ExitStatus.FAILURE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"good.jpg", "bomb.png", "empty.jpg", "text.jpg", "turned.jpg", "cmyk.jpg"})
    void everyPhotosLineHasAllChecksInTheOrderOfTheCatalogue(String file) {
        assertThat(lines.get(file).path("checks"))
                .extracting(check -> check.path("id").asText())
                .containsExactlyElementsOf(CHECKS);
    }

    @Test
    void aLineHasTheShapeThatScriptsRelyOn() {
        JsonNode line = lines.get("good.jpg");

        assertThat(line.path("profile").asText()).isEqualTo("CN-DEGREE");
        assertThat(line.path("stage").asText()).isEqualTo("submission");
        assertThat(line.path("verdict").asText()).isEqualTo("ACCEPT");
        assertThat(line.path("millis").isNumber()).isTrue();
        assertThat(line.path("decodeMillis").isNumber()).isTrue();
        for (JsonNode check : line.path("checks")) {
            String id = check.path("id").asText();
            assertThat(check.path("verdict").asText()).as(id).isIn("PASS", "FAIL", "UNSURE", "SKIPPED");
            assertThat(check.path("severity").asText()).as(id).isIn("REQUIRED", "ADVICE", "REVIEW", "INFO");
            assertThat(check.path("clause").asText()).as(id).isNotBlank();
            assertThat(check.path("message").path("zh-CN").isTextual()).as(id).isTrue();
            assertThat(check.path("message").path("en").isTextual()).as(id).isTrue();
            assertThat(check.has("region")).as(id).isTrue();
            if (check.path("verdict").asText().equals("SKIPPED")) {
                assertThat(check.path("score").isNull()).as(id).isTrue();
            } else {
                assertThat(check.path("score").isNumber()).as(id).isTrue();
                assertThat(check.path("unit").isTextual()).as(id).isTrue();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "bomb.png, more than the 67108864",
        "empty.jpg, empty",
        "text.jpg, no picture",
        "scan.tiff, which nothing installed reads",
        "phone.heic, Most Compatible",
        "phone.avif, Most Compatible",
        "missing.jpg, There is no file",
    })
    void whatIsNoPhotoSaysSoAndTheRunGoesOn(String file, String words) {
        assertThat(lines.get(file).path("verdict").asText()).isEqualTo("ERROR");
        assertThat(lines.get(file).path("error").asText()).contains(words).doesNotContain("Exception", "java.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"scan.tiff", "phone.heic", "phone.avif"})
    void aFormatThatNothingReadsFailsTheCheckOfTheFormatAndSaysWhatToSend(String file) {
        assertThat(check(file, "file-format").path("verdict").asText()).isEqualTo("FAIL");
        assertThat(message(file, "file-format")).contains("JPEG");
        assertThat(check(file, "file-format").path("message").path("zh-CN").asText())
                .contains("JPG");
    }

    @Test
    void aFolderWithoutPicturesIsAnErrorOfItsOwnLine() {
        JsonNode line = run.json().get(files.size() - 1);

        assertThat(line.path("verdict").asText()).isEqualTo("ERROR");
        assertThat(line.path("error").asText()).contains("is a folder without pictures");
    }

    @Test
    void aTruncatedPhotoIsAskedForAgainAsAWhole() {
        assertThat(message("truncated.jpg", "file-format")).contains("complete");
        assertThat(verdict("truncated.jpg")).isIn("REJECT", "ERROR");
    }

    @Test
    void anAnimationIsRejectedForItsFormat() {
        assertThat(verdict("animated.gif")).isEqualTo("REJECT");
        assertThat(check("animated.gif", "file-format").path("verdict").asText())
                .isEqualTo("FAIL");
        assertThat(message("animated.gif", "file-format")).contains("JPEG");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cmyk.jpg", "deep.png", "plain.bmp"})
    void fourInksSixteenBitsAndABitmapAreReadAsTheSamePhoto(String file) {
        assertThat(verdict(file)).isEqualTo("ACCEPT");
        for (String id : List.of("exposure", "eye-line", "face-width")) {
            double value = check("good.jpg", id).path("value").asDouble();
            assertThat(check(file, id).path("value").asDouble()).as(id).isBetween(value * 0.98, value * 1.02);
        }
    }

    @Test
    void aProductIsAJpegAndNothingElse() {
        Cli.Run told = Cli.run("check", "--json", "--stage", "product", folder.resolve("deep.png"));

        assertThat(told.status()).isEqualTo(ExitStatus.FOUND);
        JsonNode format = told.json().get(0).path("checks").get(0);
        assertThat(format.path("verdict").asText()).isEqualTo("FAIL");
        assertThat(format.path("message").path("en").asText()).contains("JPEG");
    }

    @Test
    void aPhotoThatExifTurnsIsJudgedUpright() {
        assertThat(verdict("turned.jpg")).isEqualTo("ACCEPT");
        assertThat(check("turned.jpg", "eye-line").path("value").asDouble())
                .isBetween(
                        check("good.jpg", "eye-line").path("value").asDouble() - 3,
                        check("good.jpg", "eye-line").path("value").asDouble() + 3);
    }

    @Test
    void withoutJsonItTellsTheVerdictAndWhatToDo() {
        Cli.Run told = Cli.run("check", folder.resolve("text.jpg"), folder.resolve("missing.jpg"));

        assertThat(told.status()).isEqualTo(ExitStatus.FAILURE);
        assertThat(told.err()).contains("2 photos: 0 ACCEPT, 0 REVIEW, 0 REJECT, 2 ERROR", "file-format 1");
        assertThat(told.out())
                .contains(
                        "text.jpg  ERROR", "REJECT  file-format", "no picture", "missing.jpg  ERROR  There is no file");
    }

    /** Nothing is told that the product gets anyway. */
    @Test
    void allAcceptedIsStatusZero() {
        assertThat(Cli.run("check", "--wears-glasses", "no", folder.resolve("good.jpg"))
                        .isDone()
                        .out())
                .contains("good.jpg  ACCEPT")
                .doesNotContain("file-density");
    }

    @Test
    void aFolderStandsForThePicturesInIt() throws IOException {
        Path photos = Files.createDirectories(folder.resolve("photos/of a class"));
        Files.writeString(photos.resolve("b.JPG"), "no photo");
        Files.write(photos.resolve("a.jpg"), new byte[0]);
        Files.writeString(photos.resolve("list.csv"), "no picture");
        Cli.Run told = Cli.run("check", "--json", photos, folder.resolve("text.jpg"));

        assertThat(told.status()).isEqualTo(ExitStatus.FOUND);
        assertThat(told.json())
                .extracting(line -> line.path("file").asText())
                .containsExactly(
                        photos.resolve("a.jpg").toString(),
                        photos.resolve("b.JPG").toString(),
                        folder.resolve("text.jpg").toString());
    }

    @Test
    void anOverlayIsAPngOfThePhoto() throws IOException {
        Path overlays = folder.resolve("overlays");

        Cli.run("check", "--overlay", overlays, folder.resolve("good.jpg"), folder.resolve("text.jpg"));

        try (Stream<Path> written = Files.list(overlays)) {
            assertThat(written).containsExactly(overlays.resolve("good.jpg.png"));
        }
    }

    /** What an overlay or a page is named is made from the photo's name, so a photo may bear it already. */
    @ParameterizedTest
    @CsvSource({"--overlay, photo.jpg.png", "--report, photo.jpg.html", "--measures, photo.jpg"})
    void noPhotoIsWrittenOverByWhatIsWrittenAboutPhotos(String option, String taken) throws IOException {
        Path own = Files.createDirectories(folder.resolve("own" + option));
        Path photo = Files.writeString(own.resolve("photo.jpg"), "a photo");
        Path other = Files.writeString(own.resolve(taken), "a photo");
        Path written = option.equals("--measures") ? own.resolve("./photo.jpg") : own;

        assertThat(Cli.run("check", option, written, photo, other)
                        .ends(ExitStatus.USAGE)
                        .err())
                .contains(taken, "is read by this command");
        assertThat(photo).hasContent("a photo");
        assertThat(other).hasContent("a photo");
    }

    @ParameterizedTest
    @CsvSource({
        "--report, own/good.jpg.html",
        "--report, ./own/./good.jpg.html",
        "--report, own/index.html",
        "--overlay, own/good.jpg.png"
    })
    void noFileIsWrittenTwice(String option, String measures) throws IOException {
        Path own = Files.createDirectories(folder.resolve("own"));
        for (boolean isThere : new boolean[] {false, true}) {
            if (isThere) {
                Files.writeString(folder.resolve(measures), "earlier");
            }
            assertThat(Cli.run("check", option, own, "--measures", folder.resolve(measures), folder.resolve("good.jpg"))
                            .ends(ExitStatus.USAGE)
                            .err())
                    .contains("written twice");
        }
        assertThat(folder.resolve(measures)).hasContent("earlier");
        Files.delete(folder.resolve(measures));
        assertThat(own).isEmptyDirectory();
    }

    @Test
    void aProfileIsNotWrittenOverEither() throws IOException {
        Path profile = Files.writeString(folder.resolve("OWN.json"), "{}");

        Cli.run("check", "--profile", profile, "--measures", profile, folder.resolve("good.jpg"))
                .ends(ExitStatus.USAGE);
        assertThat(profile).hasContent("{}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check",
                "check --profile NONE a.jpg",
                "check --threads 0 a.jpg",
                "check --threads many a.jpg",
                "check --stage later a.jpg",
                "check --wears-glasses perhaps a.jpg",
                "check --unknown a.jpg"
            })
    void wrongUsageIsStatusTwoAndToldInAFewLines(String line) {
        Cli.Run told = Cli.run((Object[]) line.split(" ")).ends(ExitStatus.USAGE);
        assertThat(told.out()).isEmpty();
        assertThat(told.err().lines()).hasSizeBetween(2, 4).last().asString().contains("tucai check --help");
    }

    @Test
    void helpTellsTheExitStatus() {
        assertThat(Cli.run("check", "--help").isDone().out()).contains("Exit status:", "3   it failed");
    }

    private static String verdict(String file) {
        return lines.get(file).path("verdict").asText();
    }

    private static JsonNode check(String file, String id) {
        return lines.get(file).path("checks").get(CHECKS.indexOf(id));
    }

    private static String message(String file, String id) {
        return check(file, id).path("message").path("en").asText();
    }
}
