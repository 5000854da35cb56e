package io.github.tucai.cli;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.jspecify.annotations.Nullable;

/**
 * A cell of print data: the text a person sees in it, or why that cannot be told.
 *
 * @param place such as {@code C7}; empty where the file has no such names
 * @param text stripped; empty where there is a fault
 * @param fault what the cell holds instead of a text; null where nothing is wrong
 */
record PrintCell(String place, String text, @Nullable Fault fault) {
    /** What no text can be made of without guessing. */
    enum Fault {
        /** A stored result may be stale or made up; a value of a person is typed, not computed. */
        FORMULA,
        ERROR,
        TRUTH,
        DATE,
        /** Spreadsheets keep 15 digits: what was typed is gone. */
        LONG_NUMBER,
        NUMBER;

        /** What it is and what to do, in the language of the locale. */
        String words() {
            return Texts.get("plan.cell." + name());
        }
    }

    private static final BigDecimal EXACT = BigDecimal.TEN.pow(15);
    /** The last is what a column that is too narrow shows of a date or a number. */
    private static final Pattern ERRORS = Pattern.compile("#(N/A|DIV/0!|GETTING_DATA|[A-Z]+[!?])|#+");

    private static final Pattern TRUTHS = Pattern.compile("(?i)true|false");
    /** What spreadsheets make of {@code 1-21} or {@code 8:30} and export, by the Chinese settings and by the English ones. */
    private static final Pattern EXPORTED_DATE = exportedDate();

    private static final Pattern EXPORTED_NUMBER = Pattern.compile("\\d(\\.\\d+)?E\\+\\d+");
    /** Colours and locales, room for a bracket, fill characters, an escaped blank: nothing of it is seen as text. */
    private static final Pattern UNSEEN = Pattern.compile("\\[[^]]*]|_.|\\*.|\\\\ |\\s");

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\\\.");
    private static final Pattern DIGITS = Pattern.compile("[#?]*(0+)");
    private static final Set<String> AS_TYPED = Set.of("General", "G/通用格式", "@");
    private static final Pattern DATE_LETTERS = Pattern.compile("(?i)[ymdhs年月日时分秒]");

    /** Where a row has nothing. */
    static PrintCell nothing() {
        return new PrintCell("", "", null);
    }

    /** Of a text file, which holds what a spreadsheet showed when it was exported. */
    static PrintCell of(String exported) {
        String text = exported.strip();
        if (text.startsWith("=")) {
            return faulty("", Fault.FORMULA);
        }
        if (TRUTHS.matcher(text).matches()) {
            return faulty("", Fault.TRUTH);
        }
        if (EXPORTED_DATE.matcher(text).matches()) {
            return faulty("", Fault.DATE);
        }
        if (EXPORTED_NUMBER.matcher(text).matches()) {
            return faulty("", Fault.LONG_NUMBER);
        }
        return typed("", text);
    }

    /** Of a workbook. */
    static PrintCell of(@Nullable Cell cell) {
        if (cell == null) {
            return nothing();
        }
        String place = cell.getAddress().toString();
        return switch (cell.getType()) {
            case EMPTY -> nothing();
            case STRING -> typed(place, cell.getText().strip());
            case NUMBER -> number(place, cell);
            case FORMULA -> faulty(place, Fault.FORMULA);
            case BOOLEAN -> faulty(place, Fault.TRUTH);
            case ERROR ->
                faulty(
                        place,
                        EXPORTED_DATE
                                        .matcher(Objects.requireNonNullElse(cell.getText(), ""))
                                        .matches()
                                ? Fault.DATE
                                : Fault.ERROR);
        };
    }

    /** Only what a calendar and a clock have: {@code 2021-21-3} can be a class. */
    private static Pattern exportedDate() {
        String month = "(0?[1-9]|1[0-2])";
        String day = "(0?[1-9]|[12]\\d|3[01])";
        String named = "(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)";
        String year = "(19|20)\\d{2}";
        String date = String.join(
                "|",
                year + "(?<between>[-/.])" + month + "\\k<between>" + day,
                month + "/" + day + "/(" + year + "|\\d{2})",
                day + "/" + month + "/(" + year + "|\\d{2})",
                "(" + year + "年)?" + month + "月" + day + "日",
                year + "年" + month + "月",
                named + "-(" + year + "|\\d{2})",
                day + "-" + named + "(-(" + year + "|\\d{2}))?");
        String hour = "([01]?\\d|2[0-3])";
        String time = "([上下]午 ?)?" + hour + "(:[0-5]\\d(:[0-5]\\d([.]\\d+)?)?( ?[AP]M)?|时[0-5]?\\d分([0-5]?\\d秒)?)Z?";
        return Pattern.compile("(" + date + ")( ?(星期|周).)?([ T]" + time + ")?|T?" + time);
    }

    private static PrintCell typed(String place, String text) {
        return ERRORS.matcher(text).matches() ? faulty(place, Fault.ERROR) : new PrintCell(place, text, null);
    }

    private static PrintCell faulty(String place, Fault fault) {
        return new PrintCell(place, "", fault);
    }

    private static PrintCell number(String place, Cell cell) {
        NumberFormat format = NumberFormat.of(cell);
        BigDecimal value = cell.asNumber();
        if (format.isDate()) {
            return faulty(place, Fault.DATE);
        }
        if (value.abs().compareTo(EXACT) >= 0) {
            return faulty(place, Fault.LONG_NUMBER);
        }
        boolean whole = value.signum() >= 0 && value.stripTrailingZeros().scale() <= 0;
        return whole && format.digits().isPresent()
                ? new PrintCell(place, padded(value, format.digits().get()), null)
                : faulty(place, Fault.NUMBER);
    }

    private static String padded(BigDecimal value, int digits) {
        String text = value.toBigIntegerExact().toString();
        return "0".repeat(Math.max(0, digits - text.length())) + text;
    }

    /**
     * How a spreadsheet shows a number.
     *
     * @param isDate as a day or a time
     * @param digits how many it shows at least, zeros in front; empty where it shows a whole number otherwise
     */
    private record NumberFormat(boolean isDate, Optional<Integer> digits) {
        private static final NumberFormat TYPED = new NumberFormat(false, Optional.of(1));

        static NumberFormat of(Cell cell) {
            Integer id = cell.getDataFormatId();
            String text = cell.getDataFormatString();
            if (id == null || id <= 1 || id == 49) {
                return TYPED;
            }
            return text == null || isBuiltIn(id) ? new NumberFormat(isBuiltInDate(id), Optional.empty()) : of(text);
        }

        private static boolean isBuiltIn(int id) {
            return id < 164;
        }

        /** ECMA-376 part 1, 18.8.30: 27 to 36 and 50 to 58 are the dates of Chinese, Japanese and Korean. */
        private static boolean isBuiltInDate(int id) {
            return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
        }

        private static NumberFormat of(String format) {
            // What follows is for negative numbers and zero.
            String seen = UNSEEN.matcher(format.split(";", 2)[0]).replaceAll("");
            if (AS_TYPED.contains(seen)) {
                return TYPED;
            }
            Matcher digits = DIGITS.matcher(seen);
            return digits.matches()
                    ? new NumberFormat(false, Optional.of(digits.group(1).length()))
                    : new NumberFormat(
                            DATE_LETTERS
                                    .matcher(QUOTED.matcher(seen).replaceAll(""))
                                    .find(),
                            Optional.empty());
        }
    }

    /** Shows nothing of a person. */
    @Override
    public String toString() {
        return "PrintCell[" + place + "]";
    }
}
