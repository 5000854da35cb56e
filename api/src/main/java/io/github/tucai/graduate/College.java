package io.github.tucai.graduate;

import io.github.tucai.internal.Text;

/**
 * A college or department of a school (学院); empty where there is none (N0.4).
 *
 * @param name up to 64 characters
 */
public record College(String name) {
    /** No college. */
    public static final College NONE = new College("");

    public College {
        Text.label(name, "college", 0, 64);
    }
}
