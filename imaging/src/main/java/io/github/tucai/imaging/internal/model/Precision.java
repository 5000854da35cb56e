package io.github.tucai.imaging.internal.model;

import io.github.tucai.failure.PluginException;
import java.util.Arrays;

/** How exactly the largest network, which tells the parts of the head, computes. */
enum Precision {
    /** In 32 bits throughout. */
    PRECISE("selfie_multiclass_256x256"),
    /** In eight bits where most of the time goes: twice as fast, with a few pixels in a thousand told differently. */
    FAST("selfie_multiclass_256x256_int8");

    /** The system property that asks for one of them by {@code fast} or {@code precise}. */
    static final String PROPERTY = "tucai.imaging.precision";

    private static final String PROBE = "eight_bit_probe";
    private static final int PROBE_CHANNELS = 64;

    private final String partsNetwork;

    Precision(String partsNetwork) {
        this.partsNetwork = partsNetwork;
    }

    String partsNetwork() {
        return partsNetwork;
    }

    /** What was asked for; fast otherwise, where this processor computes the same in eight bits as others. */
    static Precision chosen() {
        return switch (System.getProperty(PROPERTY, "fast")) {
            case "precise" -> PRECISE;
            case "fast" -> isExactInEightBits() ? FAST : PRECISE;
            default ->
                throw new PluginException("the system property " + PROPERTY + " must be fast or precise, got "
                        + System.getProperty(PROPERTY));
        };
    }

    /** Whether products in eight bits add up without overflow; with some older processors they do not. */
    static boolean isExactInEightBits() {
        try (Network probe = Network.load(PROBE)) {
            float[] greatest = new float[PROBE_CHANNELS];
            Arrays.fill(greatest, 255);
            float[] means = probe.run(greatest).get(0);
            return Arrays.equals(means, greatest);
        }
    }
}
