package io.github.tucai.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.code.CodeOpening;
import io.github.tucai.code.CollectionCode;
import io.github.tucai.key.Suite;
import io.github.tucai.spi.BundleFormat;
import io.github.tucai.spi.CodeFormat;
import java.security.SecureRandom;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class ServiceTest {
    private final Sides sides = new Sides();

    @Test
    void theCodeFormatIsFoundAndOpensCodes() {
        CodeFormat format = ServiceLoader.load(CodeFormat.class).findFirst().orElseThrow();
        assertThat(format.prefix()).isEqualTo("TC1:");
        assertThat(format.decoder(sides.collector).id()).isEqualTo(format.id());
        CollectionCode code =
                Tc1.issuer(sides.registry, Suite.SM, new SecureRandom()).issue(Samples.CLAIMS);
        assertThat(format.decoder(sides.collector).open(code, Samples.CLAIMS.issuedAt()))
                .isEqualTo(new CodeOpening.Opened(Samples.CLAIMS));
    }

    @Test
    void theBundleFormatIsFoundAndSeals() {
        BundleFormat format = ServiceLoader.load(BundleFormat.class).findFirst().orElseThrow();
        byte[] bundle = format.sealer(sides.collector).seal(Samples.content()).bytes();
        assertThat(format.sealer(sides.collector).id()).isEqualTo(format.id());
        assertThat(CmsBundles.opener(sides.registry).open(bundle).content()).isEqualTo(Samples.content());
    }
}
