package io.github.tucai.crypto;

import io.github.tucai.failure.TucaiException;
import io.github.tucai.key.KeyId;
import io.github.tucai.key.KeyInfo;
import io.github.tucai.key.KeyState;
import io.github.tucai.key.KeyUse;
import io.github.tucai.key.PublicPoint;
import io.github.tucai.key.Suite;
import io.github.tucai.spi.KeyProvider;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keys in a folder, in one encrypted file that its owner alone may read. Own keys sign and decrypt; the other side's are
 * there to be trusted. Several may be alive for one use: the newest active one makes what is new, all that are not destroyed
 * open what is old.
 *
 * <p>The password comes from a callback that hands over a fresh array at each call; the ring wipes it after use. Every change
 * is on disk, whole, when its method returns. Another process's changes are seen after {@link #reload()}. Safe for concurrent
 * use.
 */
public final class KeyRing implements KeyProvider, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KeyRing.class);

    /** Keys of one instant have an order too, by their ids. */
    private static final Comparator<KeyInfo> AGE = Comparator.comparing(KeyInfo::createdAt)
            .thenComparing(key -> key.id().value());

    private final KeyRingFile file;
    private final Clock clock;
    private final SecureRandom random;
    private final AtomicReference<@Nullable Map<KeyId, RingEntry>> entries = new AtomicReference<>();

    private KeyRing(KeyRingFile file, Clock clock, SecureRandom random) {
        this.file = file;
        this.clock = Objects.requireNonNull(clock, "clock");
        this.random = Objects.requireNonNull(random, "random");
        entries.set(file.load());
    }

    /**
     * Makes an empty ring, and the folder where it is missing.
     *
     * @throws TucaiException if there is a ring already
     */
    public static KeyRing create(Path directory, Supplier<char[]> password, Clock clock, SecureRandom random) {
        KeyRingFile file = new KeyRingFile(directory, password);
        file.create();
        return new KeyRing(file, clock, random);
    }

    /**
     * Opens a ring.
     *
     * @throws TucaiException if there is none, or the password is wrong
     */
    public static KeyRing open(Path directory, Supplier<char[]> password, Clock clock, SecureRandom random) {
        return new KeyRing(new KeyRingFile(directory, password), clock, random);
    }

    /** Whether a folder holds a ring. */
    public static boolean existsIn(Path directory) {
        return new KeyRingFile(directory, () -> new char[0]).exists();
    }

    /** Makes an own active key beside those there are. */
    public KeyInfo generate(KeyUse use, Suite suite) {
        RingEntry fresh = newEntry(use, suite);
        change(ring -> add(ring, fresh));
        LOG.info("Key {} made for {}", fresh.info().id(), use);
        return fresh.info();
    }

    /** Makes an own active key for each of the uses, in one step. */
    public List<KeyInfo> generate(Set<KeyUse> uses, Suite suite) {
        List<RingEntry> fresh =
                uses.stream().sorted().map(use -> newEntry(use, suite)).toList();
        change(ring -> fresh.forEach(entry -> add(ring, entry)));
        fresh.forEach(entry ->
                LOG.info("Key {} made for {}", entry.info().id(), entry.info().use()));
        return fresh.stream().map(RingEntry::info).toList();
    }

    /** Makes an own active key and retires the own active ones of that use and suite, in one step. */
    public KeyInfo rotate(KeyUse use, Suite suite) {
        RingEntry fresh = newEntry(use, suite);
        change(ring -> {
            ring.replaceAll((id, entry) -> isOwnActive(entry.info(), use, suite) ? entry.in(KeyState.RETIRED) : entry);
            add(ring, fresh);
        });
        LOG.info("Key {} took over for {}", fresh.info().id(), use);
        return fresh.info();
    }

    /** Nothing new is made with the key; what was made still opens. */
    public KeyInfo retire(KeyId id) {
        return move(id, KeyState.RETIRED);
    }

    /** Removes the private part, or the trust, for good. */
    public KeyInfo destroy(KeyId id) {
        return move(id, KeyState.DESTROYED);
    }

    /**
     * Trusts a key of the other side.
     *
     * @param use what the other side uses it for
     * @param certificatePem its certificate as {@link #certificatePem} of the other side gives it; who hands it over vouches
     *     for it
     * @throws IllegalArgumentException if it is no certificate on a known curve
     */
    public KeyInfo trust(KeyUse use, String certificatePem) {
        RingEntry entry = trusted(use, Certificates.fromPem(certificatePem));
        change(ring -> add(ring, entry));
        LOG.info("Key {} trusted for {}", entry.info().id(), use);
        return entry.info();
    }

    /** Trusts all own active keys of another ring, in one step: for two sides that are set up in one place. */
    public void trust(KeyRing other) {
        List<RingEntry> theirs = other.snapshot().values().stream()
                .filter(entry -> entry.info().own() && entry.info().state() == KeyState.ACTIVE)
                .map(entry -> trusted(entry.info().use(), entry.certificate()))
                .toList();
        change(ring -> theirs.forEach(entry -> add(ring, entry)));
        theirs.forEach(entry -> LOG.info(
                "Key {} trusted for {}", entry.info().id(), entry.info().use()));
    }

    private RingEntry trusted(KeyUse use, byte[] certificate) {
        Certificates.Subject subject = Certificates.subject(certificate, KeyRingFile.provider());
        KeyInfo info = new KeyInfo(
                subject.algorithms().idOf(subject.point()),
                use,
                subject.algorithms().suite(),
                KeyState.ACTIVE,
                false,
                subject.point(),
                now());
        return new RingEntry(info, certificate, null);
    }

    /** The certificate with a key's public half, for the other side to trust. */
    public String certificatePem(KeyId id) {
        RingEntry entry = snapshot().get(id);
        if (entry == null) {
            throw unknown(id);
        }
        return Certificates.pem(entry.certificate());
    }

    /** Reads the file again. */
    public synchronized void reload() {
        Map<KeyId, RingEntry> before = snapshot();
        hold(before, file.load(before));
    }

    @Override
    public String id() {
        return "keyring";
    }

    /** Oldest first. */
    @Override
    public List<KeyInfo> keys() {
        return snapshot().values().stream().map(RingEntry::info).sorted(AGE).toList();
    }

    @Override
    public Optional<KeyInfo> alive(KeyId id) {
        return Optional.ofNullable(snapshot().get(id))
                .map(RingEntry::info)
                .filter(info -> info.state() != KeyState.DESTROYED);
    }

    @Override
    public Optional<KeyInfo> newest(KeyUse use, Suite suite) {
        KeyInfo newest = null;
        for (RingEntry entry : snapshot().values()) {
            KeyInfo info = entry.info();
            if (info.use() == use
                    && info.suite() == suite
                    && info.state() == KeyState.ACTIVE
                    && (newest == null || AGE.compare(info, newest) > 0)) {
                newest = info;
            }
        }
        return Optional.ofNullable(newest);
    }

    @Override
    public byte[] sign(KeyId key, byte[] message) {
        RingEntry entry = entry(key);
        return Algorithms.of(entry.info().suite())
                .sign(privateKey(entry), entry.info().publicPoint(), message, random);
    }

    @Override
    public byte[] decrypt(KeyId key, byte[] ciphertext) {
        return SmAlgorithms.INSTANCE.decryptWith(privateKey(entry(key, Suite.SM)), ciphertext);
    }

    @Override
    public byte[] agree(KeyId key, byte[] point) {
        return IntlAlgorithms.INSTANCE.agreeWith(privateKey(entry(key, Suite.INTL)), point);
    }

    /** Wipes the private parts and forgets the keys; the ring cannot be used any more. */
    @Override
    public synchronized void close() {
        Map<KeyId, RingEntry> ring = entries.getAndSet(null);
        if (ring != null) {
            ring.values().forEach(RingEntry::wipe);
        }
    }

    @Override
    public String toString() {
        Map<KeyId, RingEntry> ring = entries.get();
        return ring == null ? "KeyRing[closed]" : "KeyRing[" + ring.size() + " keys]";
    }

    private RingEntry newEntry(KeyUse use, Suite suite) {
        Algorithms algorithms = Algorithms.of(suite);
        AsymmetricCipherKeyPair pair = algorithms.newKeyPair(random);
        ECPublicKeyParameters publicKey = (ECPublicKeyParameters) pair.getPublic();
        ECPrivateKeyParameters privateKey = (ECPrivateKeyParameters) pair.getPrivate();
        PublicPoint point = Algorithms.pointOf(publicKey);
        byte[] certificate = Certificates.selfSigned(
                algorithms, publicKey, use, now(), message -> algorithms.sign(privateKey, point, message, random));
        KeyInfo info = new KeyInfo(algorithms.idOf(point), use, suite, KeyState.ACTIVE, true, point, now());
        return new RingEntry(info, certificate, new PrivatePart(privateKey.getD()));
    }

    private static boolean isOwnActive(KeyInfo info, KeyUse use, Suite suite) {
        return info.own() && info.use() == use && info.suite() == suite && info.state() == KeyState.ACTIVE;
    }

    private KeyInfo move(KeyId id, KeyState state) {
        Map<KeyId, RingEntry> changed = change(ring -> {
            RingEntry entry = ring.get(id);
            if (entry == null) {
                throw unknown(id);
            }
            ring.put(id, entry.in(state));
        });
        LOG.info("Key {} is now {}", id, state);
        return Objects.requireNonNull(changed.get(id)).info();
    }

    private static void add(Map<KeyId, RingEntry> ring, RingEntry entry) {
        if (ring.putIfAbsent(entry.info().id(), entry) != null) {
            throw new IllegalArgumentException(
                    "the ring has a key " + entry.info().id() + " already");
        }
    }

    private synchronized Map<KeyId, RingEntry> change(Consumer<Map<KeyId, RingEntry>> change) {
        Map<KeyId, RingEntry> before = snapshot();
        Map<KeyId, RingEntry> changed = file.change(before, ring -> {
            Map<KeyId, RingEntry> copy = new LinkedHashMap<>(ring);
            change.accept(copy);
            return Collections.unmodifiableMap(copy);
        });
        return hold(before, changed);
    }

    /** Operations go on with the private parts they have; those of keys that are no more are wiped. */
    private Map<KeyId, RingEntry> hold(Map<KeyId, RingEntry> before, Map<KeyId, RingEntry> fresh) {
        Map<KeyId, RingEntry> held = new LinkedHashMap<>();
        fresh.forEach((id, entry) -> held.put(id, entry.holdingThatOf(before.get(id))));
        entries.set(Collections.unmodifiableMap(held));
        before.forEach((id, entry) -> {
            RingEntry now = held.get(id);
            if (now == null || now.privatePart() == null) {
                entry.wipe();
            }
        });
        return held;
    }

    private Map<KeyId, RingEntry> snapshot() {
        Map<KeyId, RingEntry> ring = entries.get();
        if (ring == null) {
            throw new IllegalStateException("the key ring is closed");
        }
        return ring;
    }

    private RingEntry entry(KeyId id) {
        RingEntry entry = snapshot().get(id);
        if (entry == null) {
            throw unknown(id);
        }
        return entry;
    }

    private RingEntry entry(KeyId id, Suite suite) {
        RingEntry entry = entry(id);
        if (entry.info().suite() != suite) {
            throw new IllegalArgumentException(
                    "key " + id + " is of suite " + entry.info().suite() + ", not " + suite);
        }
        return entry;
    }

    private static ECPrivateKeyParameters privateKey(RingEntry entry) {
        PrivatePart key = entry.privatePart();
        if (key == null) {
            throw new IllegalArgumentException(
                    "the ring has no private part of key " + entry.info().id());
        }
        return key.key(Algorithms.of(entry.info().suite()));
    }

    private static IllegalArgumentException unknown(KeyId id) {
        return new IllegalArgumentException("the ring has no key " + id);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
