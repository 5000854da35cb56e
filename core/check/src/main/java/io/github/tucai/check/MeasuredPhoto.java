package io.github.tucai.check;

import io.github.tucai.photo.Declarations;
import io.github.tucai.photo.Measurements;
import io.github.tucai.photo.Stage;
import java.util.Objects;

/**
 * What was measured in one photo, kept so that it can be judged again without the photo: by a profile of tomorrow, or by two
 * to compare them ({@link ProfileDiff}).
 *
 * <p>The measures describe a picture of a person (where the eyes are, how the light falls). They recognise nobody and are no
 * face template, but they belong to a photo and are to be kept and erased with it.
 *
 * @param name as the caller names the photo; a file name or a record's id
 * @param stage which limits it is held to
 * @param declarations what was known of it besides
 * @param measurements what was measured
 */
public record MeasuredPhoto(String name, Stage stage, Declarations declarations, Measurements measurements) {
    public MeasuredPhoto {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(declarations, "declarations");
        Objects.requireNonNull(measurements, "measurements");
    }

    /**
     * Reads one line that {@link #toJson()} wrote; nothing is rounded on the way.
     *
     * @throws IllegalArgumentException if it is none; says where, and quotes nothing
     */
    public static MeasuredPhoto parse(String line) {
        return MeasuredPhotoJson.read(line);
    }

    /** One JSON object without a line end. */
    public String toJson() {
        return MeasuredPhotoJson.write(this);
    }

    /** Leaves the name out, which may be a student's number. */
    @Override
    public String toString() {
        return "MeasuredPhoto[" + stage + ", " + measurements + "]";
    }
}
