package io.github.tucai.calibration;

/**
 * A picture that was simulated from a labelled one.
 *
 * @param source name of the picture it was made of
 * @param kind what was simulated
 * @param strength how much of it, as its kind counts; 0 for controls
 * @param jpeg the file
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
public record MadePhoto(String source, Enum<?> kind, double strength, byte[] jpeg) {}
