package io.github.tucai.crypto;

import io.github.tucai.code.CodeClaims;
import io.github.tucai.failure.PluginException;
import io.github.tucai.failure.TucaiException;
import io.github.tucai.key.KeyId;
import io.github.tucai.key.KeyInfo;
import io.github.tucai.key.KeyUse;
import io.github.tucai.key.Suite;
import io.github.tucai.spi.KeyProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Own keys of a provider, and the other side's by a {@link TrustList} that is refreshed while the program runs.
 * <pre>{@code
 * TrustedKeys keys = TrustedKeys.open(ring, anchorPem, Path.of("trust.list"), Clock.systemUTC(), Duration.ofMinutes(5));
 * keys.refresh(downloaded);
 * CollectionCodeDecoder decoder = Tc1.decoder(keys);
 * }</pre>
 *
 * <p>The list last accepted lies in a file, so that an older one is not accepted after a restart either. What a refresh takes
 * back is refused from then on, whoever had vouched for it. Without a list, or with one whose time is over, nothing is said of
 * the other side's keys or of codes: questions that need the list fail with a {@link PluginException}, own keys go on working.
 * Thus nobody with a valid code is turned away for a wrong reason, and nobody is let in on stale knowledge. Safe for
 * concurrent use.
 */
public final class TrustedKeys implements KeyProvider, CodeRevocations {
    private static final Logger LOG = LoggerFactory.getLogger(TrustedKeys.class);

    private final KeyProvider own;
    private final Certificates.Subject anchor;
    private final Path state;
    private final Clock clock;
    private final Duration skew;
    private volatile @Nullable TrustList list;

    private TrustedKeys(KeyProvider own, Certificates.Subject anchor, Path state, Clock clock, Duration skew) {
        this.own = Objects.requireNonNull(own, "own");
        this.anchor = anchor;
        this.state = Objects.requireNonNull(state, "state");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.skew = Objects.requireNonNull(skew, "skew");
    }

    /** What became of a list. */
    public enum Refresh {
        /** It counts from now on. */
        ACCEPTED,
        /** It counts already. */
        UNCHANGED,
        /** A newer one was accepted before. */
        OLDER,
        /** Not by the anchor, or damaged. */
        NOT_GENUINE,
        /** It is from the future, by more than the clocks may differ. */
        NOT_YET_ISSUED,
        /** Its time is over. */
        EXPIRED
    }

    /**
     * Starts with the list that was accepted last, if there is one.
     *
     * @param own holds the own keys; keys of the other side that it trusts count too, unless a list revokes them
     * @param anchorCertificatePem of the key that signs lists
     * @param state file of the list accepted last
     * @param clock says when a list's time is over
     * @param skew how far the registry's clock and this one may differ
     * @throws TucaiException if the file cannot be read or is not a list of this anchor
     */
    public static TrustedKeys open(
            KeyProvider own, String anchorCertificatePem, Path state, Clock clock, Duration skew) {
        Certificates.Subject anchor =
                Certificates.subject(Certificates.fromPem(anchorCertificatePem), KeyRingFile.provider());
        TrustedKeys keys = new TrustedKeys(own, anchor, state, clock, skew);
        try {
            if (Files.exists(state)) {
                keys.list = TrustList.read(Files.readAllBytes(state), anchor);
            }
        } catch (IOException | RuntimeException e) {
            throw new TucaiException("The trust list " + state + " cannot be read, or is not this anchor's", e);
        }
        return keys;
    }

    /**
     * Takes a list if it is genuine, current and newer than the one there is.
     *
     * @throws TucaiException if it cannot be written; the list before goes on counting
     */
    public synchronized Refresh refresh(byte[] bytes) {
        TrustList fresh;
        try {
            fresh = TrustList.read(bytes, anchor);
        } catch (RuntimeException e) {
            LOG.warn("A trust list was refused: not genuine");
            return Refresh.NOT_GENUINE;
        }
        Refresh result = judge(fresh);
        if (result == Refresh.ACCEPTED) {
            try {
                new AtomicFiles(step -> {}).write(state.toAbsolutePath(), bytes);
            } catch (IOException e) {
                throw new TucaiException("The trust list " + state + " cannot be written", e);
            }
            list = fresh;
        }
        LOG.info("Trust list {}: {}", fresh.serial(), result);
        return result;
    }

    private Refresh judge(TrustList fresh) {
        TrustList current = list;
        if (current != null && fresh.serial() <= current.serial()) {
            return fresh.serial() == current.serial() ? Refresh.UNCHANGED : Refresh.OLDER;
        }
        if (clock.instant().plus(skew).isBefore(fresh.issuedAt())) {
            return Refresh.NOT_YET_ISSUED;
        }
        return isOver(fresh) ? Refresh.EXPIRED : Refresh.ACCEPTED;
    }

    private boolean isOver(TrustList some) {
        return !clock.instant().minus(skew).isBefore(some.nextUpdate());
    }

    /** The list that was accepted last, whether or not its time is over. */
    public Optional<TrustList> list() {
        return Optional.ofNullable(list);
    }

    private TrustList current() {
        TrustList current = list;
        if (current == null) {
            throw new PluginException("No trust list was accepted yet: get one from the registry and refresh");
        }
        if (isOver(current)) {
            throw new PluginException("The trust list " + current.serial() + " ended at " + current.nextUpdate()
                    + ": get a newer one from the registry and refresh");
        }
        return current;
    }

    @Override
    public boolean isRevoked(CodeClaims claims) {
        return current().isRevoked(claims.serial());
    }

    @Override
    public String id() {
        return "trusted-" + own.id();
    }

    /** Own keys first; of an ended list nothing. */
    @Override
    public List<KeyInfo> keys() {
        TrustList current = list;
        if (current == null) {
            return own.keys();
        }
        List<KeyInfo> all = new ArrayList<>();
        own.keys().stream().filter(key -> !current.isRevoked(key.id())).forEach(all::add);
        if (!isOver(current)) {
            current.keys().stream()
                    .filter(key -> all.stream().noneMatch(other -> other.id().equals(key.id())))
                    .forEach(all::add);
        }
        return all;
    }

    @Override
    public Optional<KeyInfo> alive(KeyId id) {
        Optional<KeyInfo> held = own.alive(id);
        if (held.filter(KeyInfo::own).isPresent()) {
            return held;
        }
        TrustList current = current();
        if (current.isRevoked(id)) {
            return Optional.empty();
        }
        return held.or(() -> Optional.ofNullable(current.key(id)));
    }

    @Override
    public Optional<KeyInfo> newest(KeyUse use, Suite suite) {
        Optional<KeyInfo> held = own.newest(use, suite);
        if (held.filter(KeyInfo::own).isPresent()) {
            return held;
        }
        TrustList current = current();
        return current.keys().stream()
                .filter(key -> key.use() == use && key.suite() == suite)
                .reduce((before, last) -> last)
                .or(() -> held.filter(key -> !current.isRevoked(key.id())));
    }

    @Override
    public byte[] sign(KeyId key, byte[] message) {
        return own.sign(key, message);
    }

    @Override
    public byte[] decrypt(KeyId key, byte[] ciphertext) {
        return own.decrypt(key, ciphertext);
    }

    @Override
    public byte[] agree(KeyId key, byte[] point) {
        return own.agree(key, point);
    }

    @Override
    public String toString() {
        return "TrustedKeys[" + own + ", " + list + "]";
    }
}
