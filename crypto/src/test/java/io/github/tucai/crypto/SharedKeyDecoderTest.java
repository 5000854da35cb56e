package io.github.tucai.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.code.CodeClaims;
import io.github.tucai.code.CodeOpening;
import io.github.tucai.code.CodeRejection;
import io.github.tucai.code.CollectionCode;
import io.github.tucai.contract.CollectionCodeDecoderContract;
import io.github.tucai.key.Suite;
import io.github.tucai.spi.CollectionCodeDecoder;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A decoder of another format keeps the same promises and works beside the one of this module. */
class SharedKeyDecoderTest extends CollectionCodeDecoderContract {
    private final SharedKeyDecoder decoder = new SharedKeyDecoder(new byte[16]);

    @Override
    protected CollectionCodeDecoder decoder() {
        return decoder;
    }

    @Override
    protected CodeClaims claims() {
        return Samples.CLAIMS;
    }

    @Override
    protected CollectionCode genuine() {
        try {
            return decoder.issue(claims(), new byte[12]);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void severalDecodersWorkSideBySideByPrefix() {
        Sides sides = new Sides(Suite.SM);
        List<CollectionCodeDecoder> installed = List.of(Tc1.decoder(sides.collector), decoder);
        CollectionCode ours =
                Tc1.issuer(sides.registry, Suite.SM, new SecureRandom()).issue(claims());
        for (CollectionCode code : List.of(ours, genuine())) {
            List<CollectionCodeDecoder> fitting = installed.stream()
                    .filter(one -> code.text().startsWith(one.prefix()))
                    .toList();
            assertThat(fitting).hasSize(1);
            assertThat(fitting.get(0).open(code, claims().issuedAt())).isEqualTo(new CodeOpening.Opened(claims()));
        }
        assertThat(Tc1.decoder(sides.collector).open(genuine(), claims().issuedAt()))
                .isEqualTo(new CodeOpening.Refused(CodeRejection.UNKNOWN_FORMAT));
    }
}
