package io.github.tucai.portraits.spec;

/** The glasses worn. */
public enum Glasses {
    NONE,
    THIN,
    THICK,
    TINTED,
    GLARE
}
