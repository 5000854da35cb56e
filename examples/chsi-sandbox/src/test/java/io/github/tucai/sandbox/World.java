package io.github.tucai.sandbox;

import io.github.tucai.code.CodeClaims;
import io.github.tucai.crypto.CmsBundles;
import io.github.tucai.crypto.HttpsChsiTransport;
import io.github.tucai.delivery.DeliveryContent;
import io.github.tucai.delivery.SealedBundle;
import io.github.tucai.delivery.Withdrawal;
import io.github.tucai.graduate.EnrolmentNumber;
import io.github.tucai.graduate.MaskedId;
import io.github.tucai.graduate.MaskedName;
import io.github.tucai.graduate.StudentNumber;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.school.SchoolCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** One set of keys for all tests, since making them takes seconds, and a registry for each. */
final class World implements AutoCloseable {
    static final DemoKeys KEYS = keys();

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    final Path store;
    ChsiSandbox sandbox;

    World() {
        store = temporary("tucai-sandbox-test");
        sandbox = ChsiSandbox.start(KEYS.sandbox(store));
    }

    private static DemoKeys keys() {
        Path folder = temporary("tucai-sandbox-keys");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
        return DemoKeys.in(folder, Clock.systemUTC(), new SecureRandom());
    }

    static Path temporary(String name) {
        try {
            return Files.createTempDirectory(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void restart() {
        sandbox.close();
        sandbox = ChsiSandbox.start(KEYS.sandbox(store));
    }

    HttpsChsiTransport.Builder builder() {
        return builder(sandbox.endpoint());
    }

    static HttpsChsiTransport.Builder builder(URI endpoint) {
        return HttpsChsiTransport.builder(endpoint)
                .trusted(KEYS.trusted())
                .clientKey(KEYS.clientKeyStore(), KEYS::password)
                .receiptKeys(KEYS.collector())
                .answerTimeout(Duration.ofSeconds(20));
    }

    HttpsChsiTransport transport() {
        return builder().build();
    }

    /** What is pinned of the certificate in a key store: SHA-256 of its public key. */
    static String pin(Path keyStore) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12", new BouncyCastleProvider());
        try (InputStream in = Files.newInputStream(keyStore)) {
            store.load(in, KEYS.password());
        }
        byte[] key = store.getCertificate("tls").getPublicKey().getEncoded();
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key));
    }

    /** Claims of an invented person that nobody had before. */
    static CodeClaims newClaims() {
        int number = NUMBERS.incrementAndGet();
        return new CodeClaims(
                new EnrolmentNumber("ENROLMENT-" + number),
                new MaskedName("李**"),
                new MaskedId("3201**********1234"),
                new SchoolCode("10284"),
                new StudentNumber("S" + number),
                2025,
                Instant.parse("2024-03-01T00:00:00Z"),
                Instant.parse("2024-06-01T00:00:00Z"),
                String.format("%016x", number));
    }

    CodeClaims issuedClaims() {
        CodeClaims claims = newClaims();
        sandbox.issue(claims);
        return claims;
    }

    static SealedBundle sealed(CodeClaims claims, int version, int... photo) {
        return CmsBundles.sealer(KEYS.collector(), new SecureRandom()).seal(content(claims, version, photo));
    }

    /** Takes back the delivery with this photo. */
    static SealedBundle withdrawal(CodeClaims claims, int version, int... photo) {
        return CmsBundles.sealer(KEYS.collector(), new SecureRandom())
                .seal(new Withdrawal(claims, content(claims, version, photo).key(), version, Instant.EPOCH));
    }

    static DeliveryContent content(CodeClaims claims, int version, int... photo) {
        byte[] bytes = new byte[photo.length];
        for (int i = 0; i < photo.length; i++) {
            bytes[i] = (byte) photo[i];
        }
        return new DeliveryContent(claims, PhotoImage.copyOf(bytes), Instant.EPOCH, version);
    }

    @Override
    public void close() {
        sandbox.close();
        delete(store);
    }

    static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(
                        Path directory, @org.jspecify.annotations.Nullable IOException failure) throws IOException {
                    Files.delete(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
