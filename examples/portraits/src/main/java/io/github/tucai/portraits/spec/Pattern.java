package io.github.tucai.portraits.spec;

/** The print of the cloth. */
public enum Pattern {
    PLAIN,
    STRIPES,
    CHECKS,
    DOTS
}
