package io.github.tucai.calibration.dial;

import io.github.tucai.calibration.Count;
import io.github.tucai.calibration.limits.LabelledPhotos;
import java.io.PrintStream;
import java.util.Collection;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tables and curves of what is told by severity. */
public final class DegreeTables {
    private static final int COLUMNS = 4;
    private static final int WIDTH = 230;
    private static final int HEIGHT = 150;
    private static final int BORDER = 30;

    private final LabelledPhotos photos;
    private final Collection<DrawnPhotos> kinds;

    /** Of these kinds, in their order. */
    public DegreeTables(LabelledPhotos photos, Collection<DrawnPhotos> kinds) {
        this.photos = photos;
        this.kinds = kinds;
    }

    /** Prints a row a kind, sums, and a row for each place of each dial. */
    public void print(PrintStream out) {
        out.println(
                "| kind | unit | own checks | portraits, sources | just visible | plain | untouched told | just visible told | plain told | on dark skin | on other skin | plain accepted all the same |");
        out.println("|---|---|---|---|---|---|---|---|---|---|---|---|");
        kinds.forEach(kind -> print(kind, out));
        out.println("\nAll kinds: untouched told " + sum(DrawnPhotos::untouchedTold) + ", plain told "
                + sum(DrawnPhotos::plainTold) + ", on dark skin " + sum(kind -> kind.plainTold(true))
                + ", on other skin "
                + sum(kind -> kind.plainTold(false)) + ", plain accepted all the same "
                + sum(DrawnPhotos::plainAccepted) + ".\n");
        out.println("| kind | severity: told, of them failed, in per cent |");
        out.println("|---|---|");
        kinds.forEach(kind -> out.println("| " + kind.degree() + " | "
                + kind.degree().severities().stream()
                        .map(severity -> String.format(
                                Locale.ROOT,
                                "%s: %.0f, %.0f",
                                severity,
                                kind.told(severity).percent(),
                                kind.failed(severity).percent()))
                        .collect(Collectors.joining(" · "))
                + " |"));
    }

    private void print(DrawnPhotos kind, PrintStream out) {
        Degree degree = kind.degree();
        long sources = kind.bases().stream().map(photos::source).distinct().count();
        out.println("| " + degree + " | " + degree.unit() + " | "
                + degree.checks().stream().map(Object::toString).collect(Collectors.joining(", ")) + " | "
                + kind.bases().size() + ", " + sources + " | " + degree.justVisible() + " | " + degree.plain() + " | "
                + kind.untouchedTold() + " | " + kind.told(degree.justVisible()) + " | " + kind.plainTold() + " | "
                + kind.plainTold(true) + " | " + kind.plainTold(false) + " | " + kind.plainAccepted() + " |");
    }

    private Count sum(Function<DrawnPhotos, Count> figure) {
        long some = 0;
        long all = 0;
        for (DrawnPhotos kind : kinds) {
            Count count = figure.apply(kind);
            some += count.some();
            all += count.all();
        }
        return new Count(some, all);
    }

    /** A small curve for each kind: share told, the place on the dial to the right. */
    public String svg() {
        int rows = (kinds.size() + COLUMNS - 1) / COLUMNS;
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\""
                        + " font-size=\"10\">%n<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n",
                COLUMNS * WIDTH,
                rows * HEIGHT));
        int place = 0;
        for (DrawnPhotos kind : kinds) {
            curve(kind, place % COLUMNS * WIDTH, place / COLUMNS * HEIGHT, svg);
            place++;
        }
        return svg.append("</svg>\n").toString().replace(System.lineSeparator(), "\n");
    }

    private static void curve(DrawnPhotos kind, int left, int top, StringBuilder svg) {
        Degree degree = kind.degree();
        double most = degree.severities().get(degree.severities().size() - 1);
        int width = WIDTH - 2 * BORDER;
        int height = HEIGHT - 2 * BORDER;
        double plain = left + BORDER + width * degree.plain() / most;
        double visible = left + BORDER + width * degree.justVisible() / most;
        String points = degree.severities().stream()
                .map(severity -> String.format(
                        Locale.ROOT,
                        "%.1f,%.1f",
                        left + BORDER + width * severity / most,
                        top + BORDER + height * (1 - kind.told(severity).percent() / 100)))
                .collect(Collectors.joining(" "));
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"#eee\"/>%n"
                        + "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"#fdd\"/>%n"
                        + "<polyline points=\"%s\" fill=\"none\" stroke=\"#036\" stroke-width=\"2\"/>%n"
                        + "<text x=\"%d\" y=\"%d\">%s</text>%n<text x=\"%d\" y=\"%d\" fill=\"#555\">0 to %s %s</text>%n",
                left + BORDER,
                top + BORDER,
                visible - left - BORDER,
                height,
                plain,
                top + BORDER,
                left + BORDER + width - plain,
                height,
                points,
                left + BORDER,
                top + BORDER - 6,
                degree,
                left + BORDER,
                top + BORDER + height + 14,
                most,
                degree.unit()));
    }
}
