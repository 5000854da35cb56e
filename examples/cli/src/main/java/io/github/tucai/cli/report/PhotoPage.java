package io.github.tucai.cli.report;

import io.github.tucai.cli.output.Html;
import io.github.tucai.photo.Advice;
import io.github.tucai.photo.Answer;
import io.github.tucai.photo.CheckId;
import io.github.tucai.photo.FileFacts;
import io.github.tucai.photo.Finding;
import io.github.tucai.photo.PhotoCheckResult;
import io.github.tucai.photo.Region;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The page of one photo: the picture with what was found in it, what to do, and every check with its number. */
final class PhotoPage {
    private static final int LONG_SIDE = 1000;

    private final String name;
    private final PhotoCheckResult result;
    private final Function<CheckId, Advice> titles;
    private final @Nullable BufferedImage picture;
    private final Html html = new Html();

    /**
     * A page.
     *
     * @param name of the file, for people
     * @param picture upright, of any size; null where the file holds none
     */
    PhotoPage(String name, PhotoCheckResult result, Function<CheckId, Advice> titles, @Nullable BufferedImage picture) {
        this.name = name;
        this.result = result;
        this.titles = titles;
        this.picture = picture;
    }

    String html() {
        Sheet.head(html, name + " · " + Words.verdict(result.verdict()).zhCn());
        html.raw("<nav><a href=\"index.html\">← " + Words.both("全部照片", "all photos") + "</a></nav>");
        header();
        html.open("main", "photo");
        if (picture != null) {
            figure(picture);
        }
        html.open("section", "told");
        told();
        html.close("section").close("main");
        table();
        Sheet.foot(html);
        return html.toString();
    }

    private void header() {
        String tone = Words.tone(result.verdict());
        html.raw("<header><h1>" + Html.escape(name) + "</h1>")
                .raw("<p class=\"verdict " + tone + "\"><b>" + Words.sign(result.verdict()) + "</b> "
                        + Words.both(Words.verdict(result.verdict())) + "</p>")
                .raw("<p class=\"facts\">" + Html.escape(facts()) + "</p></header>");
    }

    private String facts() {
        FileFacts file = result.measurements().file();
        String size = file.isDecoded() ? " · " + file.width() + " × " + file.height() + " px" : "";
        return result.profile() + " · " + result.stage().name().toLowerCase(Locale.ROOT) + " · " + file.format() + size
                + " · " + String.format(Locale.ROOT, "%.0f KB", file.sizeBytes() / 1024.0);
    }

    private void figure(BufferedImage whole) {
        BufferedImage small = SmallPicture.fitted(whole, LONG_SIDE);
        FileFacts file = result.measurements().file();
        html.open("figure", "")
                .raw("<img alt=\"" + Html.escape(name) + "\" width=\"" + small.getWidth() + "\" height=\""
                        + small.getHeight() + "\" src=\"" + SmallPicture.dataUri(small) + "\">")
                .raw("<svg viewBox=\"0 0 " + file.width() + " " + file.height()
                        + "\" preserveAspectRatio=\"none\" aria-hidden=\"true\">");
        // The first one told is drawn last and so lies on top.
        List<Map.Entry<Region, String>> frames = List.copyOf(frames().entrySet());
        for (int i = frames.size() - 1; i >= 0; i--) {
            frame(frames.get(i).getKey(), frames.get(i).getValue(), file);
        }
        html.raw("</svg>").close("figure");
    }

    /** Places of what is told with their numbers; findings that share a place share the frame. */
    private Map<Region, String> frames() {
        Map<Region, String> frames = new LinkedHashMap<>();
        for (int i = 0; i < result.told().size(); i++) {
            Region region = result.told().get(i).region();
            if (region != null) {
                frames.merge(region, String.valueOf(i + 1), (one, other) -> one + "·" + other);
            }
        }
        return frames;
    }

    private void frame(Region region, String numbers, FileFacts file) {
        double line = Math.max(file.width(), file.height()) / 250.0;
        double text = line * 9;
        double left = Math.max(line, Math.min(region.x(), file.width() - 4 * line));
        double top = Math.max(line, Math.min(region.y(), file.height() - 4 * line));
        double width = Math.max(3 * line, Math.min(region.width(), file.width() - left - line));
        double height = Math.max(3 * line, Math.min(region.height(), file.height() - top - line));
        Finding first = result.told().get(Integer.parseInt(numbers.split("·", -1)[0]) - 1);
        String place = String.format(
                Locale.ROOT, "x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"", left, top, width, height);
        double labelWidth = text * (0.5 + 0.6 * numbers.length());
        double labelLeft = Math.min(left, file.width() - labelWidth);
        double labelTop = top >= text * 1.25 ? top - text * 1.25 : top;
        html.raw("<g class=\"" + Words.tone(first) + "\"><rect class=\"halo\" rx=\"" + (int) (2 * line) + "\" " + place
                        + "/><rect class=\"line\" rx=\"" + (int) (2 * line) + "\" " + place + "/>")
                .raw(String.format(
                        Locale.ROOT,
                        "<rect class=\"label\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"%.1f\"/>",
                        labelLeft,
                        labelTop,
                        labelWidth,
                        text * 1.25,
                        line))
                .raw(String.format(
                        Locale.ROOT,
                        "<text x=\"%.1f\" y=\"%.1f\" font-size=\"%.1f\">%s</text></g>",
                        labelLeft + labelWidth / 2,
                        labelTop + text * 0.98,
                        text,
                        numbers));
    }

    private void told() {
        if (result.told().isEmpty()) {
            html.raw("<p class=\"fine\">" + Words.both("没有发现问题。", "Nothing was found wrong.") + "</p>");
            return;
        }
        html.raw("<h2>" + Words.both("请注意", "what to do") + "</h2><ol>");
        for (Finding finding : result.told()) {
            html.raw("<li class=\"" + Words.tone(finding) + "\"><h3><b>" + Words.sign(finding) + "</b> "
                            + Words.both(titles.apply(finding.check())) + "</h3>")
                    .raw("<p>" + Html.escape(finding.advice().zhCn()) + "</p>")
                    .raw("<p class=\"en\" lang=\"en\">"
                            + Html.escape(finding.advice().en()) + "</p>")
                    .raw("<p class=\"number\">" + Words.both(Words.severity(finding.severity())) + measured(finding)
                            + bar(finding) + "</p></li>");
        }
        html.raw("</ol>");
    }

    private static String measured(Finding finding) {
        String limit = finding.limit().isEmpty() ? "" : " <span class=\"limit\">(" + limit(finding) + ")</span>";
        return finding.value().isEmpty() ? "" : " · " + value(finding) + limit;
    }

    private static String value(Finding finding) {
        if (finding.value().isEmpty()) {
            return "";
        }
        double value = finding.value().getAsDouble();
        String digits = value == Math.rint(value) && Math.abs(value) < 1e9
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.3g", value);
        return Html.escape((digits + " " + finding.unit()).strip());
    }

    private static String limit(Finding finding) {
        return Html.escape(finding.limit().replace(">=", "≥").replace("<=", "≤").replace("..", " – "));
    }

    /** The score on a line from 0 to 100 whose middle is the limit. */
    private static String bar(Finding finding) {
        if (finding.score().isEmpty()) {
            return "";
        }
        String score = String.format(Locale.ROOT, "%.1f", finding.score().getAsDouble());
        return " <span class=\"bar " + Words.tone(finding) + "\" title=\"0–100, 50 = limit\"><i style=\"left:" + score
                + "%\"></i></span><span class=\"score\">" + score + "</span>";
    }

    private void table() {
        html.raw("<h2>" + Words.both("全部检查项", "every check") + " <span class=\"en\">" + counts() + "</span></h2>")
                .raw("<table><thead><tr><th></th><th>" + Words.both("检查项", "check") + "</th><th>"
                        + Words.both("测量值", "value") + "</th><th>" + Words.both("限值", "limit") + "</th><th>"
                        + Words.both("得分", "score") + "</th><th>" + Words.both("要求", "weight") + "</th><th>"
                        + Words.both("依据", "clause") + "</th></tr></thead><tbody>");
        result.findings().forEach(this::row);
        html.raw("</tbody></table>");
    }

    private String counts() {
        StringBuilder counts = new StringBuilder();
        for (Answer answer : List.of(Answer.FAIL, Answer.UNSURE, Answer.PASS, Answer.SKIPPED)) {
            long count = result.findings().stream()
                    .filter(finding -> finding.answer() == answer)
                    .count();
            counts.append(counts.isEmpty() ? "" : " · ")
                    .append(Words.sign(answer))
                    .append(' ')
                    .append(count);
        }
        return counts.toString();
    }

    private void row(Finding finding) {
        String skipped =
                finding.answer() == Answer.SKIPPED ? "<br><small>" + Words.both(finding.advice()) + "</small>" : "";
        html.raw("<tr class=\"" + Words.tone(finding) + "\"><td class=\"sign\" title=\""
                + Html.escape(Words.answer(finding.answer()).en()) + "\">" + Words.sign(finding) + "</td><td>"
                + Words.both(titles.apply(finding.check())) + " <code>" + finding.check() + "</code>" + skipped
                + "</td><td>" + value(finding) + "</td><td>" + limit(finding) + "</td><td class=\"scored\">"
                + bar(finding) + "</td><td>" + Words.both(Words.severity(finding.severity())) + "</td><td>"
                + Html.escape(finding.clause()) + "</td></tr>");
    }
}
