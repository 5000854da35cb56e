package io.github.tucai.print.internal;

import java.util.Comparator;

/**
 * Compares texts by code point, but runs of digits by their value: 2班 before 10班. Depends on no locale, so that a job has the
 * same order everywhere.
 */
final class NaturalOrder implements Comparator<String> {
    static final NaturalOrder INSTANCE = new NaturalOrder();

    private NaturalOrder() {}

    @Override
    public int compare(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            int endA = digitsEnd(a, i);
            int endB = digitsEnd(b, j);
            int result;
            if (endA > i && endB > j) {
                result = compareDigits(a.substring(i, endA), b.substring(j, endB));
                i = endA;
                j = endB;
            } else {
                result = Integer.compare(a.codePointAt(i), b.codePointAt(j));
                i += Character.charCount(a.codePointAt(i));
                j += Character.charCount(b.codePointAt(j));
            }
            if (result != 0) {
                return result;
            }
        }
        int rest = Integer.compare(a.length() - i, b.length() - j);
        // 007 and 7 have the same value; they must not count as the same text.
        return rest != 0 ? rest : a.compareTo(b);
    }

    private static int digitsEnd(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private static int compareDigits(String a, String b) {
        String x = withoutZeros(a);
        String y = withoutZeros(b);
        return x.length() != y.length() ? Integer.compare(x.length(), y.length()) : x.compareTo(y);
    }

    private static String withoutZeros(String digits) {
        int start = 0;
        while (start < digits.length() - 1 && digits.charAt(start) == '0') {
            start++;
        }
        return digits.substring(start);
    }
}
