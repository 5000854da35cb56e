package io.github.tucai.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tucai.delivery.DeliveryOutcome;
import io.github.tucai.delivery.Receipt;
import io.github.tucai.delivery.SealedBundle;
import io.github.tucai.failure.TransportException;
import io.github.tucai.spi.ChsiTransport;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link ChsiTransport} promises, before a registry that keeps what it acknowledges. */
@Clause({"N0.1", "N2.2c"})
public abstract class ChsiTransportContract {
    /** The transport under test, connected. */
    protected abstract ChsiTransport transport();

    /** A transport whose registry does not answer. */
    protected abstract ChsiTransport unconnected();

    /** A delivery that the registry will accept; a new one at every call. */
    protected abstract SealedBundle acceptable();

    /** A delivery that the registry refuses for good. */
    protected abstract SealedBundle unacceptable();

    /** A withdrawal that the registry takes note of, whose delivery it never saw; a new one at every call. */
    protected abstract SealedBundle withdrawal();

    @Test
    void namesItself() {
        assertThat(transport().id()).matches("[a-z0-9-]+");
    }

    @Test
    void anAcceptedDeliveryIsAcknowledgedUnderItsKey() {
        SealedBundle bundle = acceptable();
        Receipt receipt = accepted(transport().deliver(bundle));
        assertThat(receipt.key()).isEqualTo(bundle.key());
        assertThat(receipt.duplicate()).isFalse();
    }

    @Test
    void theSameDeliveryAgainIsTheSameImage() {
        SealedBundle bundle = acceptable();
        Receipt first = accepted(transport().deliver(bundle));
        Receipt second = accepted(transport().deliver(bundle));
        assertThat(second.duplicate()).isTrue();
        assertThat(second.registryId()).isEqualTo(first.registryId());
    }

    @Test
    void deliveriesAtTheSameTimeAreOneImage() throws Exception {
        SealedBundle bundle = acceptable();
        ChsiTransport transport = transport();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Receipt>> calls = IntStream.range(0, 8)
                    .<Callable<Receipt>>mapToObj(i -> () -> accepted(transport.deliver(bundle)))
                    .toList();
            List<Future<Receipt>> answers = threads.invokeAll(calls);
            String registryId = answers.get(0).get().registryId();
            int fresh = 0;
            for (Future<Receipt> answer : answers) {
                assertThat(answer.get().registryId()).isEqualTo(registryId);
                fresh += answer.get().duplicate() ? 0 : 1;
            }
            assertThat(fresh).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aRefusalIsAnAnswer() {
        DeliveryOutcome outcome = transport().deliver(unacceptable());
        assertThat(outcome).isInstanceOf(DeliveryOutcome.Refused.class);
        assertThat(((DeliveryOutcome.Refused) outcome).code()).isNotBlank();
    }

    @Test
    void aRegistryOutOfReachIsWorthAnotherTry() {
        SealedBundle bundle = acceptable();
        assertThatThrownBy(() -> unconnected().deliver(bundle))
                .isInstanceOfSatisfying(
                        TransportException.class, e -> assertThat(e.retryable()).isTrue());
    }

    @Test
    void aWithdrawalIsAcknowledgedUnderItsKeyAndOnce() {
        SealedBundle bundle = withdrawal();
        Receipt first = accepted(transport().deliver(bundle));
        assertThat(first.key()).isEqualTo(bundle.key());
        assertThat(first.duplicate()).isFalse();
        Receipt second = accepted(transport().deliver(bundle));
        assertThat(second.duplicate()).isTrue();
        assertThat(second.registryId()).isEqualTo(first.registryId());
    }

    @Test
    void whatWasNeverHandedOverHasNoAnswerAndIsRecalledInVain() {
        SealedBundle bundle = acceptable();
        ChsiTransport transport = transport();
        transport.recall(bundle.key());
        assertThat(transport.collect(bundle.key())).isEmpty();
        assertThat(accepted(transport.deliver(bundle)).duplicate()).isFalse();
    }

    @Test
    void whatWasAcknowledgedIsStillThereAfterARecall() {
        SealedBundle bundle = acceptable();
        ChsiTransport transport = transport();
        Receipt first = accepted(transport.deliver(bundle));
        transport.recall(bundle.key());
        Receipt second = accepted(transport.deliver(bundle));
        assertThat(second.registryId()).isEqualTo(first.registryId());
        assertThat(second.duplicate()).isTrue();
    }

    @Test
    void whatIsCollectedIsWhatWasAnswered() {
        SealedBundle bundle = acceptable();
        ChsiTransport transport = transport();
        Receipt receipt = accepted(transport.deliver(bundle));
        transport.collect(bundle.key()).ifPresent(outcome -> {
            assertThat(accepted(outcome).registryId()).isEqualTo(receipt.registryId());
            assertThat(accepted(outcome).duplicate()).isTrue();
        });
    }

    private static Receipt accepted(DeliveryOutcome outcome) {
        return outcome.fold(DeliveryOutcome.Accepted::receipt, refused -> {
            throw new AssertionError("refused: " + refused);
        });
    }
}
