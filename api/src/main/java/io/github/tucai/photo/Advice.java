package io.github.tucai.photo;

import java.util.Locale;
import java.util.Objects;

/**
 * What a student should do, in the two languages of the library.
 *
 * @param zhCn Simplified Chinese
 * @param en English
 */
public record Advice(String zhCn, String en) {
    public Advice {
        Objects.requireNonNull(zhCn, "zhCn");
        Objects.requireNonNull(en, "en");
    }

    /** The text for a locale: Chinese for Chinese, English for all others. */
    public String in(Locale locale) {
        return Locale.CHINESE.getLanguage().equals(locale.getLanguage()) ? zhCn : en;
    }
}
