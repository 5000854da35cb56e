package io.github.tucai.imaging.internal.measure;

import io.github.tucai.imaging.internal.model.Part;
import java.util.EnumMap;
import java.util.Map;

/** How often each part occurs in a zone. */
final class PartCount {
    private static final int[] NONE = {0};

    // A number in an array counts without a new object each time.
    private final Map<Part, int[]> counts = new EnumMap<>(Part.class);
    private final double pixelArea;
    private int total;

    /**
     * Nothing counted yet.
     *
     * @param pixelArea of one pixel in squared eye distances
     */
    PartCount(double pixelArea) {
        this.pixelArea = pixelArea;
    }

    void add(Part part) {
        counts.computeIfAbsent(part, key -> new int[1])[0]++;
        total++;
    }

    /** Share of the zone, 0 to 1; NaN where the zone lies outside the picture. */
    double share(Part... parts) {
        return (double) pixels(parts) / total;
    }

    /** In squared eye distances. */
    double area(Part... parts) {
        return pixels(parts) * pixelArea;
    }

    int total() {
        return total;
    }

    private int pixels(Part... parts) {
        int pixels = 0;
        for (Part part : parts) {
            pixels += counts.getOrDefault(part, NONE)[0];
        }
        return pixels;
    }
}
