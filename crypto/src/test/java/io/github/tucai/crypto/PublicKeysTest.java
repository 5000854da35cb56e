package io.github.tucai.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tucai.key.PublicPoint;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.junit.jupiter.api.Test;

/** Keys are read once, those used last stay, and a point on no curve is refused each time. */
class PublicKeysTest {
    private static final SmAlgorithms SM = SmAlgorithms.INSTANCE;

    private final PublicKeys keys = new PublicKeys(SM::readPublicKey);

    @Test
    void aKeyIsReadOnceAndIsTheKeyOfItsPoint() {
        PublicPoint point = newPoint();
        ECPublicKeyParameters key = keys.of(point);
        assertThat(Algorithms.pointOf(key)).isEqualTo(point);
        assertThat(keys.of(PublicPoint.copyOf(point.bytes()))).isSameAs(key);
    }

    @Test
    void theOneNotUsedForLongestGoes() {
        List<PublicPoint> points =
                Stream.generate(this::newPoint).limit(PublicKeys.MOST).toList();
        List<ECPublicKeyParameters> before = points.stream().map(keys::of).toList();
        keys.of(points.get(0));
        keys.of(newPoint());
        assertThat(keys.size()).isEqualTo(PublicKeys.MOST);
        assertThat(keys.of(points.get(0))).isSameAs(before.get(0));
        assertThat(keys.of(points.get(1))).isNotSameAs(before.get(1));
    }

    @Test
    void aPointOnNoCurveIsRefusedEachTime() {
        byte[] bytes = newPoint().bytes();
        bytes[64] ^= 1;
        PublicPoint wrong = PublicPoint.copyOf(bytes);
        assertThatThrownBy(() -> keys.of(wrong)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> keys.of(wrong)).isInstanceOf(IllegalArgumentException.class);
        assertThat(keys.size()).isZero();
    }

    private PublicPoint newPoint() {
        return Algorithms.pointOf(
                (ECPublicKeyParameters) SM.newKeyPair(new SecureRandom()).getPublic());
    }
}
