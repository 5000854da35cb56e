package io.github.tucai.print.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.print.Paper;
import io.github.tucai.print.PrintItem;
import io.github.tucai.print.PrintJob;
import io.github.tucai.print.PrintOrder;
import io.github.tucai.print.PrintOutcome;
import io.github.tucai.print.PrintProfile;
import io.github.tucai.print.PrintVerification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a lab, a viewer or a bug could do to a document; each must show. */
class PrintVerifierTest {
    private static final double POINTS_PER_MM = 72 / 25.4;

    private final DrawnPhotos photos = new DrawnPhotos();
    private final List<PrintItem> items = new ArrayList<>();
    private PrintJob job;
    private Path sound;
    private Path changed;

    @BeforeEach
    void write(@TempDir Path folder) {
        for (int i = 1; i <= 6; i++) {
            items.add(photos.student(i, "南京示例大学", "信息工程学院", "计算机2101班", "张**"));
        }
        job = new PrintJob(items, PrintProfile.on(Paper.A4), PrintOrder.BY_CLASS, Instant.EPOCH);
        sound = folder.resolve("sound.pdf");
        changed = folder.resolve("changed.pdf");
        assertThat(new PdfPrintLayout().write(job, photos, sound)).isInstanceOf(PrintOutcome.Written.class);
    }

    @Test
    void aSoundDocumentHolds() {
        PrintVerification verification = PrintVerifier.verify(job, sound);
        assertThat(verification.holds()).isTrue();
        assertThat(verification.sheets()).isEqualTo(2);
        assertThat(verification.students()).isEqualTo(6);
        assertThat(verification.prints()).isEqualTo(30);
        assertThat(verification.largestOffsetMm()).isLessThan(0.001);
    }

    @Test
    void aPageTooFewShows() throws IOException {
        change(pdf -> pdf.removePage(1));
        assertThat(faults()).contains("expected 2 sheets, found 1", "row 6 has 0 prints instead of 5");
    }

    @Test
    void aPageTooManyShows() throws IOException {
        change(pdf -> pdf.importPage(pdf.getPage(1)));
        assertThat(faults()).contains("sheet 3 shows pictures and should not exist");
    }

    @Test
    void aFifthOfAMillimetreShowsAndAHundredthDoesNot() throws IOException {
        change(pdf -> operators(pdf, 0, all -> shifted(0.2) + all));
        assertThat(faults()).anyMatch(fault -> fault.contains("no picture within 0.1 mm"));
        change(pdf -> operators(pdf, 0, all -> shifted(0.01) + all));
        assertThat(faults()).isEmpty();
    }

    @Test
    void aRescaledPageShows() throws IOException {
        change(pdf -> operators(pdf, 1, all -> "0.99 0 0 0.99 0 0 cm\n" + all));
        assertThat(faults()).anyMatch(fault -> fault.startsWith("sheet 2, row 6"));
    }

    @Test
    void twoPicturesChangedForEachOtherShow() throws IOException {
        change(pdf -> {
            PDResources resources = pdf.getPage(0).getResources();
            List<COSName> names = new ArrayList<>();
            resources.getXObjectNames().forEach(names::add);
            var first = resources.getXObject(names.get(0));
            resources.put(names.get(0), resources.getXObject(names.get(1)));
            resources.put(names.get(1), first);
        });
        assertThat(faults())
                .filteredOn(fault -> fault.endsWith("the picture is another one"))
                .hasSize(10);
    }

    @Test
    void aMissingContourShows() throws IOException {
        change(pdf -> operators(pdf, 0, all -> all.substring(0, all.lastIndexOf("/OC "))));
        assertThat(faults())
                .filteredOn(fault -> fault.endsWith("no kiss-cut contour around it"))
                .hasSize(25);
    }

    @Test
    void aNumberTooManyShows() throws IOException {
        change(pdf -> operators(pdf, 0, all -> all + everyRun(all)));
        assertThat(faults()).anyMatch(fault -> fault.contains("stands 2 times"));
    }

    @Test
    void aNumberOutsideThePrintsShows() throws IOException {
        change(pdf -> operators(pdf, 0, all -> all + "1 0 0 1 0 -600 cm\n" + everyRun(all)));
        assertThat(faults()).anyMatch(fault -> fault.contains("places where none belongs"));
    }

    @Test
    void faultsNameRowsAndNeverPersons() throws IOException {
        change(pdf -> operators(pdf, 0, all -> ""));
        assertThat(faults()).isNotEmpty().noneMatch(fault -> fault.contains("202101") || fault.contains("张"));
    }

    private static String everyRun(String all) {
        StringBuilder runs = new StringBuilder();
        for (int at = all.indexOf("BT\n"); at >= 0; at = all.indexOf("BT\n", at + 1)) {
            runs.append(all, at, all.indexOf("ET\n", at) + 3);
        }
        return runs.toString();
    }

    private static String shifted(double mm) {
        return "1 0 0 1 " + mm * POINTS_PER_MM + " 0 cm\n";
    }

    private interface Change {
        void to(PDDocument pdf) throws IOException;
    }

    private void change(Change change) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(sound.toFile())) {
            change.to(pdf);
            pdf.save(changed.toFile());
        }
    }

    private static void operators(PDDocument pdf, int index, UnaryOperator<String> change) throws IOException {
        PDPage page = pdf.getPage(index);
        String all = new String(page.getContents().readAllBytes(), StandardCharsets.ISO_8859_1);
        COSStream stream = pdf.getDocument().createCOSStream();
        try (var out = stream.createOutputStream()) {
            out.write(change.apply(all).getBytes(StandardCharsets.ISO_8859_1));
        }
        page.setContents(new PDStream(stream));
    }

    private List<String> faults() {
        return PrintVerifier.verify(job, changed).faults();
    }
}
