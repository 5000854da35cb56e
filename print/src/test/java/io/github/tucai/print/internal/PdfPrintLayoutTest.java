package io.github.tucai.print.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.contract.PrintLayoutContract;
import io.github.tucai.graduate.ClassName;
import io.github.tucai.graduate.College;
import io.github.tucai.graduate.IdLastFour;
import io.github.tucai.graduate.MaskedName;
import io.github.tucai.graduate.StudentNumber;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.photo.Rgb;
import io.github.tucai.print.Paper;
import io.github.tucai.print.PrintField;
import io.github.tucai.print.PrintItem;
import io.github.tucai.print.PrintJob;
import io.github.tucai.print.PrintOrder;
import io.github.tucai.print.PrintOutcome;
import io.github.tucai.print.PrintProblem;
import io.github.tucai.print.PrintProfile;
import io.github.tucai.print.Separators;
import io.github.tucai.spi.PrintLayout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfPrintLayoutTest extends PrintLayoutContract {
    private static final Instant CREATED = Instant.parse("2024-06-21T02:00:00Z");
    private static final PrintProfile A4 =
            PrintProfile.builder(Paper.A4).background(new Rgb(100, 197, 255)).build();

    private final DrawnPhotos photos = new DrawnPhotos();
    private final List<PrintItem> items = new ArrayList<>();

    @TempDir
    private Path folder;

    @Override
    protected PrintLayout layout() {
        return new PdfPrintLayout();
    }

    @Test
    void anotherReaderFindsEveryNumberFiveTimes() throws IOException {
        students(7);
        Path target = write(A4);

        try (PDDocument pdf = Loader.loadPDF(target.toFile())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(2);
            String text = new PDFTextStripper().getText(pdf);
            for (PrintItem item : items) {
                assertThat(text.split(item.studentNumber().value(), -1)).hasSize(6);
            }
            assertThat(text).contains("示例大学", "信息工程学院", "证件号码后四位", "张**");
        }
    }

    @Test
    void fontsAreEmbeddedAsSubsets() throws IOException {
        students(2);
        try (PDDocument pdf = Loader.loadPDF(write(A4).toFile())) {
            PDPage page = pdf.getPage(0);
            for (COSName name : page.getResources().getFontNames()) {
                PDFont font = page.getResources().getFont(name);
                assertThat(font.isEmbedded()).isTrue();
                assertThat(font.getName()).matches("[A-Z]{6}\\+NotoSansSC-Regular");
            }
        }
        assertThat(Files.size(folder.resolve("sheets.pdf"))).isLessThan(200_000);
    }

    @Test
    void theContourIsASpotColourWithOverprintOnALayerOfItsOwn() throws IOException {
        students(1);
        try (PDDocument pdf = Loader.loadPDF(write(A4).toFile())) {
            assertThat(pdf.getDocumentCatalog().getOCProperties().getGroupNames())
                    .containsExactly("Prints", "Sheet marks", "CutContour");
            PDPage page = pdf.getPage(0);
            String operators = new String(page.getContents().readAllBytes(), StandardCharsets.US_ASCII);
            String contour = operators.substring(operators.lastIndexOf("/OC "));
            assertThat(contour).contains(" gs", " CS", "1 SCN").doesNotContain("Tj", " Do");
            assertThat(contour.split(" re\n", -1)).hasSize(6);
            assertThat(page.getResources()
                            .getExtGState(page.getResources()
                                    .getExtGStateNames()
                                    .iterator()
                                    .next())
                            .getStrokingOverprintControl())
                    .isTrue();
        }
    }

    @Test
    void aPhotoIsEmbeddedOnceAndAsItIs() throws IOException {
        students(3);
        byte[] document = Files.readAllBytes(write(A4));
        byte[] photo = photos.find(items.get(1).photo()).orElseThrow().bytes();
        assertThat(occurrences(document, photo)).isEqualTo(1);
    }

    @Test
    void namesTheRowOfACharacterThatNoFontHas() {
        students(2);
        items.add(item("示例大学", "信息工程学院", "一班", "20219", "\ud883\uddc1**", 9));

        PrintOutcome outcome = layout().write(job(A4), photos, folder.resolve("sheets.pdf"));

        assertThat(outcome).isInstanceOfSatisfying(PrintOutcome.Refused.class, refused -> {
            PrintProblem problem = refused.problems().get(0);
            assertThat(problem.row()).isEqualTo(3);
            assertThat(problem.kind()).isEqualTo(PrintProblem.Kind.NO_GLYPH);
            assertThat(problem.field()).isEqualTo("name");
            assertThat(problem.message()).contains("U+30DC1").doesNotContain("20219");
        });
        assertThat(folder.resolve("sheets.pdf")).doesNotExist();
    }

    @Test
    void shortensNamesOfOrganisationsOnlyAndSaysSo() {
        String endless = "国际经济与贸易及工商管理与信息系统联合培养示范学院".repeat(2);
        items.add(item(endless, endless, endless, "2021123456789012345678901234567", "买**·**", 1));

        PrintOutcome outcome = layout().write(job(A4), photos, folder.resolve("sheets.pdf"));

        assertThat(outcome).isInstanceOfSatisfying(PrintOutcome.Written.class, written -> assertThat(written.warnings())
                .isNotEmpty()
                .allMatch(problem -> problem.kind() == PrintProblem.Kind.SHORTENED)
                .allMatch(problem -> List.of("school", "college", "class").contains(problem.field())));
    }

    @Test
    void refusesAPhotoThatWouldBeStretchedAndBytesThatAreNoJpeg() {
        items.add(item("示例大学", "", "", "1", "张*", DrawnPhotos.head(1, 400, 560)));
        items.add(item("示例大学", "", "", "2", "张*", PhotoImage.copyOf(new byte[] {1, 2, 3})));

        PrintOutcome outcome = layout().write(job(A4), photos, folder.resolve("sheets.pdf"));

        assertThat(outcome).isInstanceOfSatisfying(PrintOutcome.Refused.class, refused -> assertThat(
                        refused.problems().stream().map(PrintProblem::kind))
                .containsExactly(PrintProblem.Kind.PHOTO_SHAPE, PrintProblem.Kind.PHOTO_UNREADABLE));
    }

    @Test
    void collegeAndClassMayBeEmpty() {
        items.add(item("示例研究所", "", "", "S-001", "*四", 1));
        assertThat(layout().write(job(A4), photos, folder.resolve("sheets.pdf")))
                .isInstanceOf(PrintOutcome.Written.class);
    }

    @Test
    void aClassThatLooksLikeANumberIsNotTakenForOne() {
        items.add(item("示例大学", "", "2101", "2101", "张*", 1));
        items.add(item("示例大学", "", "2101", "2102", "张*", 2));
        for (Separators separators : Separators.values()) {
            PrintProfile profile = A4.toBuilder().separators(separators).build();
            assertThat(layout().write(job(profile), photos, folder.resolve("sheets.pdf")))
                    .isInstanceOf(PrintOutcome.Written.class);
        }
    }

    @Test
    void aProfileMayShowFurtherFields() throws IOException {
        PrintField major = new PrintField("major", "专业");
        PrintProfile profile = PrintProfile.builder(Paper.A4)
                .print(35, 46.6, 6.4)
                .moreFields(List.of(major))
                .build();
        PrintItem item = item("示例大学", "信息学院", "一班", "20210001", "张*", 1);
        items.add(new PrintItem(
                item.schoolName(),
                item.college(),
                item.className(),
                item.studentNumber(),
                item.idLastFour(),
                item.name(),
                item.photo(),
                Map.of(major, "软件工程")));
        try (PDDocument pdf = Loader.loadPDF(write(profile).toFile())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("专业 软件工程");
        }
    }

    @Test
    void aFailedJobLeavesAnEarlierDocumentAlone() throws IOException {
        students(1);
        Path target = write(A4);
        byte[] before = Files.readAllBytes(target);
        items.add(items.get(0));
        assertThat(layout().write(job(A4), photos, target)).isInstanceOf(PrintOutcome.Refused.class);
        assertThat(Files.readAllBytes(target)).isEqualTo(before);
    }

    private void students(int count) {
        for (int i = 1; i <= count; i++) {
            items.add(photos.student(i, "南京示例大学", "信息工程学院", i < 4 ? "计算机2101班" : "计算机2102班", "张**"));
        }
    }

    private PrintItem item(String school, String college, String className, String number, String name, int face) {
        return item(school, college, className, number, name, DrawnPhotos.head(face, 120, 160));
    }

    private PrintItem item(
            String school, String college, String className, String number, String name, PhotoImage photo) {
        return new PrintItem(
                school,
                new College(college),
                new ClassName(className),
                new StudentNumber(number),
                new IdLastFour("0011"),
                new MaskedName(name),
                photos.add(photo),
                Map.of());
    }

    private PrintJob job(PrintProfile profile) {
        return new PrintJob(items, profile, PrintOrder.BY_CLASS, CREATED);
    }

    private Path write(PrintProfile profile) {
        Path target = folder.resolve("sheets.pdf");
        PrintOutcome outcome = layout().write(job(profile), photos, target);
        assertThat(outcome).isInstanceOf(PrintOutcome.Written.class);
        return target;
    }

    private static int occurrences(byte[] all, byte[] part) {
        int count = 0;
        for (int i = 0; i + part.length <= all.length; i++) {
            if (Arrays.equals(all, i, i + part.length, part, 0, part.length)) {
                count++;
            }
        }
        return count;
    }
}
