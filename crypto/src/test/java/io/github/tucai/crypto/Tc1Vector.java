package io.github.tucai.crypto;

import io.github.tucai.code.CollectionCode;
import io.github.tucai.key.Suite;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Properties;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;

/**
 * A published example of a code, with the keys to open it: whoever writes another decoder starts here.
 *
 * @param suite its algorithms
 * @param signer the issuer's public key
 * @param recipient the collector's private key
 * @param code the text
 * @param claims the plain claims, hexadecimal
 */
record Tc1Vector(
        Suite suite,
        ECPublicKeyParameters signer,
        ECPrivateKeyParameters recipient,
        CollectionCode code,
        String claims) {
    static Tc1Vector read(String name) {
        Properties lines = new Properties();
        try (InputStream in = Tc1Vector.class.getResourceAsStream("tc1-" + name + ".properties")) {
            lines.load(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Suite suite = Suite.valueOf(lines.getProperty("suite"));
        Algorithms algorithms = Algorithms.of(suite);
        byte[] signer = HexFormat.of().parseHex(lines.getProperty("signer.public"));
        return new Tc1Vector(
                suite,
                new ECPublicKeyParameters(algorithms.domain().getCurve().decodePoint(signer), algorithms.domain()),
                new ECPrivateKeyParameters(
                        new BigInteger(lines.getProperty("recipient.private"), 16), algorithms.domain()),
                new CollectionCode(lines.getProperty("code")),
                lines.getProperty("claims"));
    }
}
