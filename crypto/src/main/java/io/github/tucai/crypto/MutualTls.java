package io.github.tucai.crypto;

import io.github.tucai.failure.TucaiException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** TLS 1.3 of the platform with an own key and private trust: the public authorities count for nothing here. */
public final class MutualTls {
    private MutualTls() {}

    /**
     * A context for one side.
     *
     * @param keyStore PKCS#12 with the own key and its certificate chain
     * @param password opens the key store; a fresh array at each call, wiped after use
     * @param trusted PEM with the certificates that may vouch for the other side
     * @throws TucaiException naming the file that is missing, broken, or does not open
     */
    public static SSLContext context(Path keyStore, Supplier<char[]> password, Path trusted) {
        return context(keyManagers(keyStore, password), trustManagers(trusted));
    }

    static SSLContext context(KeyManager @Nullable [] keys, TrustManager[] trust) {
        try {
            SSLContext context = SSLContext.getInstance("TLSv1.3");
            context.init(keys, trust, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new TucaiException("This Java platform offers no TLS 1.3", e);
        }
    }

    static KeyManager[] keyManagers(Path file, Supplier<char[]> password) {
        char[] secret = password.get();
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, secret);
            KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
            factory.init(store, secret);
            return factory.getKeyManagers();
        } catch (IOException | GeneralSecurityException e) {
            throw new TucaiException(
                    "The TLS key store " + file + " does not open: it is missing, broken, or the password is wrong", e);
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    static TrustManager[] trustManagers(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            Collection<? extends Certificate> trusted =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (trusted.isEmpty()) {
                throw new TucaiException("There is no certificate in " + file);
            }
            for (Certificate certificate : trusted) {
                store.setCertificateEntry("trusted-" + store.size(), certificate);
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(store);
            return factory.getTrustManagers();
        } catch (IOException | GeneralSecurityException e) {
            throw new TucaiException("The trusted certificates in " + file + " cannot be read", e);
        }
    }
}
