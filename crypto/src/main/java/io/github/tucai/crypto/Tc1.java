package io.github.tucai.crypto;

import io.github.tucai.code.CollectionCode;
import io.github.tucai.key.Suite;
import io.github.tucai.spi.CollectionCodeDecoder;
import io.github.tucai.spi.KeyProvider;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Collection codes in format TC1. The package documentation describes every byte. */
public final class Tc1 {
    /** The format's id. */
    public static final String ID = "tc1";
    /** What every code of the format starts with. */
    public static final String PREFIX = "TC1:";

    private static final Pattern PASTED = Pattern.compile("[^A-Za-z0-9]*(?:TC1|tc1|Tc1|tC1):(.*?)[\"'`>)\\]}.,;]*");

    private Tc1() {}

    /**
     * A code as it was issued, of one as people paste it: spaces, whatever is neither letter nor digit before it,
     * and quotes, brackets, a full stop, comma or semicolon after it go, the prefix may be in small letters. None of these is a
     * character of Base32. The letters of the
     * payload stay as they are: in small letters it is another spelling, and a code has one.
     *
     * @return the code itself where it is none of this format
     */
    public static CollectionCode clean(CollectionCode pasted) {
        Matcher code = PASTED.matcher(pasted.text().replace(" ", ""));
        return code.matches() ? new CollectionCode(PREFIX + code.group(1)) : pasted;
    }

    /**
     * Opens codes for the collector: needs the registry's {@code CODE_SIGNING} keys, trusted, and own {@code CODE_OPENING}
     * keys. Retired keys open too. Codes of both suites are opened. Where the provider knows which codes were taken back, as
     * {@link TrustedKeys} does, it is asked.
     */
    public static CollectionCodeDecoder decoder(KeyProvider keys) {
        return decoder(keys, keys instanceof CodeRevocations known ? known : CodeRevocations.NONE, Duration.ZERO);
    }

    /**
     * The same with all that can be chosen.
     *
     * @param revocations tells which codes were taken back
     * @param clockSkew how far the registry's clock and the collector's may differ; a code is open that much longer at
     *     both ends
     */
    public static CollectionCodeDecoder decoder(KeyProvider keys, CodeRevocations revocations, Duration clockSkew) {
        return new Tc1Decoder(keys, revocations, clockSkew);
    }

    /**
     * Issues codes for the registry: needs an own active {@code CODE_SIGNING} key and the collector's active
     * {@code CODE_OPENING} key, trusted, of the suite.
     */
    public static CodeIssuer issuer(KeyProvider keys, Suite suite, SecureRandom random) {
        return new Tc1Issuer(keys, Algorithms.of(suite), random);
    }
}
