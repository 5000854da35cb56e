package io.github.tucai.crypto;

import io.github.tucai.failure.TucaiException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyManagementException;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLContextSpi;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.jsse.BCX509ExtendedKeyManager;
import org.bouncycastle.jsse.BCX509Key;
import org.bouncycastle.jsse.provider.BouncyCastleJsseProvider;
import org.jspecify.annotations.Nullable;

/**
 * TLS 1.3 with the national algorithms (RFC 8998): TLS_SM4_GCM_SM3, curveSM2, sm2sig_sm3, by Bouncy Castle. Nothing is
 * registered with the platform and no system property is read or set. Engines are made ready ({@code HttpClient} and
 * {@code HttpsServer} use them); plain sockets are not offered.
 */
public final class SmTls {
    private static final String SUITE = SmEngine.SUITE;
    private static final String PROTOCOL = SmEngine.PROTOCOL;
    private static final Provider JCA = KeyRingFile.provider();
    private static final Provider JSSE = new BouncyCastleJsseProvider(JCA);

    private SmTls() {}

    /**
     * A context for one side.
     *
     * @param keyStore PKCS#12 with the own SM2 key and its certificate chain
     * @param password opens the key store; a fresh array at each call, wiped after use
     * @param trusted PEM with the certificates that may vouch for the other side
     * @throws TucaiException naming the file that is missing, broken, or does not open
     */
    public static SSLContext context(Path keyStore, Supplier<char[]> password, Path trusted) {
        return context(new KeyManager[] {keyManager(keyStore, password)}, trustManagers(trusted));
    }

    static SSLContext context(KeyManager @Nullable [] keys, TrustManager[] trust) {
        try {
            SSLContext context = SSLContext.getInstance(PROTOCOL, JSSE);
            context.init(keys, trust, new SecureRandom());
            return new Context(context);
        } catch (GeneralSecurityException e) {
            throw new TucaiException("TLS with the national algorithms cannot be set up", e);
        }
    }

    static KeyManager keyManager(Path file, Supplier<char[]> password) {
        char[] secret = password.get();
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12", JCA);
            store.load(in, secret);
            for (String alias : Collections.list(store.aliases())) {
                if (store.getKey(alias, secret) instanceof PrivateKey key) {
                    return new OneKey(key, chain(store.getCertificateChain(alias)));
                }
            }
            throw new TucaiException("There is no private key in " + file);
        } catch (IOException | GeneralSecurityException e) {
            throw new TucaiException(
                    "The TLS key store " + file + " does not open: it is missing, broken, or the password is wrong", e);
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    private static X509Certificate[] chain(Certificate[] certificates) {
        return Arrays.stream(certificates).map(X509Certificate.class::cast).toArray(X509Certificate[]::new);
    }

    static TrustManager[] trustManagers(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12", JCA);
            store.load(null, null);
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509", JCA).generateCertificates(in)) {
                store.setCertificateEntry("trusted-" + store.size(), certificate);
            }
            if (store.size() == 0) {
                throw new TucaiException("There is no certificate in " + file);
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX", JSSE);
            factory.init(store);
            return factory.getTrustManagers();
        } catch (IOException | GeneralSecurityException e) {
            throw new TucaiException("The trusted certificates in " + file + " cannot be read", e);
        }
    }

    /** The one own key. The stock key managers of Bouncy Castle 1.84 never find an SM2 key for TLS 1.3. */
    private static final class OneKey extends BCX509ExtendedKeyManager {
        private static final String ALIAS = "own";

        private final PrivateKey key;
        private final X509Certificate[] chain;

        OneKey(PrivateKey key, X509Certificate[] chain) {
            this.key = key;
            this.chain = chain;
        }

        @Override
        protected BCX509Key getKeyBC(String keyType, String alias) {
            return new BCX509Key() {
                @Override
                public X509Certificate[] getCertificateChain() {
                    return chain.clone();
                }

                @Override
                public String getKeyType() {
                    return keyType;
                }

                @Override
                public PrivateKey getPrivateKey() {
                    return key;
                }
            };
        }

        private static @Nullable String alias(String... keyTypes) {
            return Arrays.stream(keyTypes).anyMatch(type -> type.contains("sm2p256v1")) ? ALIAS : null;
        }

        @Override
        public String[] getClientAliases(String keyType, Principal @Nullable [] issuers) {
            return new String[] {ALIAS};
        }

        @Override
        public @Nullable String chooseClientAlias(
                String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
            return alias(keyTypes);
        }

        @Override
        public @Nullable String chooseEngineClientAlias(
                String[] keyTypes, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
            return alias(keyTypes);
        }

        @Override
        public String[] getServerAliases(String keyType, Principal @Nullable [] issuers) {
            return new String[] {ALIAS};
        }

        @Override
        public @Nullable String chooseServerAlias(
                String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
            return alias(keyType);
        }

        @Override
        public @Nullable String chooseEngineServerAlias(
                String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
            return alias(keyType);
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return chain.clone();
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return key;
        }
    }

    /** A context whose engines are ready. */
    private static final class Context extends SSLContext {
        Context(SSLContext context) {
            super(new ContextSpi(context), JSSE, PROTOCOL);
        }
    }

    private static final class ContextSpi extends SSLContextSpi {
        private final SSLContext context;

        ContextSpi(SSLContext context) {
            this.context = context;
        }

        @Override
        protected void engineInit(
                KeyManager @Nullable [] keys, TrustManager @Nullable [] trust, @Nullable SecureRandom random)
                throws KeyManagementException {
            throw new KeyManagementException("this context is made ready already");
        }

        @Override
        protected SSLSocketFactory engineGetSocketFactory() {
            throw new UnsupportedOperationException("national TLS is for engines");
        }

        @Override
        protected SSLServerSocketFactory engineGetServerSocketFactory() {
            throw new UnsupportedOperationException("national TLS is for engines");
        }

        @Override
        protected SSLEngine engineCreateSSLEngine() {
            return new SmEngine(context.createSSLEngine());
        }

        @Override
        protected SSLEngine engineCreateSSLEngine(String host, int port) {
            return new SmEngine(context.createSSLEngine(host, port));
        }

        @Override
        protected SSLSessionContext engineGetServerSessionContext() {
            return context.getServerSessionContext();
        }

        @Override
        protected SSLSessionContext engineGetClientSessionContext() {
            return context.getClientSessionContext();
        }

        @Override
        protected SSLParameters engineGetDefaultSSLParameters() {
            return new SSLParameters(new String[] {SUITE}, new String[] {PROTOCOL});
        }

        @Override
        protected SSLParameters engineGetSupportedSSLParameters() {
            return new SSLParameters(new String[] {SUITE}, new String[] {PROTOCOL});
        }
    }
}
