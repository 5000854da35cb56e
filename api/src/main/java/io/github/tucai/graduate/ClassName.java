package io.github.tucai.graduate;

import io.github.tucai.internal.Text;

/**
 * A class of students (班级); empty where there is none (N0.4).
 *
 * @param name up to 64 characters
 */
public record ClassName(String name) {
    /** No class. */
    public static final ClassName NONE = new ClassName("");

    public ClassName {
        Text.label(name, "class", 0, 64);
    }
}
