package io.github.tucai.campaign.internal.ledger;

/** The kinds of streams. */
public final class Kinds {
    /** One for each enrolment. */
    public static final String CAPTURE = "capture";
    /** One for each school. */
    public static final String SCHOOL = "school";

    private Kinds() {}
}
