package io.github.tucai.print.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.tucai.print.Paper;
import io.github.tucai.print.PrintItem;
import io.github.tucai.print.PrintJob;
import io.github.tucai.print.PrintOrder;
import io.github.tucai.print.PrintProfile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another PDF implementation reads. Skipped where poppler-utils is not installed. */
class PopplerTest {
    private static final int DPI = 100;
    private static final double PIXELS_PER_MM = DPI / 25.4;

    private final DrawnPhotos photos = new DrawnPhotos();
    private final List<PrintItem> items = new ArrayList<>();

    @TempDir
    private Path folder;

    @BeforeEach
    void write() {
        for (int i = 1; i <= 5; i++) {
            items.add(photos.student(i, "南京示例大学", "信息工程学院", "计算机2101班", "张**"));
        }
        PrintJob job = new PrintJob(items, PrintProfile.on(Paper.A4), PrintOrder.BY_CLASS, Instant.EPOCH);
        new PdfPrintLayout().write(job, photos, folder.resolve("sheets.pdf"));
    }

    @Test
    void pdftotextFindsEveryNumberFiveTimesAsAWordOfItsOwn() throws Exception {
        List<String> words =
                List.of(run("pdftotext", "-enc", "UTF-8", "sheets.pdf", "-").split("\\s+"));
        for (PrintItem item : items) {
            assertThat(words).filteredOn(item.studentNumber().value()::equals).hasSize(5);
        }
        assertThat(words).contains("南京示例大学", "信息工程学院", "计算机2101班");
    }

    @Test
    void pdffontsFindsEmbeddedSubsetsWithUnicode() throws Exception {
        assertThat(run("pdffonts", "sheets.pdf").lines().skip(2))
                .isNotEmpty()
                .allMatch(line ->
                        line.matches("[A-Z]{6}\\+NotoSansSC-Regular +CID TrueType +Identity-H +yes yes yes .*"));
    }

    @Test
    void pdftoppmShowsTheImagesWhereTheyBelong() throws Exception {
        run("pdftoppm", "-r", Integer.toString(DPI), "-png", "-singlefile", "sheets.pdf", "sheet");
        BufferedImage picture = ImageIO.read(folder.resolve("sheet.png").toFile());
        // 5 columns of 33 mm and 4 gaps of 2 mm, centred on A4.
        double leftMm = (210 - 5 * 33 - 4 * 2) / 2.0;
        double topMm = (297 - 5 * 48 - 4 * 2) / 2.0;
        for (int column = 0; column < 5; column++) {
            double x = leftMm + column * 35;
            assertThat(isBlue(picture, x + 1, topMm + 1)).isTrue();
            assertThat(isBlue(picture, x + 32, topMm + 1)).isTrue();
            assertThat(isBlue(picture, x - 1, topMm + 1)).isFalse();
            assertThat(isBlue(picture, x + 1, topMm + 45)).isFalse();
        }
    }

    private static boolean isBlue(BufferedImage picture, double xMm, double yMm) {
        int rgb = picture.getRGB((int) Math.round(xMm * PIXELS_PER_MM), (int) Math.round(yMm * PIXELS_PER_MM));
        return (rgb & 255) > 240 && (rgb >> 16 & 255) < 130;
    }

    private String run(String... command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            assumeTrue(false, "poppler-utils is not installed: skipped");
            throw e;
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return output;
    }
}
