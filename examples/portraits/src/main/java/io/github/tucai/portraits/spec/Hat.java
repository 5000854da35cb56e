package io.github.tucai.portraits.spec;

/** The headwear. */
public enum Hat {
    NONE,
    CAP,
    BEANIE
}
