package io.github.tucai.portraits.spec;

/** The kind of top. */
public enum Clothes {
    SUIT,
    SHIRT,
    TSHIRT
}
