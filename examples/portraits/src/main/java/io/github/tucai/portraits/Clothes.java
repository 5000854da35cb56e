package io.github.tucai.portraits;

/** The kind of top. */
public enum Clothes {
    SUIT,
    SHIRT,
    TSHIRT
}
