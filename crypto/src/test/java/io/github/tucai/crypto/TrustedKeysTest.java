package io.github.tucai.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tucai.code.CodeClaims;
import io.github.tucai.code.CodeOpening;
import io.github.tucai.code.CodeRejection;
import io.github.tucai.code.CollectionCode;
import io.github.tucai.contract.Clause;
import io.github.tucai.contract.KeyProviderContract;
import io.github.tucai.failure.PluginException;
import io.github.tucai.failure.TucaiException;
import io.github.tucai.key.KeyInfo;
import io.github.tucai.key.KeyUse;
import io.github.tucai.key.Suite;
import io.github.tucai.spi.KeyProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.Set;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Clause({"N0.1", "N2.2b"})
class TrustedKeysTest {
    private static final Instant NOW = Samples.CLAIMS.issuedAt();
    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final CodeOpening OPENED = new CodeOpening.Opened(Samples.CLAIMS);
    private static final CodeOpening SHUT = new CodeOpening.Refused(CodeRejection.DOES_NOT_OPEN);

    private static final MemoryKeys ANCHOR = new MemoryKeys();
    private static String anchorPem = "";

    @TempDir
    Path folder;

    private final MemoryKeys registry = new MemoryKeys();
    private final MemoryKeys collector = new MemoryKeys();
    private final KeyInfo signer = registry.make(KeyUse.CODE_SIGNING, Suite.SM);
    private TrustedKeys keys;

    @BeforeAll
    static void makeAnchor() {
        AsymmetricCipherKeyPair pair = SmAlgorithms.INSTANCE.newKeyPair(new SecureRandom());
        ECPrivateKeyParameters key = (ECPrivateKeyParameters) pair.getPrivate();
        ANCHOR.hold(KeyUse.TRUST_SIGNING, Suite.SM, key);
        ECPublicKeyParameters publicKey = (ECPublicKeyParameters) pair.getPublic();
        anchorPem = Certificates.pem(Certificates.selfSigned(
                SmAlgorithms.INSTANCE,
                publicKey,
                KeyUse.TRUST_SIGNING,
                NOW,
                message ->
                        SmAlgorithms.INSTANCE.sign(key, Algorithms.pointOf(publicKey), message, new SecureRandom())));
    }

    @BeforeEach
    void open() {
        registry.trust(collector.make(KeyUse.CODE_OPENING, Suite.SM));
        keys = at(NOW);
    }

    private TrustedKeys at(Instant now) {
        return TrustedKeys.open(
                collector, anchorPem, folder.resolve("trust.list"), Clock.fixed(now, ZoneOffset.UTC), SKEW);
    }

    private TrustList.Builder list(long serial) {
        return TrustList.builder(serial, NOW, NOW.plusSeconds(3600))
                .trust(KeyUse.CODE_SIGNING, Suite.SM, signer.publicPoint());
    }

    private CollectionCode code() {
        return Tc1.issuer(registry, Suite.SM, new SecureRandom()).issue(Samples.CLAIMS);
    }

    private static CodeOpening open(TrustedKeys keys, CollectionCode code) {
        return Tc1.decoder(keys).open(code, NOW);
    }

    @Test
    void aListedKeyIsTrustedAndNoOther() {
        assertThat(keys.refresh(list(1).sign(ANCHOR))).isEqualTo(TrustedKeys.Refresh.ACCEPTED);
        assertThat(open(keys, code())).isEqualTo(OPENED);
        registry.make(KeyUse.CODE_SIGNING, Suite.SM);
        assertThat(open(keys, code())).isEqualTo(SHUT);
    }

    @Test
    void aRevokedKeyIsRefusedAtTheNextRefreshWhoeverElseTrustsIt() {
        collector.trust(signer);
        keys.refresh(list(1).sign(ANCHOR));
        CollectionCode code = code();
        assertThat(open(keys, code)).isEqualTo(OPENED);
        keys.refresh(list(2).revoke(signer.id()).sign(ANCHOR));
        assertThat(open(keys, code)).isEqualTo(SHUT);
        assertThat(keys.keys()).extracting(KeyInfo::id).doesNotContain(signer.id());
        assertThat(open(at(NOW), code)).isEqualTo(SHUT);
    }

    @Test
    void aRevokedCodeIsRefusedAtTheNextRefresh() {
        keys.refresh(list(1).sign(ANCHOR));
        CollectionCode code = code();
        assertThat(open(keys, code)).isEqualTo(OPENED);
        keys.refresh(list(2).revokeCode(Samples.CLAIMS.serial()).sign(ANCHOR));
        assertThat(open(keys, code)).isEqualTo(new CodeOpening.Refused(CodeRejection.REVOKED));
        assertThat(open(at(NOW), code)).isEqualTo(new CodeOpening.Refused(CodeRejection.REVOKED));
        CodeClaims other = Samples.claims().sample();
        CollectionCode unharmed =
                Tc1.issuer(registry, Suite.SM, new SecureRandom()).issue(other);
        assertThat(Tc1.decoder(keys).open(unharmed, other.issuedAt())).isEqualTo(new CodeOpening.Opened(other));
    }

    @Test
    void anOldListIsNotAcceptedAfterANewerOneNorAfterARestart() {
        byte[] old = list(1).sign(ANCHOR);
        byte[] fresh = list(2).revoke(signer.id()).sign(ANCHOR);
        assertThat(keys.refresh(old)).isEqualTo(TrustedKeys.Refresh.ACCEPTED);
        assertThat(keys.refresh(fresh)).isEqualTo(TrustedKeys.Refresh.ACCEPTED);
        assertThat(keys.refresh(fresh)).isEqualTo(TrustedKeys.Refresh.UNCHANGED);
        assertThat(keys.refresh(old)).isEqualTo(TrustedKeys.Refresh.OLDER);
        TrustedKeys again = at(NOW);
        assertThat(again.refresh(old)).isEqualTo(TrustedKeys.Refresh.OLDER);
        assertThat(again.list().orElseThrow().serial()).isEqualTo(2);
    }

    @Test
    void anEndedListSaysNothingAndOwnKeysGoOn() {
        keys.refresh(list(1).sign(ANCHOR));
        CollectionCode code = code();
        Instant end = NOW.plusSeconds(3600).plus(SKEW);
        assertThat(open(at(end.minusSeconds(1)), code)).isEqualTo(OPENED);
        TrustedKeys ended = at(end);
        assertThatThrownBy(() -> open(ended, code))
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("refresh");
        KeyInfo own = collector.newest(KeyUse.CODE_OPENING, Suite.SM).orElseThrow();
        assertThat(ended.alive(own.id())).contains(own);
        assertThat(ended.newest(KeyUse.CODE_OPENING, Suite.SM)).contains(own);
        assertThat(ended.keys()).containsExactly(own);
        assertThat(ended.refresh(list(2).sign(ANCHOR))).isEqualTo(TrustedKeys.Refresh.EXPIRED);
    }

    @Test
    void withoutAListNothingIsSaid() {
        assertThatThrownBy(() -> open(keys, code()))
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("No trust list");
    }

    @Test
    void aListFromTheFutureWaits() {
        TrustedKeys early = at(NOW.minus(SKEW).minusSeconds(1));
        assertThat(early.refresh(list(1).sign(ANCHOR))).isEqualTo(TrustedKeys.Refresh.NOT_YET_ISSUED);
        assertThat(at(NOW.minus(SKEW)).refresh(list(1).sign(ANCHOR))).isEqualTo(TrustedKeys.Refresh.ACCEPTED);
    }

    @Test
    void onlyTheAnchorsListsCount() throws IOException {
        MemoryKeys stranger = new MemoryKeys();
        stranger.make(KeyUse.TRUST_SIGNING, Suite.SM);
        assertThat(keys.refresh(list(1).sign(stranger))).isEqualTo(TrustedKeys.Refresh.NOT_GENUINE);
        byte[] genuine = list(1).revoke(signer.id()).sign(ANCHOR);
        Mutations mutations = new Mutations(1);
        for (int bit = 0; bit < 8 * genuine.length; bit++) {
            byte[] flipped = genuine.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(keys.refresh(flipped)).isEqualTo(TrustedKeys.Refresh.NOT_GENUINE);
        }
        for (int i = 0; i < 500; i++) {
            byte[] changed = mutations.blind(genuine, new byte[300]);
            if (!java.util.Arrays.equals(changed, genuine)) {
                assertThat(keys.refresh(changed)).isEqualTo(TrustedKeys.Refresh.NOT_GENUINE);
            }
        }
        byte[] noise = new byte[200];
        new Random(1).nextBytes(noise);
        Files.write(folder.resolve("trust.list"), noise);
        assertThatThrownBy(() -> at(NOW)).isInstanceOf(TucaiException.class).hasMessageContaining("trust.list");
    }

    @Test
    void theLastListedKeyMakesWhatIsNew() {
        MemoryKeys other = new MemoryKeys();
        KeyInfo first = other.make(KeyUse.BUNDLE_OPENING, Suite.SM);
        KeyInfo second = other.make(KeyUse.BUNDLE_OPENING, Suite.SM);
        keys.refresh(list(1).trust(first.use(), first.suite(), first.publicPoint())
                .trust(second.use(), second.suite(), second.publicPoint())
                .sign(ANCHOR));
        assertThat(keys.newest(KeyUse.BUNDLE_OPENING, Suite.SM))
                .map(KeyInfo::id)
                .contains(second.id());
        assertThat(keys.alive(first.id())).isPresent();
    }

    @Test
    void clocksMayDifferByASetTime() {
        collector.trust(signer);
        CollectionCode code = code();
        var decoder = Tc1.decoder(collector, CodeRevocations.NONE, SKEW);
        Instant end = Samples.CLAIMS.expiresAt();
        assertThat(decoder.open(code, NOW.minus(SKEW))).isEqualTo(OPENED);
        assertThat(decoder.open(code, NOW.minus(SKEW).minusNanos(1)))
                .isEqualTo(new CodeOpening.Refused(CodeRejection.NOT_YET_VALID));
        assertThat(decoder.open(code, end.plus(SKEW).minusNanos(1))).isEqualTo(OPENED);
        assertThat(decoder.open(code, end.plus(SKEW))).isEqualTo(new CodeOpening.Refused(CodeRejection.EXPIRED));
        assertThatThrownBy(() -> Tc1.decoder(collector, CodeRevocations.NONE, SKEW.negated()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Nested
    class AsAProvider extends KeyProviderContract {
        @Override
        protected KeyProvider provider() {
            for (Suite suite : Suite.values()) {
                for (KeyUse use : Set.of(KeyUse.CODE_SIGNING, KeyUse.CODE_OPENING, KeyUse.BUNDLE_OPENING)) {
                    if (collector.newest(use, suite).isEmpty()) {
                        collector.make(use, suite);
                    }
                }
            }
            keys.refresh(list(1).sign(ANCHOR));
            return keys;
        }
    }
}
