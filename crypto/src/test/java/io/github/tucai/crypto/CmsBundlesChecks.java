package io.github.tucai.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tucai.contract.BundleSealerContract;
import io.github.tucai.delivery.DeliveryContent;
import io.github.tucai.delivery.SealedBundle;
import io.github.tucai.delivery.Withdrawal;
import io.github.tucai.failure.SealException;
import io.github.tucai.key.KeyInfo;
import io.github.tucai.key.KeyState;
import io.github.tucai.key.KeyUse;
import io.github.tucai.key.Suite;
import io.github.tucai.spi.BundleSealer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What holds for the bundles of every suite. */
abstract class CmsBundlesChecks extends BundleSealerContract {
    private final CmsSuite form;
    private final Suite suite;
    private final Algorithms algorithms;
    private final Sides sides;

    CmsBundlesChecks(Suite suite) {
        this.suite = suite;
        this.form = CmsSuite.of(suite);
        this.algorithms = Algorithms.of(suite);
        this.sides = new Sides(suite);
    }

    @Override
    protected BundleSealer sealer() {
        return CmsBundles.sealer(sides.collector, new SecureRandom());
    }

    @Override
    protected DeliveryContent content() {
        return Samples.content();
    }

    @Override
    protected Optional<DeliveryContent> opened(byte[] bundle) {
        try {
            return Optional.of(CmsBundles.opener(sides.registry).open(bundle).content());
        } catch (SealException e) {
            assertThat(e).hasMessage("The bundle does not open");
            return Optional.empty();
        }
    }

    @Override
    protected Optional<Withdrawal> openedWithdrawal(byte[] bundle) {
        try {
            return CmsBundles.opener(sides.registry)
                    .read(bundle)
                    .fold(delivery -> Optional.empty(), withdrawn -> Optional.of(withdrawn.withdrawal()));
        } catch (SealException e) {
            assertThat(e).hasMessage("The bundle does not open");
            return Optional.empty();
        }
    }

    @Test
    void theOpenerTellsWhoSigned() {
        byte[] bundle = sealer().seal(content()).bytes();
        assertThat(CmsBundles.opener(sides.registry).open(bundle).signer())
                .isEqualTo(Sides.only(sides.collector, KeyUse.BUNDLE_SIGNING, suite)
                        .id());
    }

    @Test
    void theOverheadIsSmall() {
        SealedBundle bundle = sealer().seal(content());
        assertThat(bundle.sizeBytes() - content().product().sizeBytes()).isBetween(500, 1100);
    }

    @Test
    void bundlesOutliveARotation() {
        byte[] old = sealer().seal(content()).bytes();
        KeyInfo before = Sides.only(sides.registry, KeyUse.BUNDLE_OPENING, suite);
        sides.collector.trust(sides.registry.make(KeyUse.BUNDLE_OPENING, suite));
        sides.registry.move(before.id(), KeyState.RETIRED);
        assertThat(opened(old)).contains(content());
        assertThat(opened(sealer().seal(content()).bytes())).contains(content());
        sides.registry.move(before.id(), KeyState.DESTROYED);
        assertThat(opened(old)).isEmpty();
    }

    @Test
    void aBundleOfAStrangerDoesNotOpen() {
        MemoryKeys stranger = new MemoryKeys();
        stranger.make(KeyUse.BUNDLE_SIGNING, suite);
        stranger.trust(Sides.only(sides.registry, KeyUse.BUNDLE_OPENING, suite));
        byte[] bundle =
                CmsBundles.sealer(stranger, new SecureRandom()).seal(content()).bytes();
        assertThat(opened(bundle)).isEmpty();
    }

    /** A recipient who decrypts a bundle and encrypts it again for another must not pass as its sender. */
    @Test
    void aBundleSealedAgainForAnotherRecipientDoesNotOpen() throws Exception {
        byte[] bundle = sealer().seal(content()).bytes();
        KeyInfo first = Sides.only(sides.registry, KeyUse.BUNDLE_OPENING, suite);
        CmsForm.Envelope envelope = CmsForm.readEnveloped(bundle);
        byte[] key = form.unwrap(sides.registry, first, envelope.wrapped());
        MemoryKeys another = new MemoryKeys();
        another.trust(Sides.only(sides.collector, KeyUse.BUNDLE_SIGNING, suite));
        KeyInfo second = another.make(KeyUse.BUNDLE_OPENING, suite);
        byte[] again = CmsForm.enveloped(new CmsForm.Envelope(
                form,
                Certificates.subjectKeyIdentifier(algorithms, second.publicPoint()),
                form.wrap(key, second.publicPoint(), new SecureRandom()),
                envelope.nonce(),
                envelope.encrypted()));
        assertThatThrownBy(() -> CmsBundles.opener(another).open(again))
                .isInstanceOf(SealException.class)
                .hasRootCauseMessage("signed for another recipient");
    }

    @Test
    void whatIsTooLargeOrNoBundleAtAllDoesNotOpen() {
        assertThat(opened(new byte[0])).isEmpty();
        assertThat(opened(new byte[BundleOpener.MOST_BYTES + 1])).isEmpty();
        assertThat(opened("hello".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isEmpty();
    }

    @Test
    void deeplyNestedStructuresDoNotExhaustTheStack() {
        byte[] indefinite = new byte[1 << 20];
        for (int i = 0; i < indefinite.length; i += 2) {
            indefinite[i] = 0x30;
            indefinite[i + 1] = (byte) 0x80;
        }
        assertThat(opened(indefinite)).isEmpty();
        byte[] tagged = new byte[1 << 20];
        Arrays.fill(tagged, (byte) 0xa0);
        assertThat(opened(tagged)).isEmpty();
    }

    @Test
    void sealingWithoutAKeySaysWhichIsMissing() {
        BundleSealer keyless = CmsBundles.sealer(new MemoryKeys(), new SecureRandom());
        assertThatThrownBy(() -> keyless.seal(content()))
                .isInstanceOf(SealException.class)
                .hasMessageContaining("BUNDLE_OPENING");
        MemoryKeys unsigned = new MemoryKeys();
        unsigned.trust(Sides.only(sides.registry, KeyUse.BUNDLE_OPENING, suite));
        assertThatThrownBy(() -> CmsBundles.sealer(unsigned, new SecureRandom()).seal(content()))
                .isInstanceOf(SealException.class)
                .hasMessageContaining("BUNDLE_SIGNING");
    }
}
