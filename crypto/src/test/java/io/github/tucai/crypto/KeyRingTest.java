package io.github.tucai.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tucai.code.CodeOpening;
import io.github.tucai.code.CollectionCode;
import io.github.tucai.failure.TucaiException;
import io.github.tucai.key.KeyId;
import io.github.tucai.key.KeyInfo;
import io.github.tucai.key.KeyState;
import io.github.tucai.key.KeyUse;
import io.github.tucai.key.Suite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeyRingTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    Path folder;

    private Path home() {
        return folder.resolve("ring");
    }

    private KeyRing create() {
        return KeyRing.create(home(), "secret"::toCharArray, Clock.systemUTC(), RANDOM);
    }

    private KeyRing open(String password) {
        return KeyRing.open(home(), password::toCharArray, Clock.systemUTC(), RANDOM);
    }

    @ParameterizedTest
    @EnumSource
    void aKeySurvivesTheFile(Suite suite) {
        KeyInfo made = create().generate(KeyUse.CODE_SIGNING, suite);
        KeyRing again = open("secret");
        assertThat(again.keys()).containsExactly(made);
        byte[] message = {1, 2, 3};
        byte[] signature = again.sign(made.id(), message);
        assertThat(Algorithms.of(suite).verify(made.publicPoint(), message, 3, signature))
                .isTrue();
    }

    @Test
    void aWrongPasswordIsSaidAndTheRightOneIsNotQuoted() {
        create().generate(KeyUse.CODE_SIGNING, Suite.SM);
        assertThatThrownBy(() -> open("hunter2"))
                .isInstanceOf(TucaiException.class)
                .hasMessageContaining("password is wrong")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void anEmptyPasswordIsRefused() {
        assertThatThrownBy(() -> KeyRing.create(home(), ""::toCharArray, Clock.systemUTC(), RANDOM))
                .isInstanceOf(TucaiException.class)
                .hasMessageContaining("password");
        assertThat(KeyRing.existsIn(home())).isFalse();
    }

    @Test
    void aDamagedFileIsSaid() throws IOException {
        create().generate(KeyUse.CODE_SIGNING, Suite.SM);
        Path file = home().resolve(KeyRingFile.NAME);
        byte[] bytes = Files.readAllBytes(file);
        for (int at = 0; at < bytes.length; at += bytes.length / 8) {
            byte[] damaged = bytes.clone();
            damaged[at] ^= 0x10;
            Files.write(file, damaged);
            assertThatThrownBy(() -> open("secret")).isInstanceOf(TucaiException.class);
        }
    }

    @Test
    void aRingThatWentMissingIsSaidBeforeThePasswordIsAskedFor() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        Supplier<char[]> password = () -> {
            asked.incrementAndGet();
            return "secret".toCharArray();
        };
        KeyRing ring = KeyRing.create(home(), password, Clock.systemUTC(), RANDOM);
        int before = asked.get();
        Files.delete(home().resolve(KeyRingFile.NAME));
        assertThatThrownBy(() -> ring.generate(KeyUse.CODE_SIGNING, Suite.SM)).hasMessageContaining("No key ring");
        assertThatThrownBy(ring::reload).hasMessageContaining("No key ring");
        assertThat(asked).hasValue(before);
    }

    @Test
    void aMissingRingAndASecondOneAreSaid() {
        assertThatThrownBy(() -> open("secret")).hasMessageContaining("No key ring");
        create();
        assertThatThrownBy(this::create).hasMessageContaining("already");
    }

    @Test
    void onlyTheOwnerReadsTheFile() throws IOException {
        create().generate(KeyUse.CODE_SIGNING, Suite.SM);
        Path file = home().resolve(KeyRingFile.NAME);
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home())))
                    .isEqualTo("rwx------");
        }
        try (var files = Files.list(home())) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("keys.bcfks", ".lock");
        }
    }

    @Test
    void rotationKeepsTheOldKeyForWhatIsOld() {
        KeyRing ring = create();
        KeyInfo first = ring.generate(KeyUse.CODE_SIGNING, Suite.SM);
        KeyInfo other = ring.generate(KeyUse.CODE_OPENING, Suite.SM);
        KeyInfo second = ring.rotate(KeyUse.CODE_SIGNING, Suite.SM);
        assertThat(open("secret").keys()).containsExactlyInAnyOrder(first.in(KeyState.RETIRED), other, second);
        assertThat(ring.newest(KeyUse.CODE_SIGNING, Suite.SM)).contains(second);
        assertThat(ring.alive(first.id())).contains(first.in(KeyState.RETIRED));
    }

    @Test
    void aDestroyedKeyIsListedAndDoesNothingMore() {
        KeyRing ring = create();
        KeyInfo key = ring.generate(KeyUse.CODE_SIGNING, Suite.SM);
        ring.destroy(key.id());
        KeyRing again = open("secret");
        assertThat(again.keys()).containsExactly(key.in(KeyState.DESTROYED));
        assertThat(again.alive(key.id())).isEmpty();
        assertThatThrownBy(() -> again.sign(key.id(), new byte[1])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> again.retire(key.id()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("DESTROYED");
    }

    @Test
    void anUnknownKeyIsSaid() {
        KeyRing ring = create();
        KeyId unknown = new KeyId("00000000");
        assertThatThrownBy(() -> ring.retire(unknown)).hasMessageContaining("no key 00000000");
        assertThatThrownBy(() -> ring.sign(unknown, new byte[0])).hasMessageContaining("no key 00000000");
        assertThatThrownBy(() -> ring.certificatePem(unknown)).hasMessageContaining("no key 00000000");
    }

    @Test
    void aClosedRingDoesNothing() {
        KeyRing ring = create();
        ring.close();
        assertThatThrownBy(ring::keys).isInstanceOf(IllegalStateException.class);
        assertThat(ring).hasToString("KeyRing[closed]");
    }

    @Test
    void anotherRingsChangesAreSeenAfterReloadAndNeverLost() {
        KeyRing one = create();
        KeyRing two = open("secret");
        KeyInfo first = one.generate(KeyUse.CODE_SIGNING, Suite.SM);
        KeyInfo second = two.generate(KeyUse.CODE_OPENING, Suite.SM);
        assertThat(one.keys()).containsExactly(first);
        one.reload();
        assertThat(one.keys()).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void entriesThatStayAreNotWrittenAnewAndOpenStill() {
        KeyRing ring = create();
        KeyInfo first = ring.generate(KeyUse.CODE_SIGNING, Suite.SM);
        KeyRing other = open("secret");
        other.generate(KeyUse.CODE_OPENING, Suite.SM);
        KeyInfo third = ring.generate(KeyUse.BUNDLE_SIGNING, Suite.INTL);
        ring.retire(first.id());
        KeyRing again = open("secret");
        assertThat(again.keys()).hasSize(3);
        for (KeyInfo key : List.of(first, third)) {
            byte[] signature = again.sign(key.id(), new byte[1]);
            assertThat(Algorithms.of(key.suite()).verify(key.publicPoint(), new byte[1], 1, signature))
                    .isTrue();
        }
    }

    @Test
    void whatIsTrustedIsVerifiedButSignsNothing() {
        KeyRing registry = create();
        KeyInfo signer = registry.generate(KeyUse.CODE_SIGNING, Suite.SM);
        KeyRing collector = KeyRing.create(folder.resolve("other"), "else"::toCharArray, Clock.systemUTC(), RANDOM);
        KeyInfo trusted = collector.trust(KeyUse.CODE_SIGNING, registry.certificatePem(signer.id()));
        assertThat(trusted.id()).isEqualTo(signer.id());
        assertThat(trusted.own()).isFalse();
        assertThat(trusted.publicPoint()).isEqualTo(signer.publicPoint());
        assertThatThrownBy(() -> collector.sign(trusted.id(), new byte[1]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> collector.trust(KeyUse.CODE_SIGNING, registry.certificatePem(signer.id())))
                .hasMessageContaining("already");
    }

    @Test
    void whatIsNoCertificateIsNotTrusted() {
        KeyRing ring = create();
        for (String text : List.of("", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----", "nonsense")) {
            assertThatThrownBy(() -> ring.trust(KeyUse.CODE_SIGNING, text))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(ring.keys()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void codesTravelBetweenTwoRings(Suite suite) {
        KeyRing registry = create();
        KeyRing collector = KeyRing.create(folder.resolve("other"), "else"::toCharArray, Clock.systemUTC(), RANDOM);
        KeyInfo signer = registry.generate(KeyUse.CODE_SIGNING, suite);
        KeyInfo opener = collector.generate(KeyUse.CODE_OPENING, suite);
        collector.trust(KeyUse.CODE_SIGNING, registry.certificatePem(signer.id()));
        registry.trust(KeyUse.CODE_OPENING, collector.certificatePem(opener.id()));
        CollectionCode code = Tc1.issuer(registry, suite, RANDOM).issue(Samples.CLAIMS);
        assertThat(Tc1.decoder(collector).open(code, Samples.CLAIMS.issuedAt()))
                .isEqualTo(new CodeOpening.Opened(Samples.CLAIMS));
    }

    @Test
    void thePasswordIsWipedAfterUse() {
        char[] handed = "secret".toCharArray();
        create();
        KeyRing.open(home(), () -> handed, Clock.systemUTC(), RANDOM);
        assertThat(handed).containsOnly('\0');
    }

    @Test
    void theFileDoesNotShowWhatIsInIt() throws IOException {
        KeyRing ring = create();
        KeyInfo key = ring.generate(KeyUse.CODE_SIGNING, Suite.SM);
        String file = new String(Files.readAllBytes(home().resolve(KeyRingFile.NAME)), StandardCharsets.ISO_8859_1);
        assertThat(file).doesNotContain(key.id().value()).doesNotContain("CODE_SIGNING");
        assertThat(ring.toString() + ring.keys()).doesNotContain("secret");
    }
}
