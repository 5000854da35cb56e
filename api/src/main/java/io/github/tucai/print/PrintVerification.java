package io.github.tucai.print;

import java.util.List;

/**
 * What reading a finished document back found out.
 *
 * @param sheets pages
 * @param students distinct student numbers found
 * @param prints pictures found at a print's place
 * @param largestOffsetMm largest distance of a picture or contour from its planned edge
 * @param faults what does not hold, sheet by sheet; empty if everything does; names rows, never persons
 */
public record PrintVerification(int sheets, int students, int prints, double largestOffsetMm, List<String> faults) {
    /** How far a picture or contour may lie from its plan. */
    public static final double TOLERANCE_MM = 0.1;

    public PrintVerification {
        faults = List.copyOf(faults);
    }

    /** Whether the document shows what the job asked for: everybody, nobody twice, everything in its place. */
    public boolean holds() {
        return faults.isEmpty();
    }
}
