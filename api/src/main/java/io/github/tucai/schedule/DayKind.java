package io.github.tucai.schedule;

/** What a calendar says of a day. */
public enum DayKind {
    /** People work: an ordinary weekday, or a weekend day moved to make up for a holiday. */
    WORKING,
    /** People are off: a weekend, or a holiday. */
    OFF,
    /** No published calendar covers it. */
    UNKNOWN
}
