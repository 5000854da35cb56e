package io.github.tucai.portraits;

/** The glasses worn. */
public enum Glasses {
    NONE,
    THIN,
    THICK,
    TINTED,
    GLARE
}
