package io.github.tucai.print;

import java.util.Objects;

/**
 * One print on a sheet.
 *
 * @param item whose
 * @param row position of the item in the job, from 1
 * @param copy which of the student's prints, from 1
 * @param print the whole print: the kiss-cut contour
 * @param image upper part
 * @param information lower part
 */
public record Placement(PrintItem item, int row, int copy, Box print, Box image, Box information) {
    public Placement {
        Objects.requireNonNull(item, "item");
        if (row < 1 || copy < 1) {
            throw new IllegalArgumentException("row and copy count from 1, got " + row + ", " + copy);
        }
        if (!print.contains(image) || !print.contains(information) || image.overlaps(information)) {
            throw new IllegalArgumentException("image and information must lie apart inside the print");
        }
    }
}
