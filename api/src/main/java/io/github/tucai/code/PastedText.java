package io.github.tucai.code;

import java.lang.Character.UnicodeBlock;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Takes away from a pasted text what chat programs, mail and input methods add and what no code, being ASCII, can hold. */
final class PastedText {
    private static final int LEAST_BETWEEN_WORDS = 100;
    private static final int MOST_TIMES = 2;

    private final int[] text;
    private int from;
    private int to;

    private PastedText(String pasted) {
        text = pasted.codePoints()
                .filter(c -> !isUnseen(c))
                .map(c -> isBlank(c) ? ' ' : c)
                .toArray();
        to = text.length;
    }

    static String plain(String pasted) {
        PastedText text = new PastedText(pasted);
        text.dropWordsBefore();
        text.keepTheLongestBetweenWords();
        text.dropSignsAround();
        return IntStream.range(text.from, text.to)
                .mapToObj(i -> narrow(text.text[i]))
                .collect(Collectors.joining());
    }

    /** Chinese words with the signs among them, and the colon that belongs to them. */
    private void dropWordsBefore() {
        for (int at = from; at < to && (isHan(text[at]) || text[at] == ' ' || isPunctuation(text[at])); at++) {
            if (isHan(text[at])) {
                from = at + 1;
            }
        }
        if (from > 0) {
            dropSignsBefore();
            from = from < to && narrow(text[from]).equals(":") ? from + 1 : from;
        }
    }

    /**
     * A code is the longest text without Chinese by far; of two that are alike nobody knows which is meant, and a short one may
     * be no code at all.
     */
    private void keepTheLongestBetweenWords() {
        int longest = 0;
        int next = 0;
        int start = from;
        int end = to;
        for (int at = from, word = from; at <= to; at++) {
            if (at == to || isHan(text[at])) {
                if (at - word > longest) {
                    next = longest;
                    longest = at - word;
                    start = word;
                    end = at;
                } else {
                    next = Math.max(next, at - word);
                }
                word = at + 1;
            }
        }
        if (longest >= LEAST_BETWEEN_WORDS && longest > MOST_TIMES * next) {
            from = start;
            to = end;
        }
    }

    private void dropSignsBefore() {
        while (from < to && isSign(text[from])) {
            from++;
        }
    }

    private void dropSignsAround() {
        dropSignsBefore();
        while (from < to && isSign(text[to - 1])) {
            to--;
        }
    }

    private static boolean isUnseen(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> UnicodeBlock.VARIATION_SELECTORS.equals(UnicodeBlock.of(c));
        };
    }

    private static boolean isBlank(int c) {
        return Character.getType(c) == Character.SPACE_SEPARATOR;
    }

    private static boolean isHan(int c) {
        return UnicodeScript.of(c) == UnicodeScript.HAN;
    }

    /** A space, or a quote, bracket, stop or picture that is no wide form of an ASCII character. */
    private static boolean isSign(int c) {
        return c == ' ' || (isPunctuation(c) && !isWide(c));
    }

    private static boolean isPunctuation(int c) {
        return c > '~'
                && switch (Character.getType(c)) {
                    case Character.DASH_PUNCTUATION,
                            Character.START_PUNCTUATION,
                            Character.END_PUNCTUATION,
                            Character.CONNECTOR_PUNCTUATION,
                            Character.OTHER_PUNCTUATION,
                            Character.INITIAL_QUOTE_PUNCTUATION,
                            Character.FINAL_QUOTE_PUNCTUATION,
                            Character.MATH_SYMBOL,
                            Character.CURRENCY_SYMBOL,
                            Character.MODIFIER_SYMBOL,
                            Character.OTHER_SYMBOL -> true;
                    default -> false;
                };
    }

    private static boolean isWide(int c) {
        UnicodeBlock block = UnicodeBlock.of(c);
        return UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS.equals(block)
                || UnicodeBlock.SMALL_FORM_VARIANTS.equals(block);
    }

    private static String narrow(int c) {
        String text = Character.toString(c);
        return isWide(c) ? Normalizer.normalize(text, Normalizer.Form.NFKC) : text;
    }
}
