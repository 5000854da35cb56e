package io.github.tucai.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tucai.key.KeyId;
import io.github.tucai.key.KeyInfo;
import io.github.tucai.key.KeyState;
import io.github.tucai.key.KeyUse;
import io.github.tucai.key.Suite;
import io.github.tucai.spi.KeyProvider;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What every {@link KeyProvider} promises. The provider under test holds own active keys for {@code CODE_SIGNING},
 * {@code CODE_OPENING} and {@code BUNDLE_OPENING} of both suites.
 */
@Clause("N0.1")
public abstract class KeyProviderContract {
    private static final byte[] MESSAGE = {1, 2, 3};

    /** The provider under test; the same at every call. */
    protected abstract KeyProvider provider();

    private KeyInfo key(KeyUse use, Suite suite) {
        return provider().newest(use, suite).orElseThrow();
    }

    @Test
    void namesItself() {
        assertThat(provider().id()).matches("[a-z0-9-]+");
    }

    @Test
    void theNewestKeyIsActiveAndAlive() {
        KeyInfo key = key(KeyUse.CODE_SIGNING, Suite.SM);
        assertThat(key.state()).isEqualTo(KeyState.ACTIVE);
        assertThat(provider().keys()).contains(key);
        assertThat(provider().alive(key.id())).contains(key);
    }

    @Test
    void idsAreUnique() {
        assertThat(provider().keys()).extracting(KeyInfo::id).doesNotHaveDuplicates();
    }

    @Test
    void aSignatureHas64Bytes() {
        for (Suite suite : Suite.values()) {
            assertThat(provider().sign(key(KeyUse.CODE_SIGNING, suite).id(), MESSAGE))
                    .hasSize(64);
        }
    }

    @Test
    void agreementIsMutual() {
        KeyInfo one = key(KeyUse.CODE_OPENING, Suite.INTL);
        KeyInfo other = key(KeyUse.BUNDLE_OPENING, Suite.INTL);
        byte[] shared = provider().agree(one.id(), coordinates(other));
        assertThat(shared).hasSize(32).isEqualTo(provider().agree(other.id(), coordinates(one)));
    }

    private static byte[] coordinates(KeyInfo key) {
        return Arrays.copyOfRange(key.publicPoint().bytes(), 1, 65);
    }

    @Test
    void aPointOffTheCurveIsRefused() {
        KeyInfo key = key(KeyUse.CODE_OPENING, Suite.INTL);
        byte[] off = coordinates(key);
        off[63] ^= 1;
        for (byte[] point : new byte[][] {off, new byte[64], new byte[0], new byte[65]}) {
            assertThatThrownBy(() -> provider().agree(key.id(), point)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void whatIsNoCiphertextIsRefused() {
        KeyId key = key(KeyUse.CODE_OPENING, Suite.SM).id();
        for (int length : new int[] {0, 1, 64, 96, 97, 112, 1000}) {
            byte[] noise = new byte[length];
            Arrays.fill(noise, (byte) 0x5a);
            assertThatThrownBy(() -> provider().decrypt(key, noise)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aKeyOfTheOtherSuiteIsRefused() {
        KeyInfo intl = key(KeyUse.CODE_OPENING, Suite.INTL);
        KeyInfo sm = key(KeyUse.CODE_OPENING, Suite.SM);
        assertThatThrownBy(() -> provider().decrypt(intl.id(), new byte[112]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> provider().agree(sm.id(), coordinates(sm)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anUnknownKeyIsRefused() {
        KeyId unknown = Optional.of(new KeyId("ffffffff"))
                .filter(id -> provider().alive(id).isEmpty())
                .orElse(new KeyId("00000000"));
        assertThatThrownBy(() -> provider().sign(unknown, MESSAGE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> provider().decrypt(unknown, new byte[112]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> provider().agree(unknown, new byte[64])).isInstanceOf(IllegalArgumentException.class);
    }
}
