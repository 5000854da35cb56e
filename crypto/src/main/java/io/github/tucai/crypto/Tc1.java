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

    // A word or the time of a message may end where the prefix starts, as a line break between them is gone; in small
    // letters it would be one word.
    private static final Pattern START = Pattern.compile("(?<![A-Z])T *C *1 *:|(?<![A-Za-z])[Tt] *[Cc] *1 *:");
    private static final Pattern ANOTHER = Pattern.compile("(?i)T *C *1 *:");
    private static final Pattern PAYLOAD = Pattern.compile("[A-Z2-7 ]*");
    private static final Pattern SIGNS_AFTER = Pattern.compile("[\"'`>)\\]}.,;!?*_~|]*$");
    // The keys and the signature alone take more.
    private static final int LEAST_PAYLOAD = 100;

    private Tc1() {}

    /**
     * A code as it was issued, of one as people paste it: spaces go, and words and signs before the prefix and after the
     * payload, which may be in other letters and signs than Base32; the prefix may be in small letters. The letters of the
     * payload stay as they are: in small letters it is another spelling, and a code has one.
     *
     * @return the code itself where it is none of this format, is too short to tell words from it, or holds two codes
     */
    public static CollectionCode clean(CollectionCode pasted) {
        String text = pasted.text();
        Matcher start = START.matcher(text);
        if (!start.find() || ANOTHER.matcher(text).results().count() > 1) {
            return pasted;
        }
        String rest = text.substring(start.end());
        String payload = payload(rest);
        if (payload.length() >= LEAST_PAYLOAD) {
            return new CollectionCode(PREFIX + payload);
        }
        String whole = SIGNS_AFTER.matcher(rest.replace(" ", "")).replaceFirst("");
        boolean isAlone = text.substring(0, start.start()).isBlank();
        // A damaged code is told as damaged.
        return isAlone || whole.length() >= LEAST_PAYLOAD ? new CollectionCode(PREFIX + whole) : pasted;
    }

    /** Up to what is no Base32; a single capital before that, after a space, is the first letter of a word. */
    private static String payload(String rest) {
        Matcher run = PAYLOAD.matcher(rest);
        int end = run.lookingAt() ? run.end() : 0;
        boolean isInWord = end >= 2
                && end < rest.length()
                && Character.isLetter(rest.charAt(end))
                && rest.charAt(end - 1) != ' '
                && rest.charAt(end - 2) == ' ';
        return rest.substring(0, isInWord ? end - 1 : end).replace(" ", "");
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
