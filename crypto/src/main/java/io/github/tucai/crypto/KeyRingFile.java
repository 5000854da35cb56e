package io.github.tucai.crypto;

import io.github.tucai.failure.TucaiException;
import io.github.tucai.key.KeyId;
import io.github.tucai.key.KeyInfo;
import io.github.tucai.key.KeyState;
import io.github.tucai.key.KeyUse;
import io.github.tucai.key.Suite;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.PrivateKeyInfoFactory;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * A ring on disk: one BCFKS key store, encrypted and authenticated as a whole, trusted certificates included. An entry's
 * alias is {@code id/use/suite/state/own|trusted/millisecond}.
 */
final class KeyRingFile {
    static final String NAME = "keys.bcfks";

    private static final String LOCK = ".lock";
    private static final int ALIAS_PARTS = 6;
    private static final Provider PROVIDER = new BouncyCastleProvider();

    private final Path file;
    private final Supplier<char[]> password;

    KeyRingFile(Path directory, Supplier<char[]> password) {
        this.file = directory.resolve(NAME);
        this.password = password;
    }

    static Provider provider() {
        return PROVIDER;
    }

    boolean exists() {
        return Files.isRegularFile(file);
    }

    /** Makes the folder, open to its owner only, and an empty ring in it. */
    void create() {
        try {
            if (!Files.isDirectory(directory())) {
                Files.createDirectories(directory(), ownerOnly(directory().toAbsolutePath(), "rwx------"));
            }
        } catch (IOException e) {
            throw new TucaiException("Cannot make the folder of the key ring " + file, e);
        }
        locked(() -> {
            if (exists()) {
                throw new TucaiException("There is a key ring already: " + file);
            }
            return withPassword(secret -> {
                replace(Map.of(), newStore(), secret);
                return Map.of();
            });
        });
    }

    Map<KeyId, RingEntry> load() {
        return load(Map.of());
    }

    /**
     * Reads the entries.
     *
     * @param known entries of an earlier reading: their private parts are taken as they are, since decrypting one is slow on
     *     purpose
     */
    Map<KeyId, RingEntry> load(Map<KeyId, RingEntry> known) {
        return opened((store, secret) -> entries(store, known, secret));
    }

    /** Looks for the ring before the password is asked for: who names a wrong folder is not to look for a password. */
    private Map<KeyId, RingEntry> opened(BiFunction<KeyStore, char[], Map<KeyId, RingEntry>> work) {
        if (!exists()) {
            throw new TucaiException("No key ring at " + file + "; make one first");
        }
        return withPassword(secret -> work.apply(open(secret), secret));
    }

    private Map<KeyId, RingEntry> withPassword(Function<char[], Map<KeyId, RingEntry>> work) {
        char[] secret = password.get();
        try {
            return work.apply(secret);
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    private KeyStore open(char[] secret) {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("BCFKS", PROVIDER);
            store.load(in, secret);
            return store;
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            // Damage meets Bouncy Castle's parser before any check, which then throws what it likes.
            throw doesNotOpen(e);
        }
    }

    private Map<KeyId, RingEntry> entries(KeyStore store, Map<KeyId, RingEntry> known, char[] secret) {
        try {
            Map<KeyId, RingEntry> entries = new LinkedHashMap<>();
            for (String alias : Collections.list(store.aliases())) {
                RingEntry entry = entry(alias, store, secret, known);
                entries.put(entry.info().id(), entry);
            }
            return entries;
        } catch (IOException | GeneralSecurityException e) {
            throw doesNotOpen(e);
        }
    }

    private TucaiException doesNotOpen(Exception cause) {
        return new TucaiException(
                "The key ring " + file + " does not open: the password is wrong or the file is damaged", cause);
    }

    /**
     * Reads, changes and replaces the file while no other process does. Entries that stay are neither decrypted nor encrypted
     * again, which is slow on purpose.
     */
    Map<KeyId, RingEntry> change(Map<KeyId, RingEntry> known, UnaryOperator<Map<KeyId, RingEntry>> change) {
        return locked(() -> opened((store, secret) -> {
            Map<KeyId, RingEntry> changed = change.apply(entries(store, known, secret));
            replace(changed, store, secret);
            return changed;
        }));
    }

    private Path directory() {
        Path directory = file.getParent();
        return directory == null ? Path.of("") : directory;
    }

    /** A file lock keeps other processes out, the monitor this one's other rings. */
    private Map<KeyId, RingEntry> locked(Supplier<Map<KeyId, RingEntry>> work) {
        synchronized (KeyRingFile.class) {
            return lockedAgainstOthers(work);
        }
    }

    private Map<KeyId, RingEntry> lockedAgainstOthers(Supplier<Map<KeyId, RingEntry>> work) {
        Path lockFile = directory().resolve(LOCK);
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (!lock.isValid()) {
                throw new TucaiException("The key ring's lock was lost: " + lockFile);
            }
            return work.get();
        } catch (IOException e) {
            throw new TucaiException("Cannot lock the key ring with " + lockFile, e);
        }
    }

    private static RingEntry entry(String alias, KeyStore store, char[] secret, Map<KeyId, RingEntry> known)
            throws IOException, GeneralSecurityException {
        String[] parts = alias.split("/", -1);
        if (parts.length != ALIAS_PARTS) {
            throw new IOException("an entry has an alias of another form");
        }
        byte[] certificate = store.getCertificate(alias).getEncoded();
        Certificates.Subject subject = Certificates.subject(certificate, PROVIDER);
        KeyInfo info = new KeyInfo(
                new KeyId(parts[0]),
                KeyUse.valueOf(parts[1]),
                Suite.valueOf(parts[2]),
                KeyState.valueOf(parts[3]),
                parts[4].equals("own"),
                subject.point(),
                Instant.ofEpochMilli(Long.parseLong(parts[5])));
        if (!store.isKeyEntry(alias)) {
            return new RingEntry(info, certificate, null);
        }
        RingEntry earlier = known.get(info.id());
        PrivatePart held =
                earlier == null || !Arrays.equals(earlier.certificate(), certificate) ? null : earlier.privatePart();
        return new RingEntry(
                info,
                certificate,
                held == null ? privatePart(store.getKey(alias, secret).getEncoded()) : held);
    }

    private static PrivatePart privatePart(byte[] pkcs8) throws IOException {
        try {
            return new PrivatePart(((ECPrivateKeyParameters) PrivateKeyFactory.createKey(pkcs8)).getD());
        } finally {
            Arrays.fill(pkcs8, (byte) 0);
        }
    }

    private static KeyStore newStore() {
        try {
            KeyStore store = KeyStore.getInstance("BCFKS", PROVIDER);
            store.load(null, null);
            return store;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("an empty key store can be made", e);
        }
    }

    private void replace(Map<KeyId, RingEntry> entries, KeyStore store, char[] secret) {
        if (secret.length == 0) {
            throw new TucaiException("A key ring needs a password that is not empty: " + file);
        }
        try {
            replace(bytes(entries.values(), store, secret));
        } catch (IOException e) {
            throw new TucaiException("Cannot write the key ring " + file, e);
        } catch (GeneralSecurityException e) {
            throw new TucaiException("Cannot make the key ring " + file, e);
        }
    }

    private static byte[] bytes(Collection<RingEntry> entries, KeyStore store, char[] secret)
            throws IOException, GeneralSecurityException {
        Set<String> aliases = entries.stream().map(entry -> alias(entry.info())).collect(Collectors.toSet());
        for (String alias : Collections.list(store.aliases())) {
            if (!aliases.contains(alias)) {
                store.deleteEntry(alias);
            }
        }
        for (RingEntry entry : entries) {
            if (!store.containsAlias(alias(entry.info()))) {
                add(entry, store, secret);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, secret);
        return out.toByteArray();
    }

    private static void add(RingEntry entry, KeyStore store, char[] secret)
            throws IOException, GeneralSecurityException {
        X509Certificate certificate = Certificates.parse(entry.certificate(), PROVIDER);
        PrivatePart privatePart = entry.privatePart();
        if (privatePart == null) {
            store.setCertificateEntry(alias(entry.info()), certificate);
        } else {
            store.setKeyEntry(
                    alias(entry.info()),
                    jca(privatePart.key(Algorithms.of(entry.info().suite()))),
                    secret,
                    new Certificate[] {certificate});
        }
    }

    private static PrivateKey jca(ECPrivateKeyParameters key) throws IOException, GeneralSecurityException {
        PrivateKeyInfo info = PrivateKeyInfoFactory.createPrivateKeyInfo(key);
        return KeyFactory.getInstance("EC", PROVIDER).generatePrivate(new PKCS8EncodedKeySpec(info.getEncoded()));
    }

    private static String alias(KeyInfo info) {
        return String.join(
                "/",
                info.id().value(),
                info.use().name(),
                info.suite().name(),
                info.state().name(),
                info.own() ? "own" : "trusted",
                Long.toString(info.createdAt().toEpochMilli()));
    }

    private void replace(byte[] bytes) throws IOException {
        new AtomicFiles(step -> {}).write(file, bytes, ownerOnly(directory(), "rw-------"));
    }

    /** Nothing where the file system knows no such permissions. */
    private static FileAttribute<?>[] ownerOnly(Path where, String permissions) {
        return where.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
