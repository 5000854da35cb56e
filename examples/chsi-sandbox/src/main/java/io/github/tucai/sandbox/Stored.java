package io.github.tucai.sandbox;

import io.github.tucai.delivery.DeliveryKey;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An image that the registry stored, and how it stands now.
 *
 * @param image as it was stored
 * @param standing valid, or why not
 */
public record Stored(StoredImage image, Standing standing) {
    /** How an image stands. */
    public enum Standing {
        /** The one of its enrolment. */
        VALID,
        /** A later version, or the same one stored again, took its place. */
        SUPERSEDED,
        /** Its version was withdrawn. */
        WITHDRAWN
    }

    public Stored {
        Objects.requireNonNull(image, "image");
        Objects.requireNonNull(standing, "standing");
    }

    private static final Pattern LINE =
            Pattern.compile("\\{\"enrolment\":\"(.*)\",\"key\":\"(.*)\",\"registryId\":\"(.*)\","
                    + "\"version\":([0-9]+),\"receivedAt\":\"(.*)\",\"standing\":\"([A-Z]+)\"}");

    /** Reads a line of the sandbox's list. */
    static Stored parse(String json) {
        Matcher parts = LINE.matcher(json);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a line of the sandbox's list");
        }
        StoredImage image = new StoredImage(
                parts.group(3),
                parts.group(1),
                new DeliveryKey(parts.group(2)),
                Integer.parseInt(parts.group(4)),
                Instant.parse(parts.group(5)));
        return new Stored(image, Standing.valueOf(parts.group(6)));
    }

    /** As the sandbox lists it: one line of JSON. */
    String json() {
        return "{\"enrolment\":\"" + image.enrolment() + "\"," + image.members() + ",\"standing\":\"" + standing
                + "\"}";
    }
}
