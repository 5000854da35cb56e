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
     * The code as it was issued, of one as people paste it: without what {@link CollectionCode#parse} leaves and this format
     * knows to be no part of a code, such as spaces, or with its prefix in the letters it has. Whoever takes codes from people
     * calls it before {@link #open}, which reads the one spelling alone. By default the code itself.
     *
     * @implSpec Changes no character that the issuer may have written; where more than one code could be meant, or the format
     *     is not recognised, the code comes back as it was given.
     */
    default CollectionCode clean(CollectionCode pasted) {
        return pasted;
    }

    /**
     * Verifies, decrypts and reads a code.
     *
     * @param code starts with {@link #prefix()}
     * @param now for the period of validity
     */
    CodeOpening open(CollectionCode code, Instant now);
}
