package io.github.tucai.print.internal;

import io.github.tucai.print.Box;
import io.github.tucai.print.Placement;
import io.github.tucai.print.PrintProfile;
import io.github.tucai.print.SeparatorCard;
import io.github.tucai.print.SheetPlan;
import java.util.ArrayList;
import java.util.List;

/** The cells of one sheet after the other, in reading order. */
final class Sheets {
    private final PrintProfile profile;
    private final int columns;
    private final int capacity;
    private final double leftMm;
    private final double topMm;
    private final List<SheetPlan> done = new ArrayList<>();
    private List<Placement> placements = new ArrayList<>();
    private List<SeparatorCard> cards = new ArrayList<>();
    private int cell;

    Sheets(PrintProfile profile) {
        this.profile = profile;
        columns = profile.columns();
        capacity = columns * profile.rows();
        leftMm = (profile.paper().widthMm() - spanMm(columns, profile.widthMm())) / 2;
        topMm = profile.paper().roll()
                ? profile.marginMm()
                : (profile.paper().heightMm() - spanMm(profile.rows(), profile.heightMm())) / 2;
    }

    /** Goes to the start of a row, unless it is at one. */
    void newRow() {
        cell = (cell + columns - 1) / columns * columns;
    }

    /** Goes to a new sheet if this one has fewer cells left; an empty sheet has to do. */
    void require(int cells) {
        if (cell + cells > capacity && cell > 0) {
            finish();
        }
    }

    /** Goes to a new row if this one has fewer cells left, and to a new sheet after the last row. */
    void requireInRow(int cells) {
        if (cell % columns + cells > columns) {
            newRow();
        }
        require(cells);
    }

    /** Takes the next cell. */
    Box next() {
        require(1);
        int row = cell / columns;
        int column = cell % columns;
        double x = leftMm + column * (profile.widthMm() + profile.gapMm());
        double y = topMm + row * (profile.heightMm() + profile.gapMm());
        cell++;
        return new Box(x, y, profile.widthMm(), profile.heightMm());
    }

    void add(Placement placement) {
        placements.add(placement);
    }

    void card(List<String> lines, int students) {
        cards.add(new SeparatorCard(lines, students, next()));
    }

    List<SheetPlan> finished() {
        if (cell > 0) {
            finish();
        }
        return List.copyOf(done);
    }

    private void finish() {
        done.add(new SheetPlan(done.size() + 1, profile.paper().widthMm(), heightMm(), placements, cards));
        placements = new ArrayList<>();
        cards = new ArrayList<>();
        cell = 0;
    }

    private double heightMm() {
        if (!profile.paper().roll()) {
            return profile.paper().heightMm();
        }
        int rows = (cell + columns - 1) / columns;
        return 2 * profile.marginMm() + spanMm(rows, profile.heightMm());
    }

    private double spanMm(int count, double lengthMm) {
        return count * lengthMm + (count - 1) * profile.gapMm();
    }
}
