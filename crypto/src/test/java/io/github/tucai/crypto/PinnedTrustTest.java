package io.github.tucai.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tucai.failure.TucaiException;
import java.util.Set;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.Test;

class PinnedTrustTest {
    private final TrustManager[] odd = {new TrustManager() {}};

    @Test
    void pinsThatNobodyWouldLookAtAreRefused() {
        assertThatThrownBy(() -> PinnedTrust.around(odd, Set.of("0".repeat(64))))
                .isInstanceOf(TucaiException.class)
                .hasMessageContaining("would not be looked at");
        assertThat(PinnedTrust.around(odd, Set.of())).isSameAs(odd);
    }
}
