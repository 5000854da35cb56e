package io.github.tucai.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tucai.code.CodeClaims;
import io.github.tucai.contract.Clause;
import io.github.tucai.delivery.DeliveryContent;
import io.github.tucai.delivery.DeliveryKey;
import io.github.tucai.delivery.SealedBundle;
import io.github.tucai.delivery.Withdrawal;
import io.github.tucai.failure.SealException;
import io.github.tucai.key.Suite;
import io.github.tucai.photo.ImageDigest;
import io.github.tucai.photo.PhotoImage;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

@Clause({"N0.1", "N2.2c"})
class CmsBundleProperties {
    private static final Map<Suite, Sides> SIDES =
            Map.of(Suite.SM, new Sides(Suite.SM), Suite.INTL, new Sides(Suite.INTL));
    private static final DeliveryContent CONTENT =
            new DeliveryContent(Samples.CLAIMS, PhotoImage.copyOf(new byte[64]), Instant.EPOCH, 1);
    private static final Map<Suite, byte[]> BUNDLES = Map.of(
            Suite.SM,
            seal(Suite.SM, CONTENT).bytes(),
            Suite.INTL,
            seal(Suite.INTL, CONTENT).bytes());

    private static Sides sides(Suite suite) {
        return Objects.requireNonNull(SIDES.get(suite));
    }

    private static byte[] bundle(Suite suite) {
        return Objects.requireNonNull(BUNDLES.get(suite)).clone();
    }

    private static BundleOpener opener(Suite suite) {
        return CmsBundles.opener(sides(suite).registry);
    }

    private static SealedBundle seal(Suite suite, DeliveryContent content) {
        return CmsBundles.sealer(sides(suite).collector, new SecureRandom()).seal(content);
    }

    @Provide
    static Arbitrary<CodeClaims> claims() {
        return Samples.claims();
    }

    @Property(tries = 200)
    void openingWhatWasSealedGivesTheSame(
            @ForAll Suite suite,
            @ForAll("claims") CodeClaims claims,
            @ForAll @Size(max = 3000) byte[] product,
            @ForAll @LongRange(max = 4_000_000_000L) long second,
            @ForAll @IntRange(max = 999_999_999) int nano,
            @ForAll @IntRange(min = 1) int version) {
        DeliveryContent content =
                new DeliveryContent(claims, PhotoImage.copyOf(product), Instant.ofEpochSecond(second, nano), version);
        SealedBundle bundle = seal(suite, content);
        assertThat(opener(suite).open(bundle.bytes()).content()).isEqualTo(content);
        assertThat(bundle.key()).isEqualTo(content.key());
        assertThat(bundle).hasToString("SealedBundle[" + bundle.sizeBytes() + " bytes]");
    }

    @Property(tries = 200)
    void openingAWithdrawalGivesTheSame(
            @ForAll Suite suite,
            @ForAll("claims") CodeClaims claims,
            @ForAll @Size(max = 100) byte[] product,
            @ForAll @LongRange(max = 4_000_000_000L) long second,
            @ForAll @IntRange(max = 999_999_999) int nano,
            @ForAll @IntRange(min = 1) int version) {
        DeliveryKey of = DeliveryKey.of(claims.enrolment(), ImageDigest.of(product));
        Withdrawal withdrawal = new Withdrawal(claims, of, version, Instant.ofEpochSecond(second, nano));
        SealedBundle bundle =
                CmsBundles.sealer(sides(suite).collector, new SecureRandom()).seal(withdrawal);
        assertThat(bundle.key()).isEqualTo(DeliveryKey.ofWithdrawal(of));
        BundleOpener opener = opener(suite);
        assertThat(opener.read(bundle.bytes()))
                .isInstanceOfSatisfying(BundleOpener.Withdrawn.class, withdrawn -> assertThat(withdrawn.withdrawal())
                        .isEqualTo(withdrawal));
        assertThatThrownBy(() -> opener.open(bundle.bytes()))
                .isInstanceOf(SealException.class)
                .hasMessage("The bundle does not open");
    }

    /** No field is left open, not even those that CMS does not protect. */
    @Property(generation = GenerationMode.EXHAUSTIVE)
    void everySingleBitFlipIsRefused(@ForAll Suite suite) {
        byte[] bundle = bundle(suite);
        BundleOpener opener = opener(suite);
        for (int bit = 0; bit < 8 * bundle.length; bit++) {
            byte[] flipped = bundle.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> opener.open(flipped))
                    .as("%s, bit %d", suite, bit)
                    .isInstanceOf(SealException.class)
                    .hasMessage("The bundle does not open");
        }
    }

    @Property(tries = 2000)
    void aChangedBundleIsRefusedAndNothingElseHappens(
            @ForAll Suite suite,
            @ForAll @IntRange(max = 3) int kind,
            @ForAll @IntRange(max = 5000) int place,
            @ForAll byte value) {
        byte[] bundle = bundle(suite);
        int at = place % bundle.length;
        byte[] changed =
                switch (kind) {
                    case 0 -> Arrays.copyOf(bundle, at);
                    case 1 -> Arrays.copyOf(bundle, bundle.length + 1 + place % 16);
                    case 2 -> Arrays.copyOfRange(bundle, at, bundle.length + at);
                    default -> bundle.clone();
                };
        if (kind == 3) {
            changed[at] = value;
        }
        Assume.that(!Arrays.equals(changed, bundle));
        assertThatThrownBy(() -> opener(suite).open(changed))
                .isInstanceOf(SealException.class)
                .hasMessage("The bundle does not open");
    }
}
