package io.github.tucai.photo;

/** Which limits a photo is held to. */
public enum Stage {
    /** What a student hands in; still to be cropped and finished. */
    SUBMISSION,
    /** What goes to the registry and onto paper. */
    PRODUCT
}
