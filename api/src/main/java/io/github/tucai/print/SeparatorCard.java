package io.github.tucai.print;

import java.util.List;
import java.util.Objects;

/**
 * A card before a group.
 *
 * @param lines school, college, class: what there is of them
 * @param students how many follow
 * @param box where, as large as a print
 */
public record SeparatorCard(List<String> lines, int students, Box box) {
    public SeparatorCard {
        lines = List.copyOf(lines);
        Objects.requireNonNull(box, "box");
        if (lines.isEmpty() || students < 1) {
            throw new IllegalArgumentException("a card names its group and counts at least one student");
        }
    }
}
