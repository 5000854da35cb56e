package io.github.tucai;

import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.photo.PhotoImage;
import java.util.List;
import java.util.Objects;

/**
 * What somebody who decides on a photo sees.
 *
 * @param record as it stands, with this look
 * @param photo as handed in
 * @param story findings with values and regions, what the student said, what was decided before
 * @param history of the record, oldest first
 */
public record Evidence(CaptureRecord record, PhotoImage photo, PhotoStory story, List<HistoryEntry> history) {
    public Evidence {
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(photo, "photo");
        Objects.requireNonNull(story, "story");
        history = List.copyOf(history);
    }
}
