package io.github.tucai.crypto;

import io.github.tucai.failure.TransportException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Turns what the HTTP client throws into what an operator can act on. */
final class TransportFailures {
    private static final Pattern ALERT = Pattern.compile("fatal alert: ([a-z_]+)");

    private final String registry;
    private final Duration answerTimeout;
    private final boolean hasClientKey;

    TransportFailures(URI endpoint, Duration answerTimeout, boolean hasClientKey) {
        this.registry = endpoint.getHost() + ":" + (endpoint.getPort() < 0 ? 443 : endpoint.getPort());
        this.answerTimeout = answerTimeout;
        this.hasClientKey = hasClientKey;
    }

    TransportException translated(Throwable failure) {
        if (find(failure, LimitedBody.TooLargeException.class) != null) {
            return failed(
                    "The answer of " + registry + " is too large to be a registry's: check the endpoint",
                    false,
                    failure);
        }
        if (find(failure, ConnectException.class) != null
                || find(failure, HttpConnectTimeoutException.class) != null
                || find(failure, UnresolvedAddressException.class) != null) {
            return failed(
                    "Cannot reach the registry at " + registry + ": check the address and the network", true, failure);
        }
        if (find(failure, TimeoutException.class) != null) {
            return failed(
                    "The registry at " + registry + " did not answer within " + answerTimeout.toMillis() + " ms",
                    true,
                    failure);
        }
        return find(failure, SSLException.class) == null ? closed(failure) : notTrusted(failure);
    }

    private TransportException notTrusted(Throwable failure) {
        if (find(failure, CertPathBuilderException.class) != null
                || find(failure, CertPathValidatorException.class) != null) {
            return failed(
                    "The certificate of " + registry
                            + " is not vouched for by the trusted certificates, or has expired:"
                            + " check the trusted file and who answers there",
                    false,
                    failure);
        }
        if (find(failure, PinnedTrust.PinException.class) != null) {
            return failed(
                    "The certificate of " + registry + " is vouched for, but its key is not one of the pinned ones:"
                            + " ask the registry whether it changed its key, by another way than this",
                    false,
                    failure);
        }
        if (find(failure, CertificateException.class) != null) {
            return failed(
                    "The certificate of " + registry + " is for another host name: use the name it is made out to",
                    false,
                    failure);
        }
        SSLException ssl = find(failure, SSLException.class);
        Matcher alert = ALERT.matcher(ssl == null ? "" : String.valueOf(ssl.getMessage()));
        if (alert.find()) {
            return failed(
                    "The registry at " + registry + " ended the TLS handshake (" + alert.group(1) + "): "
                            + clientKeyAdvice(),
                    false,
                    failure);
        }
        return closed(failure);
    }

    /** Under TLS 1.3 a client is done before the server has looked at its certificate, so a refusal looks like a hang-up. */
    private TransportException closed(Throwable failure) {
        return failed(
                "The registry at " + registry
                        + " closed the connection without an answer. It may be restarting; but TLS 1.3"
                        + " also looks like this where the client certificate is not accepted: " + clientKeyAdvice(),
                hasClientKey,
                failure);
    }

    private String clientKeyAdvice() {
        return hasClientKey
                ? "check that the client certificate is valid and of an authority the registry trusts"
                : "no client key is configured, give one with clientKey(keyStore, password)";
    }

    private static TransportException failed(String message, boolean retryable, Throwable cause) {
        return new TransportException(message, retryable, cause);
    }

    private static <T extends Throwable> @Nullable T find(Throwable failure, Class<T> type) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return type.cast(t);
            }
        }
        return null;
    }
}
