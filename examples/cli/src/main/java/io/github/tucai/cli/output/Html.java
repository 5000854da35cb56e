package io.github.tucai.cli.output;

/** Builds a page piece by piece; every text is escaped unless it is already markup. */
public final class Html {
    private final StringBuilder out = new StringBuilder(1 << 16);

    /** Text as markup; fit for attributes in double quotes too. */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Markup as it is. */
    public Html raw(String markup) {
        out.append(markup).append('\n');
        return this;
    }

    /** An element around a text. */
    public Html text(String tag, String cssClass, String text) {
        return raw("<" + tag + " class=\"" + cssClass + "\">" + escape(text) + "</" + tag + ">");
    }

    /** Opens an element. */
    public Html open(String tag, String cssClass) {
        return raw("<" + tag + " class=\"" + cssClass + "\">");
    }

    /** Closes one. */
    public Html close(String tag) {
        return raw("</" + tag + ">");
    }

    /** A picture that opens in full when clicked. */
    public Html picture(String file, String alt) {
        String path = escape(file);
        return raw(
                "<a href=\"" + path + "\"><img loading=\"lazy\" src=\"" + path + "\" alt=\"" + escape(alt) + "\"></a>");
    }

    /** A link to a file beside the page. */
    public Html link(String file, String text) {
        return raw("<a class=\"file\" href=\"" + escape(file) + "\">" + escape(text) + "</a>");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
