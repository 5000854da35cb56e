package io.github.tucai.schedule;

import java.util.regex.Pattern;

/**
 * A region whose schools capture in one span (N2.1a): in the notice, a city (市).
 *
 * @param id stable, lower-case, such as {@code xuzhou}
 * @param name as printed, such as 徐州, 1 to 32 characters
 */
public record CaptureRegion(String id, String name) {
    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,32}");

    public CaptureRegion {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("region id must be 1 to 32 of a-z, 0-9 and -, got '" + id + "'");
        }
        if (name.isBlank() || name.length() > 32) {
            throw new IllegalArgumentException("region name must have 1 to 32 characters, got " + name.length());
        }
    }
}
