package io.github.tucai.print.internal;

import io.github.tucai.print.Box;
import io.github.tucai.print.Placement;
import io.github.tucai.print.PrintField;
import io.github.tucai.print.PrintItem;
import io.github.tucai.print.PrintJob;
import io.github.tucai.print.PrintOrder;
import io.github.tucai.print.PrintProfile;
import io.github.tucai.print.Separators;
import io.github.tucai.print.SheetPlan;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Puts students into the cells of a grid: one row each where a row can hold one, else cell after cell. */
final class SheetPlanner {
    private static final Comparator<PrintItem> BY_CLASS = Comparator.comparing(
                    (PrintItem item) -> item.schoolName(), NaturalOrder.INSTANCE)
            .thenComparing(item -> item.college().name(), NaturalOrder.INSTANCE)
            .thenComparing(item -> item.className().name(), NaturalOrder.INSTANCE)
            .thenComparing(item -> item.studentNumber().value(), NaturalOrder.INSTANCE);

    private final PrintJob job;
    private final PrintProfile profile;
    private final Sheets sheets;
    private final boolean wholeRows;

    private SheetPlanner(PrintJob job) {
        this.job = job;
        profile = job.profile();
        sheets = new Sheets(profile);
        wholeRows = profile.columns() >= profile.copies();
    }

    static List<SheetPlan> plan(PrintJob job) {
        return new SheetPlanner(job).plan();
    }

    private List<SheetPlan> plan() {
        List<Integer> order = order();
        int groupEnd = 0;
        for (int at = 0; at < order.size(); at++) {
            if (at == groupEnd && profile.separators() != Separators.NONE) {
                groupEnd = groupEnd(order, at);
                separate(group(order.get(at)), groupEnd - at);
            }
            place(order.get(at));
        }
        return sheets.finished();
    }

    private List<Integer> order() {
        Stream<Integer> rows = IntStream.range(0, job.items().size()).boxed();
        if (job.order() == PrintOrder.AS_GIVEN) {
            return rows.toList();
        }
        return rows.sorted(Comparator.comparing(job.items()::get, BY_CLASS)).toList();
    }

    private int groupEnd(List<Integer> order, int from) {
        List<String> group = group(order.get(from));
        int end = from + 1;
        while (end < order.size() && group(order.get(end)).equals(group)) {
            end++;
        }
        return end;
    }

    private List<String> group(int row) {
        PrintItem item = job.items().get(row);
        String className = profile.separators() == Separators.CLASS ? item.text(PrintField.CLASS) : "";
        return List.of(item.schoolName(), item.text(PrintField.COLLEGE), className);
    }

    private void separate(List<String> group, int students) {
        List<String> lines = group.stream().filter(line -> !line.isEmpty()).toList();
        if (wholeRows && profile.rows() > 1) {
            sheets.newRow();
            // A card at the very end of a sheet would stand apart from its group.
            sheets.require(2 * profile.columns());
            sheets.card(lines, students);
            sheets.newRow();
        } else {
            sheets.require(1 + (wholeRows || profile.studentOnOneSheet() ? profile.copies() : 1));
            sheets.card(lines, students);
        }
    }

    private void place(int row) {
        PrintItem item = job.items().get(row);
        if (wholeRows) {
            sheets.requireInRow(profile.copies());
        } else if (profile.studentOnOneSheet()) {
            sheets.require(profile.copies());
        }
        for (int copy = 1; copy <= profile.copies(); copy++) {
            Box print = sheets.next();
            Box image = new Box(print.xMm(), print.yMm(), print.widthMm(), profile.imageHeightMm());
            Box information = new Box(
                    print.xMm(), print.yMm() + profile.imageHeightMm(), print.widthMm(), profile.informationHeightMm());
            sheets.add(new Placement(item, row + 1, copy, print, image, information));
        }
    }
}
