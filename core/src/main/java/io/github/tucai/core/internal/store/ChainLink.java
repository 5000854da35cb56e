package io.github.tucai.core.internal.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One link of the chain: what its hash covers besides the encrypted payload. The algorithm is SHA-256 of the JDK and is named
 * in every row: core does without a cryptographic library, and one with SM3 can take over from any row on.
 */
record ChainLink(String stream, int sequence, String type, int schema, String happened, String actor) {
    static final String ALGORITHM = "SHA-256";
    /** What the first event of a stream is linked to. */
    static final String GENESIS = "0".repeat(64);

    String hash(String previous, byte[] payload) {
        try {
            String head = String.join(
                    "\n",
                    previous,
                    stream,
                    Integer.toString(sequence),
                    type,
                    Integer.toString(schema),
                    happened,
                    actor,
                    Integer.toString(payload.length),
                    "");
            MessageDigest digest = MessageDigest.getInstance(ALGORITHM);
            digest.update(head.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(payload));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
