package io.github.tucai.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.contract.Clause;
import io.github.tucai.graduate.EnrolmentNumber;
import io.github.tucai.graduate.Graduates;
import io.github.tucai.photo.ImageDigest;
import java.time.Instant;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class DeliveryKeyProperties {
    @Property
    @Clause("N2.2c")
    void equalPhotosOfOneEnrolmentHaveOneKey(@ForAll("enrolments") EnrolmentNumber enrolment, @ForAll byte[] photo) {
        assertThat(DeliveryKey.of(enrolment, ImageDigest.of(photo)))
                .isEqualTo(DeliveryKey.of(enrolment, ImageDigest.of(photo.clone())));
    }

    @Property
    @Clause("N2.2c")
    void anotherEnrolmentOrPhotoHasAnotherKey(
            @ForAll("enrolments") EnrolmentNumber one,
            @ForAll("enrolments") EnrolmentNumber other,
            @ForAll byte[] photo,
            @ForAll byte[] otherPhoto) {
        DeliveryKey key = DeliveryKey.of(one, ImageDigest.of(photo));
        boolean same = one.equals(other) && java.util.Arrays.equals(photo, otherPhoto);
        assertThat(key.equals(DeliveryKey.of(other, ImageDigest.of(otherPhoto))))
                .isEqualTo(same);
    }

    @Property
    @Clause("N0.3")
    void aKeyNamesNobody(@ForAll("enrolments") EnrolmentNumber enrolment, @ForAll byte[] photo) {
        DeliveryKey key = DeliveryKey.of(enrolment, ImageDigest.of(photo));
        assertThat(key.value()).hasSize(64).matches("[0-9a-f]+");
    }

    @Property
    @Clause("N2.2c")
    void aWithdrawalHasAKeyThatNoDeliveryAndNoOtherWithdrawalHas(
            @ForAll("enrolments") EnrolmentNumber enrolment, @ForAll byte[] photo, @ForAll byte[] other) {
        DeliveryKey key = DeliveryKey.of(enrolment, ImageDigest.of(photo));
        DeliveryKey otherKey = DeliveryKey.of(enrolment, ImageDigest.of(other));
        DeliveryKey withdrawal = DeliveryKey.ofWithdrawal(key);
        assertThat(withdrawal)
                .isEqualTo(DeliveryKey.ofWithdrawal(key))
                .isNotEqualTo(key)
                .isNotEqualTo(otherKey)
                .isNotEqualTo(DeliveryKey.of(new EnrolmentNumber("withdraw"), new ImageDigest(key.value())));
        assertThat(withdrawal.equals(DeliveryKey.ofWithdrawal(otherKey))).isEqualTo(key.equals(otherKey));
    }

    @Test
    void aReceiptIsComplete() {
        DeliveryKey key = DeliveryKey.of(new EnrolmentNumber("E1"), ImageDigest.of(new byte[0]));
        Assertions.assertThatThrownBy(() -> new Receipt(key, "", Instant.EPOCH, false))
                .hasMessageContaining("registryId must have 1 to 64 characters");
    }

    @Test
    void aBundleSharesNoArrayWithItsCaller() {
        DeliveryKey key = DeliveryKey.of(new EnrolmentNumber("E1"), ImageDigest.of(new byte[0]));
        byte[] given = {1, 2};
        SealedBundle bundle = SealedBundle.copyOf(key, given);
        given[0] = 9;
        bundle.bytes()[1] = 9;
        assertThat(bundle.bytes()).containsExactly(1, 2);
        assertThat(bundle).hasToString("SealedBundle[2 bytes]");
    }

    @Provide
    static Arbitrary<EnrolmentNumber> enrolments() {
        return Graduates.enrolments();
    }
}
