package io.github.tucai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedbackCommandTest {
    @TempDir
    Path folder;

    private Path out;

    @BeforeEach
    void nameOutput() {
        out = folder.resolve("form.pdf");
    }

    @Test
    void fillsTheFormOfTheNotice() throws IOException {
        Path data = Files.writeString(
                folder.resolve("data.json"),
                "{\"photoQuality\":\"满意\",\"handler\":\"王老师\",\"received\":\"2024-06-01\",\"signed\":\"2024-06-03\"}");

        Cli.run("feedback", "--school", "南京示例大学", "--count", 1203, "--data", data, "--out", out)
                .isDone();

        try (PDDocument form = Loader.loadPDF(out.toFile())) {
            assertThat(new PDFTextStripper().getText(form)).contains("南京示例大学", "1203", "王老师");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"colour\":\"red\"} | no field 'colour'",
                "{\"signed\":\"soon\"} | signed must be a date",
                "{\"photoQuality\":\"so-so\"} | 比较满意",
                "[] | one JSON object",
                "{\"handler\": 王} | line 1",
                "'' | JSON object"
            })
    void dataThatDoesNotFitSaysWhat(String json, String words) throws IOException {
        Path data = Files.writeString(folder.resolve("data.json"), json);

        assertThat(Cli.run("feedback", "--school", "S", "--count", 1, "--data", data, "--out", out)
                        .ends(ExitStatus.FAILURE)
                        .err())
                .contains(words);
        assertThat(out).doesNotExist();
    }

    @Test
    void theDataOfTheFormAreNeverWrittenOver() throws IOException {
        Path data = Files.writeString(folder.resolve("data.json"), "{}");
        Files.createSymbolicLink(out, data);

        assertThat(feedback(data, out).ends(ExitStatus.USAGE).err()).contains("is read by this command");
        assertThat(feedback(data, data).ends(ExitStatus.USAGE).err()).contains(".pdf");
        assertThat(data).hasContent("{}");
    }

    @Test
    void aFolderThatIsNotThereIsNamedAndNothingElse() throws IOException {
        Path data = Files.writeString(folder.resolve("data.json"), "{}");

        assertThat(feedback(data, folder.resolve("none/form.pdf"))
                        .ends(ExitStatus.FAILURE)
                        .err())
                .contains("There is no folder", "none")
                .doesNotContain(".part");
    }

    private static Cli.Run feedback(Path data, Path form) {
        return Cli.run("feedback", "--school", "S", "--count", 1, "--data", data, "--out", form);
    }

    @Test
    void wrongUsageIsStatusTwo() {
        Cli.run("feedback", "--school", "S", "--out", out).ends(ExitStatus.USAGE);
        Cli.run("feedback", "--school", "S", "--count", -1, "--out", out).ends(ExitStatus.USAGE);
        Cli.run("feedback", "--school", "S", "--count", "many", "--out", out).ends(ExitStatus.USAGE);
    }
}
