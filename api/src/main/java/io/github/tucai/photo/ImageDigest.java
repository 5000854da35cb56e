package io.github.tucai.photo;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * SHA-256 of a picture's bytes.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record ImageDigest(String hex) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public ImageDigest {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("digest must be 64 lower-case hexadecimal digits");
        }
    }

    /** Digests the bytes. */
    public static ImageDigest of(byte[] bytes) {
        try {
            return new ImageDigest(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
