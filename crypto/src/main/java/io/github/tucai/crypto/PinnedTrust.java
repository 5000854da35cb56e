package io.github.tucai.crypto;

import io.github.tucai.failure.TucaiException;
import java.net.Socket;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Asks the usual trust manager, and then for a key that is known: an authority that errs or is broken into changes nothing. */
final class PinnedTrust extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager usual;
    private final Set<String> pins;

    private PinnedTrust(X509ExtendedTrustManager usual, Set<String> pins) {
        this.usual = usual;
        this.pins = pins;
    }

    /** The same managers where there are no pins. */
    static TrustManager[] around(TrustManager[] managers, Set<String> pins) {
        return pins.isEmpty()
                ? managers
                : Arrays.stream(managers).map(manager -> pinned(manager, pins)).toArray(TrustManager[]::new);
    }

    private static TrustManager pinned(TrustManager manager, Set<String> pins) {
        if (manager instanceof X509ExtendedTrustManager usual) {
            return new PinnedTrust(usual, pins);
        }
        throw new TucaiException("The pinned keys would not be looked at by this platform's " + manager.getClass());
    }

    /** The other side's certificate comes first. */
    private void check(X509Certificate[] chain) throws PinException {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(chain[0].getPublicKey().getEncoded());
            if (!pins.contains(HexFormat.of().formatHex(digest))) {
                throw new PinException();
            }
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The key is not among the known ones. */
    static final class PinException extends CertificateException {
        private static final long serialVersionUID = 1L;

        PinException() {
            super("the key of the certificate is not one of those that are pinned");
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, @Nullable SSLEngine engine)
            throws CertificateException {
        usual.checkServerTrusted(chain, type, engine);
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, @Nullable Socket socket)
            throws CertificateException {
        usual.checkServerTrusted(chain, type, socket);
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        usual.checkServerTrusted(chain, type);
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, @Nullable SSLEngine engine)
            throws CertificateException {
        usual.checkClientTrusted(chain, type, engine);
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, @Nullable Socket socket)
            throws CertificateException {
        usual.checkClientTrusted(chain, type, socket);
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        usual.checkClientTrusted(chain, type);
        check(chain);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return usual.getAcceptedIssuers();
    }
}
