package io.github.tucai.portraits;

/** The print of the cloth. */
public enum Pattern {
    PLAIN,
    STRIPES,
    CHECKS,
    DOTS
}
