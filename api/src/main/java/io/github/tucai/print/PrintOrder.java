package io.github.tucai.print;

/** The order of the students on the sheets. */
public enum PrintOrder {
    /**
     * School, college, class, student number, numbers inside a text by their value: 2班 before 10班. Schools collate this way
     * (STANDARDS.md §8).
     */
    BY_CLASS,
    /** As the items come, which keeps the order of an imported file (N4.1). */
    AS_GIVEN
}
