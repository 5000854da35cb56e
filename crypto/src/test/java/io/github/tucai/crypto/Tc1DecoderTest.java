package io.github.tucai.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tucai.code.CodeClaims;
import io.github.tucai.code.CodeOpening;
import io.github.tucai.code.CodeRejection;
import io.github.tucai.code.CollectionCode;
import io.github.tucai.contract.CollectionCodeDecoderContract;
import io.github.tucai.failure.TucaiException;
import io.github.tucai.key.KeyInfo;
import io.github.tucai.key.KeyState;
import io.github.tucai.key.KeyUse;
import io.github.tucai.key.Suite;
import io.github.tucai.spi.CollectionCodeDecoder;
import java.security.SecureRandom;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class Tc1DecoderTest {
    private static final CodeOpening OPENED = new CodeOpening.Opened(Samples.CLAIMS);
    private static final CodeOpening SHUT = new CodeOpening.Refused(CodeRejection.DOES_NOT_OPEN);

    private final Sides sides = new Sides();
    private final CodeIssuer issuer = Tc1.issuer(sides.registry, Suite.SM, new SecureRandom());

    private CodeOpening open(CollectionCode code) {
        return Tc1.decoder(sides.collector).open(code, Samples.CLAIMS.issuedAt());
    }

    abstract static class Contract extends CollectionCodeDecoderContract {
        private final CollectionCodeDecoder decoder;
        private final CollectionCode code;

        Contract(Suite suite) {
            Sides sides = new Sides();
            decoder = Tc1.decoder(sides.collector);
            code = Tc1.issuer(sides.registry, suite, new SecureRandom()).issue(Samples.CLAIMS);
        }

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
            return code;
        }
    }

    @Nested
    class SuiteSm extends Contract {
        SuiteSm() {
            super(Suite.SM);
        }
    }

    @Nested
    class SuiteIntl extends Contract {
        SuiteIntl() {
            super(Suite.INTL);
        }
    }

    @Test
    void aCodeFitsVersion16OfTheSymbol() {
        // Version 16 at level M takes 656 alphanumeric characters.
        for (Suite suite : Suite.values()) {
            String text = Tc1.issuer(sides.registry, suite, new SecureRandom())
                    .issue(Samples.CLAIMS)
                    .text();
            assertThat(text).hasSizeLessThanOrEqualTo(656).matches("TC1:[A-Z2-7]+");
        }
    }

    @Test
    void everyCodeIsNew() {
        assertThat(issuer.issue(Samples.CLAIMS)).isNotEqualTo(issuer.issue(Samples.CLAIMS));
    }

    @Test
    void codesOfAnotherFormatAreNamedSo() {
        assertThat(open(new CollectionCode("HC1:ABC")))
                .isEqualTo(new CodeOpening.Refused(CodeRejection.UNKNOWN_FORMAT));
    }

    @Test
    void lowerCaseIsAnotherSpellingAndRefused() {
        String text = issuer.issue(Samples.CLAIMS).text();
        assertThat(open(new CollectionCode("TC1:" + text.substring(4).toLowerCase(Locale.ROOT))))
                .isEqualTo(SHUT);
    }

    @Test
    void aCodeOfAnotherRegistryDoesNotOpen() {
        Sides others = new Sides();
        others.registry.trust(Sides.only(sides.collector, KeyUse.CODE_OPENING, Suite.SM));
        CollectionCode forged =
                Tc1.issuer(others.registry, Suite.SM, new SecureRandom()).issue(Samples.CLAIMS);
        assertThat(open(forged)).isEqualTo(SHUT);
    }

    @Test
    void aCodeForAnotherCollectorDoesNotOpen() {
        sides.registry.trust(new MemoryKeys().make(KeyUse.CODE_OPENING, Suite.SM));
        assertThat(open(issuer.issue(Samples.CLAIMS))).isEqualTo(SHUT);
    }

    @Test
    void aKeyTrustedForAnotherUseSignsNoCodes() {
        MemoryKeys forger = new MemoryKeys();
        KeyInfo bundleKey = forger.make(KeyUse.CODE_SIGNING, Suite.SM);
        forger.trust(Sides.only(sides.collector, KeyUse.CODE_OPENING, Suite.SM));
        sides.collector.trust(new KeyInfo(
                bundleKey.id(),
                KeyUse.RECEIPT_SIGNING,
                Suite.SM,
                KeyState.ACTIVE,
                false,
                bundleKey.publicPoint(),
                bundleKey.createdAt()));
        CollectionCode code = Tc1.issuer(forger, Suite.SM, new SecureRandom()).issue(Samples.CLAIMS);
        assertThat(open(code)).isEqualTo(SHUT);
    }

    @Test
    void codesOutliveTheRotationOfBothSides() {
        CollectionCode old = issuer.issue(Samples.CLAIMS);
        KeyInfo oldSigner = Sides.only(sides.registry, KeyUse.CODE_SIGNING, Suite.SM);
        KeyInfo oldOpener = Sides.only(sides.collector, KeyUse.CODE_OPENING, Suite.SM);
        sides.collector.trust(sides.registry.make(KeyUse.CODE_SIGNING, Suite.SM));
        sides.registry.trust(sides.collector.make(KeyUse.CODE_OPENING, Suite.SM));
        sides.collector.move(oldSigner.id(), KeyState.RETIRED);
        sides.collector.move(oldOpener.id(), KeyState.RETIRED);
        CollectionCode fresh = issuer.issue(Samples.CLAIMS);
        assertThat(open(old)).isEqualTo(OPENED);
        assertThat(open(fresh)).isEqualTo(OPENED);
        sides.collector.move(oldSigner.id(), KeyState.DESTROYED);
        assertThat(open(old)).isEqualTo(SHUT);
        assertThat(open(fresh)).isEqualTo(OPENED);
    }

    @Test
    void aDestroyedOpeningKeyOpensNothing() {
        CollectionCode code = issuer.issue(Samples.CLAIMS);
        sides.collector.move(
                Sides.only(sides.collector, KeyUse.CODE_OPENING, Suite.SM).id(), KeyState.DESTROYED);
        assertThat(open(code)).isEqualTo(SHUT);
    }

    @Test
    void issuingWithoutAKeySaysWhichIsMissing() {
        assertThatThrownBy(() -> Tc1.issuer(new MemoryKeys(), Suite.SM, new SecureRandom())
                        .issue(Samples.CLAIMS))
                .isInstanceOf(TucaiException.class)
                .hasMessageContaining("CODE_SIGNING");
        assertThatThrownBy(() -> Tc1.issuer(sides.collector, Suite.SM, new SecureRandom())
                        .issue(Samples.CLAIMS))
                .isInstanceOf(TucaiException.class)
                .hasMessageContaining("the other side's");
    }
}
