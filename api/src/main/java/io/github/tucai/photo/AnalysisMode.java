package io.github.tucai.photo;

/** How much an analyzer measures. */
public enum AnalysisMode {
    /** Everything it can. */
    FULL,
    /** Detector and landmarks only: fast enough for live guidance in a camera view. */
    PREVIEW
}
