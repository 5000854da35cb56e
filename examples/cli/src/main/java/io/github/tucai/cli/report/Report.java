package io.github.tucai.cli.report;

import io.github.tucai.cli.output.Html;
import io.github.tucai.cli.output.WholeFile;
import io.github.tucai.photo.Advice;
import io.github.tucai.photo.CheckId;
import io.github.tucai.photo.Finding;
import io.github.tucai.photo.PhotoCheckResult;
import io.github.tucai.photo.Verdict;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A folder of pages: {@code index.html} shows all photos, each links to a page of its own. Whoever checks many photos at
 * once calls {@link #page} from any thread and {@link #add} from one, in order; nothing of a photo stays in memory.
 */
public final class Report implements AutoCloseable {
    /** Names that pages of photos must not have, in lower case, without the ending. */
    public static final Set<String> TAKEN = Set.of("index");

    private static final int THUMBNAIL = 220;
    private static final int MOST_FREQUENT = 12;

    private final Path folder;
    private final Function<CheckId, Advice> titles;
    private final Path cards;
    private final Writer writer;
    private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    private final Map<CheckId, Integer> faults = new LinkedHashMap<>();
    private int unread;

    /**
     * Makes the folder.
     *
     * @param titles what checks are called
     */
    public Report(Path folder, Function<CheckId, Advice> titles) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.titles = titles;
        this.cards = Files.createTempFile(folder, "cards", ".tmp");
        this.writer = Files.newBufferedWriter(cards);
    }

    /** The sheet of a report in a folder. */
    public static Path index(Path folder) {
        return folder.resolve("index.html");
    }

    /** The page of one photo in a folder, by its name without ending. */
    public static Path file(Path folder, String name) {
        return folder.resolve(name + ".html");
    }

    /**
     * A photo on the sheet.
     *
     * @param html of its card
     * @param verdict empty where the file could not be read
     * @param faults what moved the verdict
     */
    public record Card(String html, Optional<Verdict> verdict, List<CheckId> faults) {
        /** A card. */
        public Card {
            faults = List.copyOf(faults);
        }
    }

    /**
     * Writes the page of one photo. Safe for concurrent use.
     *
     * @param file as the caller names it
     * @param name of the page without its ending, like no other's
     * @param picture upright; null where the file holds none
     */
    public Card page(String file, String name, PhotoCheckResult result, @Nullable BufferedImage picture)
            throws IOException {
        Path page = file(folder, name);
        WholeFile.write(page, new PhotoPage(name, result, titles, picture).html());
        List<CheckId> found = result.told().stream()
                .filter(Words::decides)
                .map(Finding::check)
                .toList();
        String why = found.isEmpty() ? "" : Words.both(titles.apply(found.get(0)));
        String more = found.size() > 1 ? " +" + (found.size() - 1) : "";
        String image = picture == null
                ? "<span class=\"none\">" + Words.both("无图像", "no picture") + "</span>"
                : "<img alt=\"\" src=\"" + SmallPicture.dataUri(SmallPicture.fitted(picture, THUMBNAIL)) + "\">";
        String card = "<a class=\"card " + Words.tone(result.verdict()) + "\" title=\"" + Html.escape(file)
                + "\" href=\"" + Html.escape(link(String.valueOf(page.getFileName()))) + "\">" + image
                + "<span class=\"verdict\"><b>"
                + Words.sign(result.verdict()) + "</b> " + Words.both(Words.verdict(result.verdict()))
                + "</span><span class=\"name\">" + Html.escape(name) + "</span><span class=\"why\">" + why + more
                + "</span></a>";
        return new Card(card, Optional.of(result.verdict()), found);
    }

    /** A file that could not be read at all. */
    public static Card unreadable(String name, String error) {
        return new Card(
                "<div class=\"card fail\"><span class=\"none\">" + Words.both("无图像", "no picture")
                        + "</span><span class=\"verdict\"><b>✕</b> " + Words.both("无法读取", "cannot be read")
                        + "</span><span class=\"name\">" + Html.escape(name) + "</span><span class=\"why\">"
                        + Html.escape(error) + "</span></div>",
                Optional.empty(),
                List.of());
    }

    /** The next card on the sheet; from one thread. */
    public void add(Card card) throws IOException {
        writer.write(card.html());
        writer.write('\n');
        card.verdict().ifPresentOrElse(verdict -> verdicts.merge(verdict, 1, Integer::sum), () -> unread++);
        card.faults().forEach(check -> faults.merge(check, 1, Integer::sum));
    }

    /** Writes the sheet. */
    @Override
    public void close() throws IOException {
        writer.close();
        try (BufferedReader all = Files.newBufferedReader(cards)) {
            WholeFile.write(index(folder), out -> sheet(all, out));
        } finally {
            Files.deleteIfExists(cards);
        }
    }

    private void sheet(BufferedReader all, OutputStream out) throws IOException {
        Writer index = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        Html head = new Html();
        Sheet.head(head, "照片检测报告 · photo check");
        summary(head);
        index.write(head.raw("<main class=\"cards\">").toString());
        all.transferTo(index);
        Html foot = new Html().raw("</main>");
        Sheet.foot(foot);
        index.write(foot.toString());
        index.flush();
    }

    private void summary(Html html) {
        int photos = verdicts.values().stream().mapToInt(Integer::intValue).sum() + unread;
        html.raw("<header><h1>" + Words.both("照片检测报告", "photo check") + "</h1><p class=\"totals\">");
        html.raw("<span>" + photos + " " + Words.both("张照片", "photos") + "</span>");
        for (Verdict verdict : Verdict.values()) {
            total(
                    html,
                    Words.tone(verdict),
                    Words.sign(verdict),
                    verdicts.getOrDefault(verdict, 0),
                    Words.verdict(verdict));
        }
        if (unread > 0) {
            total(html, "fail", "✕", unread, new Advice("无法读取", "cannot be read"));
        }
        html.raw("</p></header>");
        frequent(html, photos);
    }

    private static void total(Html html, String tone, String sign, int count, Advice words) {
        html.raw("<span class=\"" + tone + "\"><b>" + sign + "</b> " + count + " " + Words.both(words) + "</span>");
    }

    /** What to tell a whole class before the next day of photos. */
    private void frequent(Html html, int photos) {
        if (faults.isEmpty() || photos < 2) {
            return;
        }
        html.raw("<h2>" + Words.both("最常见的问题", "most frequent") + "</h2><table class=\"frequent\"><tbody>");
        faults.entrySet().stream()
                .sorted(Map.Entry.<CheckId, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry::getKey, Comparator.comparing(CheckId::value)))
                .limit(MOST_FREQUENT)
                .forEach(entry -> html.raw("<tr><td>" + Words.both(titles.apply(entry.getKey())) + "</td><td>"
                        + entry.getValue() + "</td><td class=\"share\"><i style=\"width:"
                        + 100 * entry.getValue() / photos
                        + "%\"></i></td></tr>"));
        html.raw("</tbody></table>");
    }

    /** A page's file name as an address: names of files hold anything. */
    private static String link(String page) {
        return "./" + URLEncoder.encode(page, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
