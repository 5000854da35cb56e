package io.github.tucai.portraits;

import io.github.tucai.portraits.internal.Studio;
import io.github.tucai.portraits.spec.DrawnPortrait;
import io.github.tucai.portraits.spec.PortraitSpec;

/** Draws portraits. Safe for concurrent use; a picture of 600 by 800 pixels needs about 400 MB of memory for the while. */
public final class Portraits {
    private static final int MOST_THREADS = 64;

    private Portraits() {}

    /** Draws on the calling thread. */
    public static DrawnPortrait draw(PortraitSpec spec) {
        return draw(spec, 1);
    }

    /**
     * Draws on several threads; the picture does not depend on how many.
     *
     * @param threads the calling thread and helpers that end with this call, 1 to 64
     */
    public static DrawnPortrait draw(PortraitSpec spec, int threads) {
        if (threads < 1 || threads > MOST_THREADS) {
            throw new IllegalArgumentException("threads must be from 1 to " + MOST_THREADS + ", got " + threads);
        }
        return Studio.draw(spec, threads);
    }
}
