package io.github.tucai.print.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tucai.proofing.ProofingFeedback;
import io.github.tucai.proofing.Satisfaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdfFeedbackFormTest {
    private static final Instant CREATED = Instant.parse("2024-06-21T02:00:00Z");

    private final PdfFeedbackForm form = new PdfFeedbackForm();

    @Test
    void showsTheWordsOfTheAnnexAndTheAnswers() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(form.fill(answered(), CREATED, false))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            assertThat(pdf.getDocumentCatalog().getAcroForm()).isNull();
            String text = new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
            assertThat(text)
                    .contains(
                            "电子图像校对反馈表",
                            "省招就中心：",
                            "我单位已于2024年6月3日收到2025届毕业生电子图像共12人，经校对全部电子照片确认无误。",
                            "满意",
                            "比较满意",
                            "不满意",
                            "意见和建议",
                            "学校经办人",
                            "王老师",
                            "联系电话",
                            "025-00000000",
                            "单位（盖章）",
                            "未及时反馈者，将会影响2025届毕业生学历电子注册和纸质照片交付。");
        }
    }

    @Test
    void aFillableFormHoldsTheAnswersInItsFields() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(form.fill(answered(), CREATED, true))) {
            PDAcroForm fields = pdf.getDocumentCatalog().getAcroForm(null);
            assertThat(value(fields, "pictures")).isEqualTo("12");
            assertThat(value(fields, "received-month")).isEqualTo("6");
            assertThat(value(fields, "photo-quality")).isEqualTo("SATISFIED");
            assertThat(value(fields, "centre-work")).isEqualTo("FAIRLY_SATISFIED");
            assertThat(value(fields, "opinions")).startsWith("图像整体清晰");
            assertThat(value(fields, "unit")).isEqualTo("南京示例大学");
            assertThat(pdf.getPage(0).getAnnotations()).hasSize(17);
        }
    }

    @Test
    void aBlankFormLeavesEverythingElseToTheHand() throws IOException {
        byte[] blank = form.fill(ProofingFeedback.of("南京示例大学", 2025, 12).build(), CREATED, false);
        try (PDDocument pdf = Loader.loadPDF(blank)) {
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s", "")).contains("我单位已于年月日收到");
        }
    }

    @Test
    void equalFormsHaveEqualBytes() {
        assertThat(form.fill(answered(), CREATED, true)).isEqualTo(form.fill(answered(), CREATED, true));
        assertThat(form.fill(answered(), CREATED, true)).isNotEqualTo(form.fill(answered(), CREATED, false));
    }

    @Test
    void namesTheFieldOfACharacterThatNoFontHas() {
        ProofingFeedback feedback =
                ProofingFeedback.of("南京示例大学", 2025, 12).handler("\ud883\uddc1").build();
        assertThatThrownBy(() -> form.fill(feedback, CREATED, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("handler")
                .hasMessageContaining("U+30DC1");
    }

    @Test
    void namesTheFieldOfATextThatDoesNotFit() {
        ProofingFeedback feedback = ProofingFeedback.of("南京示例大学", 2025, 12)
                .handler("很长的名字".repeat(6))
                .build();
        assertThatThrownBy(() -> form.fill(feedback, CREATED, false)).hasMessageContaining("handler");
    }

    @Test
    void theLongestOpinionsFit() {
        ProofingFeedback feedback = ProofingFeedback.of("南京示例大学", 2025, 12)
                .opinions("建议明年提前一周开放".repeat(40))
                .build();
        assertThat(form.fill(feedback, CREATED, false)).isNotEmpty();
    }

    @Test
    void aPageBecomesAPicture(@TempDir Path folder) throws IOException {
        Path pdf = Files.write(folder.resolve("form.pdf"), form.fill(answered(), CREATED, true));
        Path png = folder.resolve("form.png");
        PagePictures.write(pdf, 1, 72, png);
        assertThat(ImageIO.read(png.toFile()).getHeight()).isBetween(841, 842);
        assertThatThrownBy(() -> PagePictures.write(pdf, 2, 72, png)).hasMessageContaining("page must be 1 to 1");
    }

    private static String value(PDAcroForm fields, String name) {
        PDField field = fields.getField(name);
        assertThat(field).as(name).isNotNull();
        return field.getValueAsString();
    }

    private static ProofingFeedback answered() {
        return ProofingFeedback.of("南京示例大学", 2025, 12)
                .received(LocalDate.of(2024, 6, 3))
                .photoQuality(Satisfaction.SATISFIED)
                .centreWork(Satisfaction.FAIRLY_SATISFIED)
                .opinions("图像整体清晰。\n建议提前一周开放系统。")
                .handler("王老师")
                .phone("025-00000000")
                .signed(LocalDate.of(2024, 6, 20))
                .build();
    }
}
