package io.github.tucai.portraits.spec;

/** How the hair is worn. */
public enum Hair {
    NONE,
    SHORT,
    SIDE_PART,
    FRINGE,
    TIED_BACK,
    LONG_BEHIND_EARS,
    LONG_OVER_EARS
}
