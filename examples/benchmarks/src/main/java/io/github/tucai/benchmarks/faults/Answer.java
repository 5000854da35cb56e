package io.github.tucai.benchmarks.faults;

/**
 * What came back for an order.
 *
 * @param kind how it ended
 * @param text what was done, the reason of a refusal, the class of an exception
 */
record Answer(Kind kind, String text) {
    /** How an order ended. */
    enum Kind {
        DONE,
        REFUSED,
        /** The collector threw: it may have happened or not. */
        FAILED,
        /** The collector was killed: it may have happened or not. */
        CUT
    }

    static final Answer CUT = new Answer(Kind.CUT, "");

    boolean isDone() {
        return kind == Kind.DONE;
    }

    boolean isUnsure() {
        return kind == Kind.FAILED || kind == Kind.CUT;
    }
}
