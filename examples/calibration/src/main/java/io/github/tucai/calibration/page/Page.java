package io.github.tucai.calibration.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A page of Markdown as it grows; not safe for concurrent use. */
final class Page {
    /** What prints a part of a page. */
    interface Part {
        void print(PrintStream out) throws IOException;
    }

    private final StringBuilder text = new StringBuilder();

    Page(String title, Origin origin) {
        text.append("# ").append(title).append("\n\n").append(origin.markdown());
    }

    Page section(String heading, String body) {
        text.append("\n## ").append(heading).append("\n\n").append(body.strip()).append('\n');
        return this;
    }

    /** What earlier runs measured, word for word. */
    Page tried(String name) {
        return section(
                "What was tried",
                "Every figure below was measured on the day in its heading or some days before, by what stood then;"
                        + " what was measured for this page stands above.\n\n"
                        + resource("tried/" + name));
    }

    String text() {
        return text.toString();
    }

    static String printed(Part part) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
            part.print(out);
        }
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    /** A text of this module. */
    static String resource(String name) {
        String path = "/io/github/tucai/calibration/" + name;
        try (InputStream in = Objects.requireNonNull(Page.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
