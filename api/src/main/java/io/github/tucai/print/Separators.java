package io.github.tucai.print;

/** Whether a card with the name of the next group lies between two groups, so that whoever hands out prints finds them. */
public enum Separators {
    NONE,
    /** Before each college. */
    COLLEGE,
    /** Before each class. */
    CLASS
}
