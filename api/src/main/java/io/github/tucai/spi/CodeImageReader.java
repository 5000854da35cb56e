package io.github.tucai.spi;

import io.github.tucai.code.CodeReading;
import io.github.tucai.photo.PhotoImage;
import java.time.Duration;

/**
 * Reads the QR symbols in a picture (N2.2a).
 *
 * @implSpec Safe for concurrent use; never throws for a bad picture, says why in the reading.
 */
public interface CodeImageReader extends Plugin {
    /**
     * Reads every code it can within the budget.
     *
     * @param picture a photo or screenshot, encoded
     * @param budget wall time; reading stops soon after it
     */
    CodeReading read(PhotoImage picture, Duration budget);
}
