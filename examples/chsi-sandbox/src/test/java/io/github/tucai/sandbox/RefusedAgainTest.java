package io.github.tucai.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.code.CodeClaims;
import io.github.tucai.crypto.DirectoryChsiTransport;
import io.github.tucai.delivery.DeliveryOutcome;
import io.github.tucai.delivery.Receipt;
import io.github.tucai.delivery.SealedBundle;
import io.github.tucai.spi.ChsiTransport;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A refusal is not remembered under the delivery's key: the same product is taken once its cause is mended. */
class RefusedAgainTest {
    private final World world = new World();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void overALine() {
        isTakenAfterARefusal(world.transport());
    }

    @Test
    void throughAFolder() {
        world.sandbox.watch(folder);
        isTakenAfterARefusal(DirectoryChsiTransport.builder(folder, World.KEYS.collector())
                .answerWait(Duration.ofSeconds(20))
                .build());
    }

    private void isTakenAfterARefusal(ChsiTransport transport) {
        CodeClaims claims = World.newClaims();
        SealedBundle refused = World.sealed(claims, 1, 1, 2, 3);
        assertThat(((DeliveryOutcome.Refused) transport.deliver(refused)).code())
                .isEqualTo("unknown-enrolment");
        world.sandbox.issue(claims);
        SealedBundle again = World.sealed(claims, 2, 1, 2, 3);
        assertThat(again.key()).isEqualTo(refused.key());
        Receipt receipt = ((DeliveryOutcome.Accepted) transport.deliver(again)).receipt();
        assertThat(receipt.duplicate()).isFalse();
        assertThat(world.sandbox.images()).singleElement().satisfies(image -> assertThat(image.version())
                .isEqualTo(2));
    }
}
