package io.github.tucai.school;

import io.github.tucai.internal.Text;
import java.util.Objects;

/**
 * A university, or a research institute that trains graduates (N0.4).
 *
 * @param code its code
 * @param name as printed, 1 to 64 characters
 */
public record School(SchoolCode code, String name) {
    public School {
        Objects.requireNonNull(code, "code");
        Text.label(name, "school name", 1, 64);
    }
}
