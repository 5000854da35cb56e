package io.github.tucai;

/** Which product goes to the registry when a delivery is sent again. */
public enum ProductChoice {
    /** The very same; it keeps its delivery key. */
    SAME,
    /** Made anew from the accepted photo, and checked as every product. */
    ANEW
}
