package io.github.tucai.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.github.tucai.contract.Clause;
import io.github.tucai.key.KeyInfo;
import io.github.tucai.key.KeyUse;
import io.github.tucai.key.Suite;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Objects;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looks for private keys in a dump of this program's memory, before and after the ring is closed. */
@Clause({"N0.1", "N0.3"})
class ClosedRingTest {
    private static final byte MASK = 0x5a;
    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    Path folder;

    private KeyRing create() {
        return KeyRing.create(folder.resolve("ring"), "secret"::toCharArray, Clock.systemUTC(), RANDOM);
    }

    /** The secret number of a key, changed so that this copy is not found. Ends before anyone looks: nothing is left on the stack. */
    private byte[] masked(KeyInfo key) {
        RingEntry entry = Objects.requireNonNull(new KeyRingFile(folder.resolve("ring"), "secret"::toCharArray)
                .load()
                .get(key.id()));
        PrivatePart part = Objects.requireNonNull(entry.privatePart());
        byte[] number = BigIntegers.asUnsignedByteArray(
                32, part.key(Algorithms.of(key.suite())).getD());
        part.wipe();
        for (int i = 0; i < number.length; i++) {
            number[i] ^= MASK;
        }
        return number;
    }

    /** How often the number stands in what is reachable; a number's bytes and its big integer look the same in a dump. */
    private int found(byte[] masked) throws IOException {
        Path dump = folder.resolve("memory.hprof");
        Files.deleteIfExists(dump);
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(dump.toString(), true);
        int count = 0;
        byte[] window = new byte[1 << 20];
        int kept = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(dump))) {
            for (int read = in.read(window); read >= 0; read = in.read(window, kept, window.length - kept)) {
                int end = kept + read;
                for (int at = 0; at + masked.length <= end; at++) {
                    count += stands(window, at, masked) ? 1 : 0;
                }
                kept = Math.min(end, masked.length - 1);
                System.arraycopy(window, end - kept, window, 0, kept);
            }
        }
        return count;
    }

    private static boolean stands(byte[] window, int at, byte[] masked) {
        for (int i = 0; i < masked.length; i++) {
            if ((byte) (window[at + i] ^ MASK) != masked[i]) {
                return false;
            }
        }
        return true;
    }

    @Test
    void theMemoryOfAClosedRingHoldsNoPrivateKey() throws IOException {
        assumeTrue(
                ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class) != null,
                "this Java platform dumps no memory");
        KeyRing ring = create();
        KeyInfo sm = ring.generate(KeyUse.CODE_SIGNING, Suite.SM);
        KeyInfo intl = ring.generate(KeyUse.BUNDLE_OPENING, Suite.INTL);
        ring.sign(sm.id(), new byte[100]);
        ring.sign(intl.id(), new byte[100]);
        byte[] first = masked(sm);
        byte[] second = masked(intl);
        assertThat(found(first)).as("the open ring has its key").isPositive();
        ring.close();
        assertThat(found(first)).isZero();
        assertThat(found(second)).isZero();
        assertThat(ring).hasToString("KeyRing[closed]");
    }

    @Test
    void aDestroyedKeyLeavesTheMemoryToo() {
        KeyRing ring = create();
        KeyInfo key = ring.generate(KeyUse.CODE_SIGNING, Suite.SM);
        KeyInfo other = ring.generate(KeyUse.CODE_OPENING, Suite.SM);
        ring.destroy(key.id());
        assertThatThrownBy(() -> ring.sign(key.id(), new byte[1])).isInstanceOf(IllegalArgumentException.class);
        ring.reload();
        assertThat(ring.sign(other.id(), new byte[1])).hasSize(64);
    }

    @Test
    void aWipedPartGivesNoKey() {
        PrivatePart part = new PrivatePart(java.math.BigInteger.valueOf(123456789));
        assertThat(part.key(SmAlgorithms.INSTANCE).getD()).isEqualTo(123456789);
        assertThat(part.toString()).doesNotContain("123456789");
        part.wipe();
        assertThatThrownBy(() -> part.key(SmAlgorithms.INSTANCE)).isInstanceOf(IllegalArgumentException.class);
    }
}
