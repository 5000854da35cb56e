package io.github.tucai.print.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.contract.Clause;
import io.github.tucai.proofing.ProofingFeedback;
import io.github.tucai.proofing.Satisfaction;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.arbitraries.StringArbitrary;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.text.PDFTextStripper;

@Clause("A3")
class PdfFeedbackFormProperties {
    private final PdfFeedbackForm form = new PdfFeedbackForm();

    @Property(tries = 10)
    void thePageSaysWhatTheSchoolAnswers(@ForAll("answers") ProofingFeedback feedback) throws IOException {
        String text = text(form.fill(feedback, Instant.EPOCH, false));
        LocalDate received = feedback.received().orElseThrow();

        assertThat(text)
                .contains("我单位已于" + received.getYear() + "年" + received.getMonthValue() + "月"
                        + received.getDayOfMonth() + "日收到" + feedback.graduatingClass() + "届毕业生电子图像共"
                        + feedback.pictures() + "人，经校对全部电子照片确认无误。")
                .contains(feedback.unit(), feedback.handler(), feedback.opinions())
                .contains("将会影响" + feedback.graduatingClass() + "届毕业生学历电子注册和纸质照片交付");
    }

    @Property(tries = 10)
    void theFieldsHoldWhatTheSchoolAnswers(@ForAll("answers") ProofingFeedback feedback) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(form.fill(feedback, Instant.EPOCH, true))) {
            PDAcroForm fields = pdf.getDocumentCatalog().getAcroForm(null);
            assertThat(fields.getField("pictures").getValueAsString()).isEqualTo(Integer.toString(feedback.pictures()));
            assertThat(fields.getField("unit").getValueAsString()).isEqualTo(feedback.unit());
            assertThat(fields.getField("photo-quality").getValueAsString())
                    .isEqualTo(feedback.photoQuality().orElseThrow().name());
            assertThat(fields.getField("centre-work").getValueAsString())
                    .isEqualTo(feedback.centreWork().orElseThrow().name());
        }
    }

    private static String text(byte[] document) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(document)) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
        }
    }

    @Provide
    static Arbitrary<ProofingFeedback> answers() {
        // Characters of everyday names; none that a font shows with the glyph of another.
        StringArbitrary words =
                Arbitraries.strings().withChars("南京示例大学理工王李张建议提前开放系统好").ofMinLength(1);
        return Combinators.combine(
                        words.ofMaxLength(20),
                        Arbitraries.integers().between(2023, 2035),
                        Arbitraries.integers().between(0, 99_999),
                        Arbitraries.integers().between(0, 3650).map(LocalDate.of(2022, 1, 1)::plusDays),
                        Arbitraries.of(Satisfaction.class),
                        Arbitraries.of(Satisfaction.class),
                        words.ofMaxLength(150),
                        words.ofMaxLength(8))
                .as((unit, year, pictures, received, quality, work, opinions, handler) -> ProofingFeedback.of(
                                unit, year, pictures)
                        .received(received)
                        .photoQuality(quality)
                        .centreWork(work)
                        .opinions(opinions)
                        .handler(handler)
                        .signed(received.plusDays(20))
                        .build());
    }
}
