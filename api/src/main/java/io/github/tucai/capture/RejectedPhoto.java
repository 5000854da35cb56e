package io.github.tucai.capture;

import io.github.tucai.photo.CheckId;
import java.util.List;
import java.util.Objects;

/**
 * A photo that was handed in and is to be taken again.
 *
 * @param photo as handed in
 * @param faults which checks it failed or left in doubt
 * @param byPerson whether a person decided so
 * @param isAskedFor whether its student asked for a person
 */
public record RejectedPhoto(PhotoRef photo, List<CheckId> faults, boolean byPerson, boolean isAskedFor) {
    public RejectedPhoto {
        Objects.requireNonNull(photo, "photo");
        faults = List.copyOf(faults);
    }
}
