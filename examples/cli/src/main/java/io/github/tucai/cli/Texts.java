package io.github.tucai.cli;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/** The command line's own words, in the language of the locale. */
final class Texts {
    private static final String BUNDLE = "io.github.tucai.cli.Messages";

    private Texts() {}

    static String get(String key, Object... arguments) {
        return MessageFormat.format(ResourceBundle.getBundle(BUNDLE).getString(key), arguments);
    }
}
