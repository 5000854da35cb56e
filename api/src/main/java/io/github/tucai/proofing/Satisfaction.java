package io.github.tucai.proofing;

/** The three levels of the feedback form (A3). */
public enum Satisfaction {
    SATISFIED("满意"),
    FAIRLY_SATISFIED("比较满意"),
    DISSATISFIED("不满意");

    private final String label;

    Satisfaction(String label) {
        this.label = label;
    }

    /** As the form prints it. */
    public String label() {
        return label;
    }
}
