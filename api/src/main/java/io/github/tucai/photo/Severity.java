package io.github.tucai.photo;

/** What a failed check means for the verdict. */
public enum Severity {
    /** A FAIL rejects the photo. */
    REQUIRED,
    /** A FAIL sends the photo to a person. */
    REVIEW,
    /** A FAIL is told to the student and changes nothing. */
    ADVICE,
    /** Kept for the record. */
    INFO
}
