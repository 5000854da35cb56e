package io.github.tucai.photo;

/** What the checks together say about a photo. */
public enum Verdict {
    /** Fit to be finished and delivered. */
    ACCEPT,
    /** A person decides; nothing is delivered meanwhile. */
    REVIEW,
    /** To be taken again. */
    REJECT
}
