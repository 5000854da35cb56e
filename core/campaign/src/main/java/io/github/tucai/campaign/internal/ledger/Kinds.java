package io.github.tucai.campaign.internal.ledger;

/** The kinds of streams. */
public final class Kinds {
    /** One for each enrolment. */
    public static final String CAPTURE = "capture";
    /** One for each school. */
    public static final String SCHOOL = "school";
    /** One for each campaign. */
    public static final String CASHBOOK = "cash";

    private Kinds() {}
}
