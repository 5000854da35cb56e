package io.github.tucai.photo;

/** What one check answers. */
public enum Answer {
    /** The rule holds. */
    PASS,
    /** The rule is broken. */
    FAIL,
    /** Too close to say: a person decides. */
    UNSURE,
    /** A prerequisite is missing: no face, yaw too large, an exemption. */
    SKIPPED
}
