package io.github.tucai.spi;

import io.github.tucai.code.CodeOpening;
import io.github.tucai.code.CollectionCode;
import java.time.Instant;

/**
 * Opens collection codes of one format (N2.2b). The registry's own format is not public; several decoders may be installed
 * and the one whose prefix fits is asked.
 *
 * @implSpec Safe for concurrent use; never throws for a bad code, and one that does not open has one opaque answer.
 */
public interface CollectionCodeDecoder extends Plugin {
    /** What codes of this format start with, such as {@code TC1:}. */
    String prefix();

    /**
     * Verifies, decrypts and reads a code.
     *
     * @param code starts with {@link #prefix()}
     * @param now for the period of validity
     */
    CodeOpening open(CollectionCode code, Instant now);
}
