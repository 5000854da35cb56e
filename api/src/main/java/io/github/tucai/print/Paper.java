package io.github.tucai.print;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What is printed on: a sheet, or a roll that is cut to the length in use. Sizes of sheets: STANDARDS.md §8.
 *
 * @param name as people order it, such as {@code A4}
 * @param widthMm the edge across the rows
 * @param heightMm the other edge; of a roll, the longest piece
 * @param roll whether a piece is only as long as its rows need
 */
public record Paper(String name, double widthMm, double heightMm, boolean roll) {
    /** Portrait A4: five columns of 33 mm, one row per student. */
    public static final Paper A4 = new Paper("A4", 210, 297, false);
    /** Seven-inch photo paper (7寸), landscape, so that a row holds one student. */
    public static final Paper FIVE_R = new Paper("5R", 178, 127, false);
    /** Six-inch photo paper (6寸), landscape. */
    public static final Paper FOUR_R = new Paper("4R", 152, 102, false);
    /** An eight-inch roll of 203 mm, in pieces of at most one metre; no public text names a roll, so choose your own. */
    public static final Paper ROLL = new Paper("ROLL", 203, 1000, true);

    private static final List<Paper> KNOWN = List.of(A4, FIVE_R, FOUR_R, ROLL);
    // The largest page a PDF can have is 14400 points.
    private static final double LONGEST_MM = 5080;

    public Paper {
        Objects.requireNonNull(name, "name");
        if (name.isBlank()) {
            throw new IllegalArgumentException("name must not be blank");
        }
        if (!(widthMm > 0 && widthMm <= LONGEST_MM) || !(heightMm > 0 && heightMm <= LONGEST_MM)) {
            throw new IllegalArgumentException("widthMm and heightMm must be more than 0 and at most " + LONGEST_MM
                    + ", got " + widthMm + ", " + heightMm);
        }
    }

    /**
     * Finds a paper by name: {@code A4}, {@code 5R}, {@code 4R} or {@code ROLL}, in any case.
     *
     * @throws IllegalArgumentException if there is no such paper
     */
    public static Paper parse(String text) {
        String wanted = text.strip().toUpperCase(Locale.ROOT);
        return KNOWN.stream()
                .filter(paper -> paper.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("paper must be one of A4, 5R, 4R, ROLL"));
    }
}
