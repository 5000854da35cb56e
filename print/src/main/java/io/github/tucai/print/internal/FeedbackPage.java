package io.github.tucai.print.internal;

import io.github.tucai.proofing.ProofingFeedback;
import io.github.tucai.proofing.Satisfaction;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.jspecify.annotations.Nullable;

/** Draws the form of annex 3 (A3). Positions are millimetres from the top left. */
final class FeedbackPage {
    private static final double LEFT_MM = 25;
    private static final double RIGHT_MM = 185;
    private static final double BODY_PT = 12;
    private static final double LABEL_PT = 11;
    private static final double NOTE_PT = 9.5;
    private static final double LINE_MM = 9.5;
    private static final double LABEL_COLUMN_MM = 34;
    private static final double BOX_MM = 4;

    private final PDPageContentStream content;
    private final double heightMm;
    private final FontChain chain;
    private final DocumentFonts regular;
    private final DocumentFonts bold;
    private final Blanks blanks;

    FeedbackPage(
            PDPageContentStream content,
            PDPage page,
            FontChain chain,
            DocumentFonts regular,
            DocumentFonts bold,
            Blanks blanks) {
        this.content = content;
        this.chain = chain;
        this.regular = regular;
        this.bold = bold;
        this.blanks = blanks;
        heightMm = Millimetres.ofPoints(page.getMediaBox().getHeight());
    }

    void draw(String title, ProofingFeedback feedback) throws IOException {
        text("附件 3", LABEL_PT, LEFT_MM, 22);
        double titleMm = Millimetres.ofPoints(chain.width(title) * 20);
        bold.draw(content, title, 20, 1, points((LEFT_MM + RIGHT_MM - titleMm) / 2), fromTop(38));
        text(feedback.addressee() + "：", BODY_PT, LEFT_MM, 56);
        statement(feedback, 56 + LINE_MM);
        table(feedback, 90);
        note(feedback, 262);
    }

    /** A part of the statement: printed words, or a blank with its answer. */
    private record Part(String text, Blanks.@Nullable Field field, double widthEm) {}

    private void statement(ProofingFeedback feedback, double topMm) throws IOException {
        List<Part> parts = new ArrayList<>();
        words(parts, "　　我单位已于");
        date(parts, "received", "收到日期", feedback.received());
        words(parts, "收到 " + feedback.graduatingClass() + " 届毕业生电子图像共");
        parts.add(blank("pictures", "电子图像人数", Integer.toString(feedback.pictures()), 4));
        words(parts, "人，经校对全部电子照片确认无误。");
        flow(parts, topMm);
    }

    private void words(List<Part> parts, String text) {
        TextFlow.units(text).forEach(unit -> parts.add(new Part(unit, null, chain.width(unit))));
    }

    private static Part blank(String id, String label, String answer, double widthEm) {
        return new Part(answer, new Blanks.Field(id, label), widthEm);
    }

    private void date(List<Part> parts, String id, String label, Optional<LocalDate> day) {
        parts.add(blank(id + "-year", label + "：年", part(day, LocalDate::getYear), 3.2));
        words(parts, "年");
        parts.add(blank(id + "-month", label + "：月", part(day, LocalDate::getMonthValue), 2.2));
        words(parts, "月");
        parts.add(blank(id + "-day", label + "：日", part(day, LocalDate::getDayOfMonth), 2.2));
        words(parts, "日");
    }

    private static String part(Optional<LocalDate> day, Function<LocalDate, Integer> of) {
        return day.map(of).map(String::valueOf).orElse("");
    }

    private void flow(List<Part> parts, double topMm) throws IOException {
        double x = LEFT_MM;
        double y = topMm;
        for (Part part : parts) {
            double width = Millimetres.ofPoints(part.widthEm() * BODY_PT);
            if (x + width > RIGHT_MM + 0.1) {
                x = LEFT_MM;
                y += LINE_MM;
            }
            part(part, x, y, width);
            x += width;
        }
    }

    private void part(Part part, double xMm, double baselineMm, double widthMm) throws IOException {
        Blanks.Field field = part.field();
        if (field == null) {
            text(part.text(), BODY_PT, xMm, baselineMm);
        } else {
            answer(field, part.text(), xMm + 0.6, baselineMm, widthMm - 1.2);
        }
    }

    /** A blank on a line, with its answer above. */
    private void answer(Blanks.Field field, String answer, double xMm, double baselineMm, double widthMm)
            throws IOException {
        rule(xMm, baselineMm + 1.1, xMm + widthMm, baselineMm + 1.1);
        blanks.line(content, field, answer, place(xMm, baselineMm - 4.2, widthMm, 5.2));
    }

    private void table(ProofingFeedback feedback, double topMm) throws IOException {
        double[] rows = {topMm, topMm + 13, topMm + 26, topMm + 92, topMm + 105, topMm + 160};
        frame(rows);
        levels(new Blanks.Field("photo-quality", "对电子照片质量"), feedback.photoQuality(), rows[0], rows[1]);
        levels(new Blanks.Field("centre-work", "对中心工作"), feedback.centreWork(), rows[1], rows[2]);
        label("意见和建议", rows[2], rows[3]);
        double columnMm = LEFT_MM + LABEL_COLUMN_MM;
        blanks.area(
                content,
                new Blanks.Field("opinions", "意见和建议"),
                feedback.opinions(),
                place(columnMm + 2, rows[2] + 2, RIGHT_MM - columnMm - 4, rows[3] - rows[2] - 4));
        contact(feedback, rows[3], rows[4]);
        seal(feedback, rows[4], rows[5]);
    }

    private void frame(double[] rows) throws IOException {
        content.setLineWidth(1f);
        content.addRect(
                points(LEFT_MM),
                fromTop(rows[rows.length - 1]),
                points(RIGHT_MM - LEFT_MM),
                points(rows[rows.length - 1] - rows[0]));
        content.stroke();
        for (int i = 1; i < rows.length - 1; i++) {
            rule(LEFT_MM, rows[i], RIGHT_MM, rows[i]);
        }
        rule(LEFT_MM + LABEL_COLUMN_MM, rows[0], LEFT_MM + LABEL_COLUMN_MM, rows[rows.length - 1]);
    }

    private void levels(Blanks.Field field, Optional<Satisfaction> chosen, double topMm, double bottomMm)
            throws IOException {
        label(field.label(), topMm, bottomMm);
        double y = (topMm + bottomMm) / 2;
        double stepMm = (RIGHT_MM - LEFT_MM - LABEL_COLUMN_MM) / Satisfaction.values().length;
        Map<Satisfaction, FormRect> boxes = new EnumMap<>(Satisfaction.class);
        double x = LEFT_MM + LABEL_COLUMN_MM + 8;
        for (Satisfaction level : Satisfaction.values()) {
            FormRect box = place(x, y - BOX_MM / 2, BOX_MM, BOX_MM);
            content.setLineWidth(0.8f);
            content.addRect((float) box.x(), (float) box.y(), (float) box.width(), (float) box.height());
            content.stroke();
            text(level.label(), LABEL_PT, x + BOX_MM + 2, y + 1.4);
            boxes.put(level, box);
            x += stepMm;
        }
        blanks.choice(content, field, chosen, boxes);
    }

    private void contact(ProofingFeedback feedback, double topMm, double bottomMm) throws IOException {
        label("学校经办人", topMm, bottomMm);
        double columnMm = LEFT_MM + LABEL_COLUMN_MM;
        double phoneMm = columnMm + 46;
        rule(phoneMm, topMm, phoneMm, bottomMm);
        rule(phoneMm + 26, topMm, phoneMm + 26, bottomMm);
        centred("联系电话", phoneMm, phoneMm + 26, (topMm + bottomMm) / 2);
        double cellMm = bottomMm - topMm - 4;
        blanks.line(
                content,
                new Blanks.Field("handler", "学校经办人"),
                feedback.handler(),
                place(columnMm + 2, topMm + 2, 42, cellMm));
        blanks.line(
                content,
                new Blanks.Field("phone", "联系电话"),
                feedback.phone(),
                place(phoneMm + 28, topMm + 2, RIGHT_MM - phoneMm - 30, cellMm));
    }

    private void seal(ProofingFeedback feedback, double topMm, double bottomMm) throws IOException {
        label("单位（盖章）", topMm, bottomMm);
        double columnMm = LEFT_MM + LABEL_COLUMN_MM;
        blanks.line(
                content,
                new Blanks.Field("unit", "单位"),
                feedback.unit(),
                place(columnMm + 4, topMm + 6, RIGHT_MM - columnMm - 8, 9));
        List<Part> parts = new ArrayList<>();
        date(parts, "signed", "填表日期", feedback.signed());
        double width = Millimetres.ofPoints(
                BODY_PT * parts.stream().mapToDouble(Part::widthEm).sum());
        double x = RIGHT_MM - 10 - width;
        for (Part part : parts) {
            double partMm = Millimetres.ofPoints(part.widthEm() * BODY_PT);
            part(part, x, bottomMm - 8, partMm);
            x += partMm;
        }
    }

    private void note(ProofingFeedback feedback, double topMm) throws IOException {
        String note =
                "注：请填写并加盖公章后，以纸质或 PDF 形式提交中心联系人。未及时反馈者，将会影响 " + feedback.graduatingClass() + " 届毕业生学历电子注册和纸质照片交付。";
        double y = topMm;
        for (String line : TextFlow.lines(chain, note, points(RIGHT_MM - LEFT_MM) / NOTE_PT)) {
            text(line, NOTE_PT, LEFT_MM, y);
            y += 5.4;
        }
    }

    private void label(String text, double topMm, double bottomMm) throws IOException {
        centred(text, LEFT_MM, LEFT_MM + LABEL_COLUMN_MM, (topMm + bottomMm) / 2);
    }

    private void centred(String text, double leftMm, double rightMm, double middleMm) throws IOException {
        double width = Millimetres.ofPoints(chain.width(text) * LABEL_PT);
        text(text, LABEL_PT, (leftMm + rightMm - width) / 2, middleMm + 1.4);
    }

    private void text(String text, double sizePt, double xMm, double baselineMm) throws IOException {
        regular.draw(content, text, sizePt, 1, points(xMm), fromTop(baselineMm));
    }

    private void rule(double x1, double y1, double x2, double y2) throws IOException {
        content.setLineWidth(0.5f);
        content.moveTo(points(x1), fromTop(y1));
        content.lineTo(points(x2), fromTop(y2));
        content.stroke();
    }

    private FormRect place(double xMm, double topMm, double widthMm, double heightOfIt) {
        return new FormRect(points(xMm), fromTop(topMm + heightOfIt), points(widthMm), points(heightOfIt));
    }

    private float fromTop(double mm) {
        return points(heightMm - mm);
    }

    private static float points(double mm) {
        return (float) Millimetres.toPoints(mm);
    }
}
