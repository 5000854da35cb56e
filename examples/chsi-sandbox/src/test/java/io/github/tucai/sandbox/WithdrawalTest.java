package io.github.tucai.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.code.CodeClaims;
import io.github.tucai.contract.Clause;
import io.github.tucai.crypto.CmsBundles;
import io.github.tucai.crypto.DirectoryChsiTransport;
import io.github.tucai.crypto.KeyRing;
import io.github.tucai.delivery.DeliveryKey;
import io.github.tucai.delivery.DeliveryOutcome;
import io.github.tucai.delivery.Receipt;
import io.github.tucai.delivery.SealedBundle;
import io.github.tucai.delivery.Withdrawal;
import io.github.tucai.key.KeyUse;
import io.github.tucai.key.Suite;
import io.github.tucai.spi.ChsiTransport;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The registry is told that what was delivered must not stand, whichever way it is told. */
@Clause("N2.2c")
class WithdrawalTest {
    private final World world = new World();

    @TempDir
    Path folder;

    /** How bundles travel. */
    enum Way {
        HTTPS,
        FOLDER
    }

    @AfterEach
    void close() {
        world.close();
    }

    private ChsiTransport by(Way way) {
        if (way == Way.HTTPS) {
            return world.transport();
        }
        world.sandbox.watch(folder);
        return DirectoryChsiTransport.builder(folder, World.KEYS.collector())
                .answerWait(Duration.ofSeconds(20))
                .build();
    }

    private static Receipt accepted(ChsiTransport transport, SealedBundle bundle) {
        return ((DeliveryOutcome.Accepted) transport.deliver(bundle)).receipt();
    }

    private static String refused(ChsiTransport transport, SealedBundle bundle) {
        return ((DeliveryOutcome.Refused) transport.deliver(bundle)).code();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsWithdrawnIsValidNoMoreWhateverComesAfterwards(Way way) {
        ChsiTransport transport = by(way);
        CodeClaims claims = world.issuedClaims();
        SealedBundle delivery = World.sealed(claims, 2, 2);
        Receipt stored = accepted(transport, delivery);
        SealedBundle withdrawal = World.withdrawal(claims, 2, 2);
        Receipt noted = accepted(transport, withdrawal);
        assertThat(noted.key()).isEqualTo(DeliveryKey.ofWithdrawal(delivery.key()));
        assertThat(noted.registryId()).isNotEqualTo(stored.registryId());
        assertThat(world.sandbox.images()).isEmpty();
        assertThat(world.transport().registered()).isEmpty();

        assertThat(accepted(transport, withdrawal).duplicate()).isTrue();
        assertThat(accepted(transport, World.withdrawal(claims, 2, 2)).registryId())
                .isEqualTo(noted.registryId());
        assertThat(accepted(transport, delivery).duplicate()).isTrue();
        assertThat(accepted(transport, World.sealed(claims, 1, 1)).duplicate()).isFalse();
        assertThat(world.sandbox.images()).isEmpty();
        assertThat(world.sandbox.stored())
                .extracting(Stored::standing)
                .containsExactly(Stored.Standing.WITHDRAWN, Stored.Standing.WITHDRAWN);

        accepted(transport, World.sealed(claims, 3, 3));
        assertThat(world.sandbox.images()).extracting(StoredImage::version).containsExactly(3);
    }

    @ParameterizedTest
    @EnumSource
    void aWithdrawalMayComeBeforeItsDelivery(Way way) {
        ChsiTransport transport = by(way);
        CodeClaims claims = world.issuedClaims();
        assertThat(accepted(transport, World.withdrawal(claims, 1, 1)).duplicate())
                .isFalse();
        assertThat(accepted(transport, World.sealed(claims, 1, 1)).duplicate()).isFalse();
        assertThat(world.sandbox.images()).isEmpty();
        assertThat(world.sandbox.stored()).extracting(Stored::standing).containsExactly(Stored.Standing.WITHDRAWN);
    }

    /** The same photo, taken again and accepted again, counts again; it is the image that is there. */
    @ParameterizedTest
    @EnumSource
    void theSamePhotoAsALaterVersionIsValidAgain(Way way) {
        ChsiTransport transport = by(way);
        CodeClaims claims = world.issuedClaims();
        String id = accepted(transport, World.sealed(claims, 1, 1)).registryId();
        accepted(transport, World.withdrawal(claims, 1, 1));
        assertThat(accepted(transport, World.sealed(claims, 2, 1)).registryId()).isEqualTo(id);
        assertThat(world.sandbox.images()).extracting(StoredImage::version).containsExactly(2);
        accepted(transport, World.withdrawal(claims, 2, 1));
        assertThat(world.sandbox.images()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aRestartForgetsNoWithdrawal(Way way) {
        CodeClaims claims = world.issuedClaims();
        CodeClaims unseen = world.issuedClaims();
        ChsiTransport before = by(way);
        accepted(before, World.sealed(claims, 1, 1));
        Receipt noted = accepted(before, World.withdrawal(claims, 1, 1));
        accepted(before, World.withdrawal(unseen, 4, 1));
        world.restart();
        ChsiTransport after = by(way);
        assertThat(world.sandbox.images()).isEmpty();
        assertThat(accepted(after, World.withdrawal(claims, 1, 1)))
                .isEqualTo(new Receipt(noted.key(), noted.registryId(), noted.receivedAt(), true));
        accepted(after, World.sealed(unseen, 3, 3));
        assertThat(world.sandbox.images()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void nobodyElseWithdraws(Way way) {
        ChsiTransport transport = by(way);
        CodeClaims claims = world.issuedClaims();
        SealedBundle delivery = World.sealed(claims, 1, 1);
        accepted(transport, delivery);
        Withdrawal withdrawal = new Withdrawal(claims, delivery.key(), 1, Instant.EPOCH);
        KeyRing stranger = KeyRing.create(
                folder.resolve("stranger"), () -> "stranger".toCharArray(), Clock.systemUTC(), new SecureRandom());
        stranger.generate(Set.of(KeyUse.BUNDLE_SIGNING), Suite.SM);
        stranger.trust(World.KEYS.registry());
        SealedBundle forged = CmsBundles.sealer(stranger, new SecureRandom()).seal(withdrawal);
        assertThat(refused(transport, forged)).isEqualTo("does-not-open");
        byte[] changed = World.withdrawal(claims, 1, 1).bytes();
        changed[changed.length / 2] ^= 1;
        assertThat(refused(transport, SealedBundle.copyOf(withdrawal.key(), changed)))
                .isEqualTo("does-not-open");
        SealedBundle disguised = SealedBundle.copyOf(
                delivery.key(), World.withdrawal(claims, 1, 1).bytes());
        assertThat(refused(transport, disguised)).isEqualTo("key-differs");
        assertThat(refused(transport, World.withdrawal(World.newClaims(), 1, 1)))
                .isEqualTo("unknown-enrolment");
        assertThat(world.sandbox.images()).hasSize(1);
    }
}
