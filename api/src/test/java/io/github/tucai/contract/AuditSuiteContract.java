package io.github.tucai.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.key.PublicPoint;
import io.github.tucai.spi.AuditSuite;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What every {@link AuditSuite} promises. */
@Clause("N0.3")
public abstract class AuditSuiteContract {
    /** The suite under test. */
    protected abstract AuditSuite suite();

    /** A key of the suite. */
    protected abstract PublicPoint key();

    /** Another key of the suite. */
    protected abstract PublicPoint anotherKey();

    /** A signature by the private half of {@link #key()}. */
    protected abstract byte[] sign(byte[] message);

    @Test
    void namesItselfAndItsHash() {
        assertThat(suite().id()).matches("[a-z0-9-]+");
        assertThat(suite().algorithm()).matches("\\S{1,16}");
    }

    @Test
    void hashesToThirtyTwoBytesTheSameAtEveryCall() {
        byte[] hash = suite().digest(message("a"));
        assertThat(hash).hasSize(32).isEqualTo(suite().digest(message("a")));
        assertThat(suite().digest(message("b"))).isNotEqualTo(hash);
        assertThat(suite().digest(new byte[0])).hasSize(32);
    }

    @Test
    void knowsAGenuineSignature() {
        assertThat(suite().verify(key(), message("a"), sign(message("a")))).isTrue();
    }

    @Test
    void refusesAnotherMessageAnotherKeyAndAnyChangedByte() {
        byte[] signature = sign(message("a"));
        assertThat(suite().verify(key(), message("b"), signature)).isFalse();
        assertThat(suite().verify(anotherKey(), message("a"), signature)).isFalse();
        for (int i = 0; i < signature.length; i++) {
            byte[] changed = signature.clone();
            changed[i] ^= 1;
            assertThat(suite().verify(key(), message("a"), changed))
                    .as("byte %d", i)
                    .isFalse();
        }
    }

    @Test
    void refusesWhatIsNoSignatureOrNoKey() {
        assertThat(suite().verify(key(), message("a"), new byte[0])).isFalse();
        assertThat(suite().verify(key(), message("a"), new byte[64])).isFalse();
        byte[] offTheCurve = new byte[65];
        offTheCurve[0] = 4;
        offTheCurve[64] = 1;
        assertThat(suite().verify(PublicPoint.copyOf(offTheCurve), message("a"), sign(message("a"))))
                .isFalse();
    }

    private static byte[] message(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
