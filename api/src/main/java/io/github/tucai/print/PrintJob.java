package io.github.tucai.print;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Everything that decides what a document of prints looks like, so that equal jobs give equal bytes.
 *
 * @param items one per student; a message names an item by its position here, from 1
 * @param profile sizes and paper
 * @param order of the students
 * @param created the document's date
 */
public record PrintJob(List<PrintItem> items, PrintProfile profile, PrintOrder order, Instant created) {
    public PrintJob {
        items = List.copyOf(items);
        Objects.requireNonNull(profile, "profile");
        Objects.requireNonNull(order, "order");
        Objects.requireNonNull(created, "created");
        if (items.isEmpty()) {
            throw new IllegalArgumentException("items must not be empty");
        }
    }

    /** Students times copies. */
    public int prints() {
        return Math.multiplyExact(items.size(), profile.copies());
    }

    /** Counts only: items hold personal data. */
    @Override
    public String toString() {
        return "PrintJob[" + items.size() + " students, " + profile.id() + "]";
    }
}
