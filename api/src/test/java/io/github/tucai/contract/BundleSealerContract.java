package io.github.tucai.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.delivery.DeliveryContent;
import io.github.tucai.delivery.DeliveryKey;
import io.github.tucai.delivery.SealedBundle;
import io.github.tucai.delivery.Withdrawal;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.spi.BundleSealer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every {@link BundleSealer} promises, told by the recipient that opens what it sealed. */
@Clause({"N0.1", "N2.2c"})
public abstract class BundleSealerContract {
    /** The sealer under test. */
    protected abstract BundleSealer sealer();

    /** A delivery to seal; the same at every call, its product at least 1000 bytes of noise. */
    protected abstract DeliveryContent content();

    /** What the recipient finds in the bytes, empty where they do not open. */
    protected abstract Optional<DeliveryContent> opened(byte[] bundle);

    /** What the recipient finds in the bytes of a withdrawal, empty where they do not open or are no withdrawal. */
    protected abstract Optional<Withdrawal> openedWithdrawal(byte[] bundle);

    @Test
    void namesItself() {
        assertThat(sealer().id()).matches("[a-z0-9-]+");
    }

    @Test
    void theRecipientFindsWhatWasSealed() {
        SealedBundle bundle = sealer().seal(content());
        assertThat(bundle.key()).isEqualTo(content().key());
        assertThat(opened(bundle.bytes())).contains(content());
    }

    @Test
    void claimsPhotoAndVersionTravelTogether() {
        DeliveryContent other = new DeliveryContent(
                content().claims(),
                PhotoImage.copyOf(new byte[] {1, 2, 3}),
                content().acceptedAt(),
                7);
        assertThat(opened(sealer().seal(other).bytes())).contains(other);
    }

    @Test
    void nothingOfThePersonOrThePhotoShowsOutside() {
        String outside = new String(sealer().seal(content()).bytes(), StandardCharsets.ISO_8859_1);
        String product = new String(content().product().bytes(), StandardCharsets.ISO_8859_1);
        assertThat(outside)
                .doesNotContain(content().claims().enrolment().value())
                .doesNotContain(latin1(content().claims().name().value()))
                .doesNotContain(content().claims().studentNumber().value())
                .doesNotContain(product.substring(200, 232))
                .doesNotContain(product.substring(product.length() - 64, product.length() - 32));
    }

    @Test
    void theRecipientFindsWhatWasWithdrawn() {
        SealedBundle bundle = sealer().seal(withdrawal());
        assertThat(bundle.key()).isEqualTo(DeliveryKey.ofWithdrawal(content().key()));
        assertThat(openedWithdrawal(bundle.bytes())).contains(withdrawal());
    }

    @Test
    void aWithdrawalIsNoDeliveryAndADeliveryNoWithdrawal() {
        assertThat(opened(sealer().seal(withdrawal()).bytes())).isEmpty();
        assertThat(openedWithdrawal(sealer().seal(content()).bytes())).isEmpty();
    }

    @Test
    void nothingOfThePersonShowsOutsideAWithdrawal() {
        String outside = new String(sealer().seal(withdrawal()).bytes(), StandardCharsets.ISO_8859_1);
        assertThat(outside)
                .doesNotContain(content().claims().enrolment().value())
                .doesNotContain(latin1(content().claims().name().value()))
                .doesNotContain(content().claims().studentNumber().value());
    }

    private Withdrawal withdrawal() {
        return new Withdrawal(
                content().claims(), content().key(), 7, content().acceptedAt().plusSeconds(60));
    }

    private static String latin1(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    @Test
    void sealingTwiceGivesTwoBundlesWithOneKey() {
        SealedBundle first = sealer().seal(content());
        SealedBundle second = sealer().seal(content());
        assertThat(first.bytes()).isNotEqualTo(second.bytes());
        assertThat(first.key()).isEqualTo(second.key());
    }

    @Test
    void aChangedBundleNeverOpensToOtherContent() {
        byte[] sealed = sealer().seal(content()).bytes();
        Random random = new Random(3);
        for (int i = 0; i < 400; i++) {
            byte[] changed = sealed.clone();
            int at = i % 2 == 0 ? random.nextInt(Math.min(600, changed.length)) : random.nextInt(changed.length);
            changed[at] ^= (byte) (1 << random.nextInt(8));
            assertThat(opened(changed)).satisfiesAnyOf(none -> assertThat(none).isEmpty(), same -> assertThat(same)
                    .contains(content()));
        }
    }
}
