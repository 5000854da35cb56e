package io.github.tucai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tucai.cli.output.Json;
import io.github.tucai.cli.output.QrPicture;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeCommandTest {
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @TempDir
    static Path folder;

    private static Path keys;

    @BeforeAll
    static void makeKeys() {
        keys = ring("keys");
    }

    @Test
    void anIssuedCodeOpensByTextAndByPictureToTheClaimsItWasIssuedFor() throws IOException {
        Path out = folder.resolve("codes");
        ObjectNode claims = claims(NOW.minus(1, ChronoUnit.DAYS), NOW.plus(30, ChronoUnit.DAYS));
        Cli.Run issued = issue(keys, claims, out).isDone();
        String text = issued.lines().get(0);

        assertThat(text).startsWith("TC1:");
        assertThat(Files.readString(out.resolve("code-0001.txt"))).isEqualTo(text + "\n");
        JsonNode byText =
                Cli.run("code", "open", "--keys", keys, text).isDone().json().get(0);
        Path saved = Files.writeString(out.resolve("mail.txt"), "采集码1：\n" + text + "（请妥善保管）\n");
        Cli.run("code", "open", "--keys", keys, out.resolve("code-0001.txt")).isDone();
        Cli.run("code", "open", "--keys", keys, saved).isDone();
        JsonNode byPicture = Cli.run("code", "open", "--keys", keys, out.resolve("code-0001.png"))
                .isDone()
                .json()
                .get(0);
        assertThat(byPicture).isEqualTo(byText);
        ((ObjectNode) byText).remove("serial");
        assertThat(byText).isEqualTo(claims);
    }

    @Test
    void aPastedCodeOpensWhateverPastingAddedToIt() throws IOException {
        String text = issue(keys, claims(NOW, NOW.plus(1, ChronoUnit.DAYS)), folder.resolve("pasted"))
                .lines()
                .get(0);
        String half = text.substring(0, 100);
        String rest = text.substring(100);

        for (String pasted : List.of(
                half + "\n" + rest + "\r\n",
                half + " " + rest,
                half + "\u00a0" + rest,
                half + "\u200b" + rest,
                "\ufeff" + text,
                text.replace("TC1:", "tc1:"),
                text.replace("TC1:", "TC1："),
                text.replace("TC1:", "ＴＣ１："),
                "采集码：" + text,
                "采集码: “" + text + "”。",
                "\"" + text + "\"")) {
            Cli.run("code", "open", "--keys", keys, pasted).isDone();
        }
    }

    @Test
    void aCharacterThatWasChangedIsNotExcusedByPasting() throws IOException {
        String text = issue(keys, claims(NOW, NOW.plus(1, ChronoUnit.DAYS)), folder.resolve("not-excused"))
                .lines()
                .get(0);

        refused("DOES_NOT_OPEN", text.toLowerCase(Locale.ROOT));
        refused("DOES_NOT_OPEN", "采集码：" + text + text);
        refused("UNKNOWN_FORMAT", text.substring(0, 50) + "…" + text.substring(50));
    }

    @Test
    void ofSeveralSymbolsInAPictureTheCodeIsOpened() throws IOException {
        String text = issue(keys, claims(NOW, NOW.plus(1, ChronoUnit.DAYS)), folder.resolve("poster"))
                .lines()
                .get(0);
        BufferedImage code = QrPicture.draw("采集码：" + text);
        BufferedImage other = QrPicture.draw("https://example.org/notice");
        BufferedImage poster =
                new BufferedImage(other.getWidth() + code.getWidth(), code.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = poster.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, poster.getWidth(), poster.getHeight());
        pen.drawImage(other, 0, 0, null);
        pen.drawImage(code, other.getWidth(), 0, null);
        pen.dispose();
        Path file = folder.resolve("poster.png");
        ImageIO.write(poster, "png", file.toFile());

        Cli.run("code", "open", "--keys", keys, file).isDone();
    }

    @Test
    void manyClaimsBecomeNumberedCodesInTheirOrder() throws IOException {
        Path out = folder.resolve("many");
        ObjectNode one = claims(NOW, NOW.plus(1, ChronoUnit.DAYS));
        ObjectNode other = one.deepCopy().put("studentNumber", "2021002");

        Cli.Run issued = issue(keys, Json.MAPPER.createArrayNode().add(one).add(other), out)
                .isDone();

        assertThat(issued.lines()).hasSize(2);
        assertThat(Cli.run("code", "open", "--keys", keys, out.resolve("code-0002.png"))
                        .json()
                        .get(0)
                        .path("studentNumber")
                        .asText())
                .isEqualTo("2021002");
    }

    @Test
    void aCodeFromAnotherKeyIsRefused() throws IOException {
        String text = issue(ring("foreign"), claims(NOW, NOW.plus(1, ChronoUnit.DAYS)), folder.resolve("foreign-codes"))
                .lines()
                .get(0);

        refused("DOES_NOT_OPEN", text);
    }

    @Test
    void aDamagedCodeIsRefusedInTheSameWords() throws IOException {
        String text = issue(keys, claims(NOW, NOW.plus(1, ChronoUnit.DAYS)), folder.resolve("damaged"))
                .lines()
                .get(0);
        char last = text.charAt(text.length() - 3);

        refused(
                "DOES_NOT_OPEN",
                text.substring(0, text.length() - 3) + (last == 'A' ? 'B' : 'A') + text.substring(text.length() - 2));
    }

    @Test
    void anExpiredCodeIsRefused() throws IOException {
        String text = issue(
                        keys,
                        claims(NOW.minus(9, ChronoUnit.DAYS), NOW.minus(1, ChronoUnit.DAYS)),
                        folder.resolve("expired"))
                .lines()
                .get(0);

        refused("EXPIRED", text);
    }

    @Test
    void aCodeBeforeItsTimeIsRefused() throws IOException {
        String text = issue(
                        keys,
                        claims(NOW.plus(1, ChronoUnit.DAYS), NOW.plus(9, ChronoUnit.DAYS)),
                        folder.resolve("early"))
                .lines()
                .get(0);

        refused("NOT_YET_VALID", text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/pay", "no-such-file.png", "TC9:ABC"})
    void whatIsNoCodeIsRefused(String text) {
        refused("UNKNOWN_FORMAT", text);
    }

    @Test
    void aPictureWithoutCodeIsRefusedWithWhatToDo() throws IOException {
        Path photo = Files.write(folder.resolve("photo.jpg"), Samples.jpeg(Samples.portrait()));

        Cli.Run run = Cli.run("code", "open", "--keys", keys, photo).ends(ExitStatus.FOUND);

        assertThat(run.json().get(0).path("refused").asText()).isEqualTo("NO_CODE");
        assertThat(run.err()).contains("no QR code found");
    }

    @Test
    void readsTheTextsOfPicturesAndGoesOnWhereItCannot() throws IOException {
        Path code = folder.resolve("text.png");
        QrPicture.write("采集码 example", code);
        Path photo = Files.write(folder.resolve("face.jpg"), Samples.jpeg(Samples.portrait()));
        Path empty = Files.write(folder.resolve("empty.png"), new byte[0]);
        Path bomb = Files.write(folder.resolve("bomb.png"), Samples.pngBomb());
        Path missing = folder.resolve("missing.png");

        Cli.Run run = Cli.run("code", "read", "--json", "--budget-ms", "60000", photo, missing, empty, bomb, code);

        assertThat(run.status()).isEqualTo(ExitStatus.FOUND);
        assertThat(run.err()).isEmpty();
        assertThat(run.json())
                .extracting(line -> line.path("failure").asText("-"))
                .containsExactly("NO_CODE", "NO_FILE", "NOT_AN_IMAGE", "NOT_AN_IMAGE", "-");
        assertThat(run.json()).allSatisfy(line -> {
            assertThat(line.path("texts").isArray()).isTrue();
            assertThat(line.path("millis").isNumber()).isTrue();
        });
        assertThat(run.json().get(4).path("texts").get(0).asText()).isEqualTo("采集码 example");
        assertThat(run.json().get(4).path("charsets").get(0).asText()).isEqualTo("UTF-8");
        JsonNode region = run.json().get(4).path("regions").get(0);
        assertThat(region).hasSize(4);
        assertThat(region.get(2).asInt()).isPositive();
        assertThat(run.json().get(0).has("region")).isFalse();
        assertThat(run.json().get(4).path("file").asText()).isEqualTo(code.toString());
    }

    /** The three finder patterns are left, and what stands between them is gone. */
    @Test
    void aFailureTellsWhereTheCodeStandsThatWasSeen() throws IOException {
        BufferedImage picture = QrPicture.draw("采集码 ".repeat(30));
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        int half = picture.getWidth() / 3;
        pen.fillRect(half, half, picture.getWidth(), picture.getHeight());
        pen.dispose();
        Path file = folder.resolve("wiped.png");
        ImageIO.write(picture, "png", file.toFile());

        Cli.Run run = Cli.run("code", "read", "--json", file);

        assertThat(run.status()).isEqualTo(ExitStatus.FOUND);
        JsonNode line = run.json().get(0);
        assertThat(line.path("failure").asText()).isNotEmpty().isNotEqualTo("NO_CODE");
        assertThat(line.path("texts")).isEmpty();
        assertThat(line.has("regions")).isFalse();
        JsonNode region = line.path("region");
        assertThat(region).hasSize(4);
        Rectangle seen = new Rectangle(
                region.get(0).asInt(),
                region.get(1).asInt(),
                region.get(2).asInt(),
                region.get(3).asInt());
        Rectangle whole = new Rectangle(picture.getWidth(), picture.getHeight());
        assertThat(whole.contains(seen)).isTrue();
        assertThat(seen.getWidth()).isGreaterThan(whole.getWidth() / 2);
    }

    @Test
    void withoutJsonTextsAreDataAndFailuresAreTalk() throws IOException {
        Path code = folder.resolve("plain.png");
        QrPicture.write("plain", code);

        Cli.run("code", "read", code).isDone();
        Cli.Run run = Cli.run("code", "read", code, folder.resolve("gone.png")).ends(ExitStatus.FOUND);

        assertThat(run.lines()).containsExactly("plain");
        assertThat(run.err()).contains("gone.png", "There is no file");
    }

    @Test
    void claimsThatMissAFieldNameItAndIssueNothing() throws IOException {
        Path out = folder.resolve("none");
        ObjectNode claims = claims(NOW, NOW.plus(1, ChronoUnit.DAYS));
        claims.remove("school");

        assertThat(issue(keys, claims, out).ends(ExitStatus.FAILURE).err()).contains("'school'");
        assertThat(out.resolve("code-0001.txt")).doesNotExist();
    }

    @Test
    void aFaultInTheLastClaimsLeavesNoCodeOfTheFirst() throws IOException {
        Path out = folder.resolve("half");
        ObjectNode good = claims(NOW, NOW.plus(1, ChronoUnit.DAYS));
        ObjectNode bad = good.deepCopy();
        bad.remove("school");

        Cli.Run run = issue(keys, Json.MAPPER.createArrayNode().add(good).add(bad), out)
                .ends(ExitStatus.FAILURE);

        assertThat(run.out()).isEmpty();
        assertThat(out.resolve("code-0001.txt")).doesNotExist();
    }

    @Test
    void theClaimsAreNeverWrittenOver() throws IOException {
        Path out = Files.createDirectories(folder.resolve("own-claims"));
        Path file = Files.writeString(
                out.resolve("code-0001.txt"),
                claims(NOW, NOW.plus(1, ChronoUnit.DAYS)).toString());
        byte[] before = Files.readAllBytes(file);

        assertThat(Cli.run("code", "issue", "--keys", keys, "--claims", file, "--out", out)
                        .ends(ExitStatus.USAGE)
                        .err())
                .contains("is read by this command");
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void claimsAreNeverQuotedBack() throws IOException {
        ObjectNode claims = claims(NOW, NOW.plus(1, ChronoUnit.DAYS)).put("id", "320102199901011234");

        assertThat(issue(keys, claims, folder.resolve("full"))
                        .ends(ExitStatus.FAILURE)
                        .err())
                .doesNotContain("320102199901011234");
        Path broken = Files.writeString(folder.resolve("broken.json"), "{\"name\": 张三}");
        assertThat(Cli.run("code", "issue", "--keys", keys, "--claims", broken, "--out", folder.resolve("broken"))
                        .ends(ExitStatus.FAILURE)
                        .err())
                .contains("line 1")
                .doesNotContain("张三");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"code", "code read", "code open TC1:A", "code issue --keys k", "code read --budget-ms 0 a.png"})
    void wrongUsageIsStatusTwo(String line) {
        assertThat(Cli.run((Object[]) line.split(" ")).ends(ExitStatus.USAGE).out())
                .isEmpty();
    }

    private static void refused(String reason, String text) {
        Cli.Run run = Cli.run("code", "open", "--keys", keys, text).ends(ExitStatus.FOUND);
        assertThat(run.lines()).containsExactly("{\"refused\":\"" + reason + "\"}");
    }

    private static Path ring(String name) {
        Path ring = folder.resolve(name);
        Cli.run("keys", "new", "--keys", ring, "--use", "CODE_SIGNING");
        Cli.run("keys", "new", "--keys", ring, "--use", "CODE_OPENING");
        return ring;
    }

    private static Cli.Run issue(Path ring, JsonNode claims, Path out) throws IOException {
        Path file = Files.createTempFile(folder, "claims", ".json");
        Files.writeString(file, claims.toString());
        return Cli.run("code", "issue", "--keys", ring, "--claims", file, "--out", out);
    }

    private static ObjectNode claims(Instant issued, Instant expires) {
        ObjectNode claims = Json.object();
        claims.put("enrolment", "E20210001");
        claims.put("name", "张*三");
        claims.put("id", "320***********1234");
        claims.put("school", "10284");
        claims.put("studentNumber", "2021001");
        claims.put("classYear", 2025);
        claims.put("issuedAt", issued.toString());
        claims.put("expiresAt", expires.toString());
        return claims;
    }
}
