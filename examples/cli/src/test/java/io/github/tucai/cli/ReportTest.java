package io.github.tucai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One run that writes everything a check can write, over files that share names and files that are none. */
class ReportTest {
    private static final Pattern TAG = Pattern.compile("<(/?)([a-z][a-z0-9]*)[^>]*>");
    private static final List<String> VOID = List.of("meta", "img", "br", "rect");

    @TempDir
    static Path folder;

    private static Path report;
    private static Path overlays;
    private static Path measures;

    @BeforeAll
    static void checkSomeFiles() throws IOException {
        byte[] good = Samples.jpeg(Samples.portrait());
        Path one = Files.createDirectories(folder.resolve("one"));
        Path two = Files.createDirectories(folder.resolve("two"));
        report = folder.resolve("report");
        overlays = folder.resolve("overlays");
        measures = folder.resolve("measures.jsonl");
        Cli.run(
                "check",
                "--threads",
                3,
                "--report",
                report,
                "--overlay",
                overlays,
                "--measures",
                measures,
                Files.write(one.resolve("photo.jpg"), good),
                Files.write(two.resolve("photo.jpg"), Samples.turnedByExif(Samples.portrait())),
                Files.write(one.resolve("a & b's %20#1.jpg"), good),
                Files.write(one.resolve("index"), good),
                Files.write(one.resolve("text.jpg"), "no photo".getBytes(StandardCharsets.UTF_8)),
                folder.resolve("missing.jpg"));
    }

    @Test
    void everyPhotoHasAPageOfItsOwnAndACardThatLeadsThere() throws IOException {
        try (Stream<Path> pages = Files.list(report)) {
            assertThat(pages.map(page -> page.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "index.html",
                            "photo.jpg.html",
                            "photo-2.jpg.html",
                            "a & b's %20#1.jpg.html",
                            "index-2.html",
                            "text.jpg.html");
        }
        String sheet = page("index.html");
        assertThat(sheet)
                .contains("href=\"./photo.jpg.html\"", "href=\"./photo-2.jpg.html\"", "href=\"./index-2.html\"")
                .contains("href=\"./a%20%26%20b%27s%20%2520%231.jpg.html\"", "missing.jpg", "cannot be read");
        assertThat(sheet.indexOf("./photo.jpg.html")).isLessThan(sheet.indexOf("./photo-2.jpg.html"));
        assertThat(sheet.indexOf("./text.jpg.html")).isLessThan(sheet.indexOf("missing.jpg"));
    }

    @Test
    void aPageTellsEveryCheckInBothLanguagesAndNeedsNothingBesidesItself() throws IOException {
        String page = page("photo.jpg.html");
        for (String check : CheckCommandTest.CHECKS) {
            assertThat(page).contains("<code>" + check + "</code>");
        }
        assertThat(page).contains("嘴唇闭合", "mouth closed", "data:image/jpeg;base64,", "<svg viewBox=\"0 0 ");
        try (Stream<Path> pages = Files.list(report)) {
            for (Path each : pages.toList()) {
                String html = Files.readString(each);
                assertThat(html).doesNotContain("http://", "https://", "<script", "<link", "url(", "@import");
                Matcher addresses = Pattern.compile("src=\"([^\"]{0,16})").matcher(html);
                while (addresses.find()) {
                    assertThat(addresses.group(1)).startsWith("data:image/jpeg;");
                }
            }
        }
    }

    @Test
    void namesAreEscapedAndEveryElementIsClosed() throws IOException {
        assertThat(page("a & b's %20#1.jpg.html")).contains("<h1>a &amp; b's %20#1.jpg</h1>");
        try (Stream<Path> pages = Files.list(report)) {
            for (Path each : pages.toList()) {
                assertBalanced(Files.readString(each));
            }
        }
    }

    @Test
    void aFileThatIsNoPictureHasAPageThatSaysWhy() throws IOException {
        assertThat(page("text.jpg.html")).contains("no picture").doesNotContain("<figure");
    }

    @Test
    void filesOfOneNameGetOverlaysOfTheirOwn() throws IOException {
        try (Stream<Path> written = Files.list(overlays)) {
            assertThat(written.map(path -> path.getFileName().toString()))
                    .contains("photo.jpg.png", "photo-2.jpg.png")
                    .hasSize(4);
        }
    }

    @Test
    void storedMeasurementsSayWhoWouldChange() throws IOException {
        assertThat(Files.readAllLines(measures)).hasSize(4);
        JsonNode same = Cli.run("profiles", "diff", "CN-DEGREE", "CN-DEGREE", "--measures", measures)
                .isDone()
                .json()
                .get(0);
        assertThat(same.path("photos").asInt()).isEqualTo(4);
        assertThat(same.path("changed").asInt()).isZero();

        Path strict = Files.writeString(folder.resolve("strict.json"), """
                {"extends": "CN-DEGREE", "id": "STRICT", "source": "nobody", "checks": {"sharpness":
                  {"limits": [{"measure": "sharpness.eyes", "least": 1e6, "width": 1, "source": "nobody"}]}}}
                """);
        Cli.Run run = Cli.run("profiles", "diff", "CN-DEGREE", strict, "--measures", measures);
        assertThat(run.status()).isEqualTo(ExitStatus.FOUND);
        JsonNode total = run.json().get(run.lines().size() - 1);
        assertThat(total.path("after").asText()).isEqualTo("STRICT");
        assertThat(total.path("changed").asInt()).isEqualTo(4);
        assertThat(total.path("checks").path("sharpness").asInt()).isEqualTo(4);
    }

    @Test
    void aWrongProfileOrLineIsToldWithItsPlace() throws IOException {
        Path wrong = Files.writeString(
                folder.resolve("wrong.json"), "{\"extends\": \"CN-DEGREE\", \"checks\": {\"eyes\": {}}}");
        assertThat(Cli.run("check", "--profile", wrong, "a.jpg")
                        .ends(ExitStatus.USAGE)
                        .err())
                .contains("$.checks.eyes", "there is no check");
        Path lines = Files.writeString(
                folder.resolve("lines.jsonl"), Files.readAllLines(measures).get(0) + "\nno\n");
        assertThat(Cli.run("profiles", "diff", "CET", "US-VISA", "--measures", lines)
                        .ends(ExitStatus.FAILURE)
                        .err())
                .contains("line 2");
    }

    @Test
    void profilesAreListedAndTheirSchemaPrinted() {
        assertThat(Cli.run("profiles", "list").isDone().json())
                .extracting(line -> line.path("id").asText())
                .contains("CN-DEGREE", "CET")
                .hasSize(9);
        assertThat(Cli.run("profiles", "schema").isDone().out()).contains("json-schema.org/draft/2020-12");
    }

    private static String page(String name) throws IOException {
        return Files.readString(report.resolve(name));
    }

    private static void assertBalanced(String html) {
        Deque<String> open = new ArrayDeque<>();
        Matcher tags = TAG.matcher(html);
        while (tags.find()) {
            if (VOID.contains(tags.group(2))) {
                continue;
            }
            if (tags.group(1).isEmpty()) {
                open.push(tags.group(2));
            } else {
                assertThat(open.pop()).isEqualTo(tags.group(2));
            }
        }
        assertThat(open).isEmpty();
    }
}
