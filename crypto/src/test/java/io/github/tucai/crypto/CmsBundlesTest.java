package io.github.tucai.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tucai.failure.SealException;
import io.github.tucai.key.KeyInfo;
import io.github.tucai.key.KeyState;
import io.github.tucai.key.KeyUse;
import io.github.tucai.key.Suite;
import java.security.SecureRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CmsBundlesTest {
    @Nested
    class Sm extends CmsBundlesChecks {
        Sm() {
            super(Suite.SM);
        }
    }

    @Nested
    class Intl extends CmsBundlesChecks {
        Intl() {
            super(Suite.INTL);
        }
    }

    private static Suite suiteOf(byte[] bundle) {
        return CmsForm.readEnveloped(bundle).suite().algorithms().suite();
    }

    @Test
    void theRegistrysKeysDecideTheSuite() {
        Sides both = new Sides();
        byte[] national = CmsBundles.sealer(both.collector, new SecureRandom())
                .seal(Samples.content())
                .bytes();
        KeyInfo opening = Sides.only(both.registry, KeyUse.BUNDLE_OPENING, Suite.SM);
        both.collector.move(opening.id(), KeyState.RETIRED);
        byte[] international = CmsBundles.sealer(both.collector, new SecureRandom())
                .seal(Samples.content())
                .bytes();
        assertThat(suiteOf(national)).isEqualTo(Suite.SM);
        assertThat(suiteOf(international)).isEqualTo(Suite.INTL);
        BundleOpener opener = CmsBundles.opener(both.registry);
        assertThat(opener.open(national).content()).isEqualTo(Samples.content());
        assertThat(opener.open(international).content()).isEqualTo(Samples.content());
    }

    /** A point of P-256 and its negative agree on the same secret; only one of the two is a bundle's. */
    @Test
    void theOtherFormOfTheEphemeralPointIsRefused() {
        Sides sides = new Sides(Suite.INTL);
        byte[] bundle = CmsBundles.sealer(sides.collector, new SecureRandom())
                .seal(Samples.content())
                .bytes();
        CmsForm.Envelope envelope = CmsForm.readEnveloped(bundle);
        byte[] wrapped = envelope.wrapped();
        byte[] point = org.bouncycastle.util.Arrays.prepend(Arrays.copyOf(wrapped, 64), (byte) 4);
        byte[] negated = IntlAlgorithms.INSTANCE
                .domain()
                .getCurve()
                .decodePoint(point)
                .negate()
                .getEncoded(false);
        System.arraycopy(negated, 1, wrapped, 0, 64);
        byte[] other = CmsForm.enveloped(new CmsForm.Envelope(
                envelope.suite(), envelope.recipient(), wrapped, envelope.nonce(), envelope.encrypted()));
        assertThatThrownBy(() -> CmsBundles.opener(sides.registry).open(other)).isInstanceOf(SealException.class);
    }
}
