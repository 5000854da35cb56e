package io.github.tucai.cli.report;

import io.github.tucai.cli.output.Html;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Head and foot of every page. A page needs nothing but itself, and asks nobody for anything. */
final class Sheet {
    private Sheet() {}

    static void head(Html html, String title) {
        html.raw("<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\">")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .raw("<meta name=\"referrer\" content=\"no-referrer\">")
                .raw("<meta http-equiv=\"Content-Security-Policy\""
                        + " content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\">")
                .raw("<title>" + Html.escape(title) + "</title><style>" + style() + "</style></head><body>");
    }

    static void foot(Html html) {
        html.raw("<footer>"
                        + Words.both(
                                "本页含个人照片，请妥善保管，用后删除。",
                                "This page holds a person's photo: keep it safe and delete it after use.")
                        + " · 图采 Tucai</footer>")
                .raw("</body></html>");
    }

    private static String style() {
        try (InputStream in = Sheet.class.getResourceAsStream("report.css")) {
            return new String(Objects.requireNonNull(in, "report.css").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
