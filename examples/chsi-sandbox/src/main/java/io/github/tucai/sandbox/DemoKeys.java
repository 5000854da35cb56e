package io.github.tucai.sandbox;

import io.github.tucai.crypto.KeyRing;
import io.github.tucai.crypto.MutualTls;
import io.github.tucai.crypto.SmTls;
import io.github.tucai.failure.TucaiException;
import io.github.tucai.key.KeyUse;
import io.github.tucai.key.Suite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Set;

/**
 * All keys and certificates that a registry and a collector need to talk, in one folder, with one random password that lies
 * beside them: for demonstrations and tests, where both sides live together. Real sides keep theirs apart.
 *
 * <p>Files: {@code registry/} and {@code collector/} with a key ring each, {@code server.p12} and {@code client.p12} for TLS,
 * {@code ca.pem} that vouches for both, the same three with {@code -sm} in the national algorithms, {@code password.txt}.
 */
public final class DemoKeys {
    private static final String PASSWORD = "password.txt";

    private final Path folder;
    private final String password;
    private final Clock clock;
    private final SecureRandom random;
    private final KeyRing registry;
    private final KeyRing collector;

    private DemoKeys(Path folder, Clock clock, SecureRandom random) throws IOException {
        this.folder = folder;
        this.clock = clock;
        this.random = random;
        this.password = Files.readString(folder.resolve(PASSWORD)).strip();
        this.registry = KeyRing.open(folder.resolve("registry"), this::password, clock, random);
        this.collector = KeyRing.open(folder.resolve("collector"), this::password, clock, random);
    }

    /** Opens the keys in a folder, making them first where there are none. */
    public static DemoKeys in(Path folder, Clock clock, SecureRandom random) {
        try {
            if (!Files.exists(folder.resolve(PASSWORD))) {
                make(folder, clock, random);
            }
            return new DemoKeys(folder, clock, random);
        } catch (IOException e) {
            throw new TucaiException("The demo keys in " + folder + " cannot be read or made", e);
        }
    }

    /** The password file comes last: where it stands, all of it stands. */
    private static void make(Path folder, Clock clock, SecureRandom random) throws IOException {
        Files.createDirectories(folder);
        byte[] secret = new byte[16];
        random.nextBytes(secret);
        String password = HexFormat.of().formatHex(secret);
        KeyRing registry = KeyRing.create(folder.resolve("registry"), password::toCharArray, clock, random);
        KeyRing collector = KeyRing.create(folder.resolve("collector"), password::toCharArray, clock, random);
        registry.generate(Set.of(KeyUse.CODE_SIGNING, KeyUse.BUNDLE_OPENING, KeyUse.RECEIPT_SIGNING), Suite.SM);
        collector.generate(Set.of(KeyUse.CODE_OPENING, KeyUse.BUNDLE_SIGNING, KeyUse.AUDIT_SIGNING), Suite.SM);
        registry.trust(collector);
        collector.trust(registry);
        for (Suite suite : Suite.values()) {
            DemoAuthority authority = new DemoAuthority("Demo Authority", suite, random);
            Files.writeString(file(folder, "ca", suite, "pem"), authority.pem());
            authority.issue("localhost", file(folder, "server", suite, "p12"), password);
            authority.issue("collector", file(folder, "client", suite, "p12"), password);
        }
        Path fresh = Files.createTempFile(folder, "password", ".new", ownerOnly(folder));
        Files.writeString(fresh, password + "\n", StandardCharsets.US_ASCII);
        Files.move(fresh, folder.resolve(PASSWORD), StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path file(Path folder, String name, Suite suite, String type) {
        return folder.resolve(name + (suite == Suite.SM ? "-sm." : ".") + type);
    }

    private static FileAttribute<?>[] ownerOnly(Path where) {
        return where.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** The registry's keys. */
    public KeyRing registry() {
        return registry;
    }

    /** The collector's keys. */
    public KeyRing collector() {
        return collector;
    }

    /** PKCS#12 with the collector's TLS key on P-256. */
    public Path clientKeyStore() {
        return clientKeyStore(Suite.INTL);
    }

    /** PKCS#12 with the collector's TLS key of a suite. */
    public Path clientKeyStore(Suite tls) {
        return file(folder, "client", tls, "p12");
    }

    /** PEM of the authority that vouches for both sides on P-256. */
    public Path trusted() {
        return trusted(Suite.INTL);
    }

    /** PEM of the authority that vouches for both sides in a suite. */
    public Path trusted(Suite tls) {
        return file(folder, "ca", tls, "pem");
    }

    /** A fresh copy of the password of all files. */
    public char[] password() {
        return password.toCharArray();
    }

    /** A sandbox with these keys, on a free port. */
    public SandboxConfig sandbox(Path store) {
        return sandbox(store, Suite.INTL);
    }

    /** The same, its TLS in either suite: the platform's algorithms or those of RFC 8998. */
    public SandboxConfig sandbox(Path store, Suite tls) {
        Path server = file(folder, "server", tls, "p12");
        return new SandboxConfig(
                store,
                registry,
                tls == Suite.SM
                        ? SmTls.context(server, this::password, trusted(tls))
                        : MutualTls.context(server, this::password, trusted(tls)),
                0,
                clock,
                random);
    }

    @Override
    public String toString() {
        return "DemoKeys[" + folder + "]";
    }
}
