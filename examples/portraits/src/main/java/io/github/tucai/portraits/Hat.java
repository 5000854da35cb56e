package io.github.tucai.portraits;

/** The headwear. */
public enum Hat {
    NONE,
    CAP,
    BEANIE
}
