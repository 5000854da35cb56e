package io.github.tucai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tucai.cli.output.Json;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanCommandTest {
    private static final String HEADER = "院校名称,学院,班级,学号,证件号码后四位,姓名（脱敏）\n";
    private static final String TWO = HEADER + "南京示例大学,文学院,一班,2021001,123X,张*三\n" + "南京示例大学,文学院,一班,2021002,0042,李*四\n";

    @TempDir
    static Path products;

    @TempDir
    Path folder;

    private Path out;

    @BeforeAll
    static void writeProducts() throws IOException {
        BufferedImage one = Samples.sized(Samples.portrait(), 480, 640);
        Files.write(products.resolve("2021001.jpg"), Samples.jpeg(one));
        one.setRGB(0, 0, 0xff0000);
        Files.write(products.resolve("2021002.jpg"), Samples.jpeg(one));
    }

    @BeforeEach
    void nameOutput() {
        out = folder.resolve("sheets.pdf");
    }

    @Test
    void laysOutFivePrintsAStudentAndNamesThemInTheManifest() throws IOException {
        JsonNode summary = plan(csv(TWO), "--verify").isDone().json().get(0);

        assertThat(summary.path("students").asInt()).isEqualTo(2);
        assertThat(summary.path("prints").asInt()).isEqualTo(10);
        assertThat(summary.path("holds").asBoolean()).isTrue();
        JsonNode manifest = Json.MAPPER.readTree(folder.resolve("sheets.json").toFile());
        assertThat(manifest.path("sheets").get(0).path("prints"))
                .extracting(print -> print.path("studentNumber").asText())
                .containsOnly("2021001", "2021002")
                .hasSize(10);
        String text = text();
        assertThat(text.split("2021001", -1)).hasSize(6);
        assertThat(text.split("2021002", -1)).hasSize(6);
    }

    @Test
    void aWorkbookGivesTheSameSheetsAsText() throws IOException {
        Path workbook = folder.resolve("data.xlsx");
        try (OutputStream file = Files.newOutputStream(workbook);
                Workbook book = new Workbook(file, "Tests", "1.0")) {
            Worksheet sheet = book.newWorksheet("data");
            String[] lines = TWO.split("\n");
            for (int row = 0; row < lines.length; row++) {
                String[] cells = lines[row].split(",");
                for (int column = 0; column < cells.length; column++) {
                    sheet.value(row, column, cells[column]);
                }
            }
            // A number typed without an apostrophe is a number to the spreadsheet.
            sheet.value(1, 3, 2021001);
        }

        assertThat(plan(workbook).isDone().json().get(0).path("prints").asInt()).isEqualTo(10);
        assertThat(text()).contains("2021001", "0042");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GB18030", "UTF-8"})
    void readsTheCharactersOfficeProgramsWrite(String charset) throws IOException {
        Path data = folder.resolve("data.csv");
        Files.writeString(data, charset.equals("UTF-8") ? "\ufeff" + TWO : TWO, Charset.forName(charset));

        plan(data).isDone();

        assertThat(text()).contains("南京示例大学");
    }

    @Test
    void aFormulaIsRefusedAtItsCell() throws IOException {
        Path workbook = folder.resolve("data.xlsx");
        try (OutputStream file = Files.newOutputStream(workbook);
                Workbook book = new Workbook(file, "Tests", "1.0")) {
            Worksheet sheet = book.newWorksheet("data");
            String[] header = HEADER.strip().split(",");
            for (int column = 0; column < header.length; column++) {
                sheet.value(0, column, header[column]);
            }
            sheet.formula(1, 3, "2021000+1");
        }

        assertThat(plan(workbook).ends(ExitStatus.FOUND).err())
                .contains("row 2, 学号 (D2)", "formula", "paste it as a value", "Nothing was written");
        assertThat(out).doesNotExist();
    }

    @Test
    void everyFaultIsToldWithItsRowAndNothingIsWritten() throws IOException {
        Cli.Run run = plan(csv(HEADER
                        + "南京示例大学,文学院,一班,2021001,320102199901011234,张*三\n"
                        + "南京示例大学,文学院,一班,2021002,0042,李四光\n"
                        + ",文学院,一班,2021003,0042,王*五\n"))
                .ends(ExitStatus.FOUND);

        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("row 2, 证件号码后四位", "row 3, 姓名脱敏", "row 4, 院校名称", "Nothing was written")
                .doesNotContain("320102199901011234", "李四光");
        assertThat(out).doesNotExist();
    }

    @Test
    void faultsOfRowsAreToldInChineseToo() throws IOException {
        Path data = csv(HEADER + ",文学院,一班,2021001,0042,李四光\n");
        try (PrintRow.Rules rules = new PrintRow.Rules(Locale.SIMPLIFIED_CHINESE)) {
            PrintRow row = new PrintRow("", "文学院", "一班", "2021001", "0042", "李四光");
            assertThat(rules.faults(row))
                    .containsOnlyKeys(PrintDataFile.Column.SCHOOL, PrintDataFile.Column.NAME)
                    .allSatisfy((column, words) -> assertThat(words).matches(".*[\\u4e00-\\u9fff].*"));
        }
        assertThat(plan(data).ends(ExitStatus.FOUND).err()).contains("row 2, 院校名称", "row 2, 姓名脱敏");
    }

    @Test
    void aMissingColumnIsNamedWithWhatItMayBeCalled() throws IOException {
        assertThat(plan(csv("院校名称,学院,班级,证件号码后四位,姓名（脱敏）\n"))
                        .ends(ExitStatus.FAILURE)
                        .err())
                .contains("学号", "studentnumber");
    }

    @ParameterizedTest
    @CsvSource({"data.txt, .xlsx or a .csv", "data.xlsx, no readable .xlsx workbook", "data.csv, empty"})
    void aFileThatIsNoPrintDataSaysSo(String name, String words) throws IOException {
        Path data = Files.write(folder.resolve(name), name.endsWith("csv") ? new byte[0] : new byte[] {1, 2, 3});

        assertThat(plan(data).ends(ExitStatus.FAILURE).err()).contains(words);
    }

    @Test
    void aStudentWithoutPhotoIsToldByRowAndTheOthersArePrinted() throws IOException {
        Cli.Run run = plan(csv(TWO + "南京示例大学,文学院,一班,2021003,0043,王*五\n")).ends(ExitStatus.FOUND);

        assertThat(run.err()).contains("row 4");
        assertThat(run.json().get(0).path("students").asInt()).isEqualTo(2);
    }

    @Test
    void aStudentNumberNeverLeavesTheFolderOfPhotos() throws IOException {
        Files.copy(products.resolve("2021001.jpg"), folder.resolve("secret.jpg"));
        Path inner = Files.createDirectory(folder.resolve("inner"));
        Path data = csv(HEADER + "南京示例大学,文学院,一班,../secret,123X,张*三\n");

        assertThat(Cli.run("plan", "--data", data, "--photos", inner, "--out", out)
                        .ends(ExitStatus.FOUND)
                        .out())
                .isEmpty();
    }

    @Test
    void thePictureOfTwoStudentsIsRefused() throws IOException {
        Path twins = Files.createDirectory(folder.resolve("twins"));
        Files.copy(products.resolve("2021001.jpg"), twins.resolve("2021001.jpg"));
        Files.copy(products.resolve("2021001.jpg"), twins.resolve("2021002.jpg"));

        assertThat(Cli.run("plan", "--data", csv(TWO), "--photos", twins, "--out", out)
                        .ends(ExitStatus.FOUND)
                        .out())
                .isEmpty();
        assertThat(out).doesNotExist();
    }

    @Test
    void aFolderOfPhotosThatIsNotThereIsNamed() throws IOException {
        assertThat(Cli.run("plan", "--data", csv(TWO), "--photos", folder.resolve("nowhere"), "--out", out)
                        .ends(ExitStatus.FAILURE)
                        .err())
                .contains("nowhere is no folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sheets.pdf", "sheets.json"})
    void thePrintDataAreNeverWrittenOverNeitherByTheSheetsNorByTheManifest(String name) throws IOException {
        Path data = csv(TWO);
        Files.createLink(folder.resolve(name), data);

        assertThat(plan(data).ends(ExitStatus.USAGE).err()).contains(name, "is read by this command");
        assertThat(data).usingCharset(StandardCharsets.UTF_8).hasContent(TWO);
    }

    @Test
    void aPhotoIsNeverWrittenOver() throws IOException {
        Path own = Files.createDirectory(folder.resolve("own"));
        Path photo = Files.copy(products.resolve("2021001.jpg"), own.resolve("2021001.jpg"));
        Files.createSymbolicLink(out, photo);

        assertThat(Cli.run("plan", "--data", csv(TWO), "--photos", own, "--out", out)
                        .ends(ExitStatus.USAGE)
                        .err())
                .contains("is read by this command");
        assertThat(photo).hasSameBinaryContentAs(products.resolve("2021001.jpg"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sheets.csv", "sheets", "sheets.json"})
    void aNameThatDoesNotTellOfPdfIsRefused(String name) throws IOException {
        out = folder.resolve(name);

        assertThat(plan(csv(TWO)).ends(ExitStatus.USAGE).err()).contains(name, ".pdf");
        assertThat(out).doesNotExist();
    }

    @Test
    void wrongUsageIsStatusTwo() throws IOException {
        Cli.run("plan").ends(ExitStatus.USAGE);
        assertThat(plan(csv(TWO), "--paper", "A3").ends(ExitStatus.USAGE).err()).contains("A4, 5R, 4R, ROLL");
    }

    private Path csv(String text) throws IOException {
        return Files.writeString(folder.resolve("print-data.csv"), text, StandardCharsets.UTF_8);
    }

    private Cli.Run plan(Path data, String... more) {
        Stream<Object> given = Stream.of("plan", "--data", data, "--photos", products, "--out", out);
        return Cli.run(Stream.concat(given, Stream.of(more)).toArray());
    }

    private String text() throws IOException {
        try (PDDocument document = Loader.loadPDF(out.toFile())) {
            return Objects.requireNonNull(new PDFTextStripper().getText(document));
        }
    }
}
