package io.github.tucai.calibration.page;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Where the figures of a page come from.
 *
 * @param date when they were measured
 * @param command what was typed to measure them
 * @param measuredOn pictures, labels, profile, networks; a line each
 */
record Origin(LocalDate date, String command, List<String> measuredOn) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    Origin {
        measuredOn = List.copyOf(measuredOn);
    }

    String markdown() {
        return "Measured on " + DAY.format(date) + " by\n\n```\n" + command + "\n```\n\n"
                + "which wrote this page: change what it is made of, not the page. What was not measured on that day"
                + " stands under *What was tried*, with its own date.\n\n"
                + "Measured on:\n\n- " + String.join("\n- ", measuredOn) + "\n";
    }
}
