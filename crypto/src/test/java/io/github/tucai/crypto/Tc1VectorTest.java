package io.github.tucai.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.code.CodeOpening;
import io.github.tucai.key.KeyUse;
import io.github.tucai.spi.CollectionCodeDecoder;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The format does not drift: what was issued once opens for ever. */
class Tc1VectorTest {
    static CollectionCodeDecoder decoder(Tc1Vector vector) {
        MemoryKeys keys = new MemoryKeys();
        keys.hold(KeyUse.CODE_OPENING, vector.suite(), vector.recipient());
        keys.trust(KeyUse.CODE_SIGNING, vector.suite(), vector.signer());
        return Tc1.decoder(keys);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sm", "intl"})
    void thePublishedCodesOpen(String name) {
        Tc1Vector vector = Tc1Vector.read(name);
        assertThat(HexFormat.of().formatHex(ClaimsForm.write(Samples.CLAIMS))).isEqualTo(vector.claims());
        assertThat(decoder(vector).open(vector.code(), Samples.CLAIMS.issuedAt()))
                .isEqualTo(new CodeOpening.Opened(Samples.CLAIMS));
    }
}
