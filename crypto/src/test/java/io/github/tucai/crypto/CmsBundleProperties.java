package io.github.tucai.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tucai.code.CodeClaims;
import io.github.tucai.contract.Clause;
import io.github.tucai.delivery.DeliveryContent;
import io.github.tucai.delivery.SealedBundle;
import io.github.tucai.failure.SealException;
import io.github.tucai.photo.PhotoImage;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

@Clause({"N0.1", "N2.2c"})
class CmsBundleProperties {
    private static final Sides SIDES = new Sides();
    private static final BundleOpener OPENER = CmsBundles.opener(SIDES.registry);
    private static final byte[] BUNDLE = seal(new DeliveryContent(
                    Samples.CLAIMS, PhotoImage.copyOf(new byte[64]), Instant.EPOCH, 1))
            .bytes();

    private static SealedBundle seal(DeliveryContent content) {
        return CmsBundles.sealer(SIDES.collector, new SecureRandom()).seal(content);
    }

    @Provide
    static Arbitrary<CodeClaims> claims() {
        return Samples.claims();
    }

    @Property(tries = 200)
    void openingWhatWasSealedGivesTheSame(
            @ForAll("claims") CodeClaims claims,
            @ForAll @Size(max = 3000) byte[] product,
            @ForAll @LongRange(max = 4_000_000_000L) long second,
            @ForAll @IntRange(max = 999_999_999) int nano,
            @ForAll @IntRange(min = 1) int version) {
        DeliveryContent content =
                new DeliveryContent(claims, PhotoImage.copyOf(product), Instant.ofEpochSecond(second, nano), version);
        SealedBundle bundle = seal(content);
        assertThat(OPENER.open(bundle.bytes()).content()).isEqualTo(content);
        assertThat(bundle.key()).isEqualTo(content.key());
        assertThat(bundle).hasToString("SealedBundle[" + bundle.sizeBytes() + " bytes]");
    }

    /** No field is left open, not even those that CMS does not protect. */
    @Example
    void everySingleBitFlipIsRefused() {
        for (int bit = 0; bit < 8 * BUNDLE.length; bit++) {
            byte[] flipped = BUNDLE.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> OPENER.open(flipped))
                    .as("bit %d", bit)
                    .isInstanceOf(SealException.class)
                    .hasMessage("The bundle does not open");
        }
    }

    @Property(tries = 2000)
    void aChangedBundleIsRefusedAndNothingElseHappens(
            @ForAll @IntRange(max = 3) int kind, @ForAll @IntRange(max = 5000) int place, @ForAll byte value) {
        int at = place % BUNDLE.length;
        byte[] changed =
                switch (kind) {
                    case 0 -> Arrays.copyOf(BUNDLE, at);
                    case 1 -> Arrays.copyOf(BUNDLE, BUNDLE.length + 1 + place % 16);
                    case 2 -> Arrays.copyOfRange(BUNDLE, at, BUNDLE.length + at);
                    default -> BUNDLE.clone();
                };
        if (kind == 3) {
            changed[at] = value;
        }
        Assume.that(!Arrays.equals(changed, BUNDLE));
        assertThatThrownBy(() -> OPENER.open(changed))
                .isInstanceOf(SealException.class)
                .hasMessage("The bundle does not open");
    }
}
