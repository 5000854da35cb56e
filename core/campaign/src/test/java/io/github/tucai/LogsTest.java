package io.github.tucai;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.CaptureState;
import io.github.tucai.capture.VaultId;
import io.github.tucai.contract.Clause;
import io.github.tucai.delivery.DeliveryContent;
import io.github.tucai.delivery.DeliveryKey;
import io.github.tucai.delivery.DeliveryOutcome;
import io.github.tucai.delivery.SealedBundle;
import io.github.tucai.delivery.Withdrawal;
import io.github.tucai.failure.SealException;
import io.github.tucai.failure.TransportException;
import io.github.tucai.failure.TucaiException;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.spi.BundleSealer;
import io.github.tucai.spi.PhotoVault;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Plug-ins of somebody else's put a student's name into what they throw; no log holds it. */
@Clause("N0.3")
class LogsTest extends WithDesk {
    private static final String NAME = "李小明";

    @BeforeEach
    void forget() {
        Logs.clear();
    }

    private void reopen(Desk.Registry registry, UnaryOperator<Tucai.Builder> change) {
        desk.close();
        desk = new Desk(Desk.dataSource(url), folder.resolve("photos"), registry, change);
    }

    private static void assertNamesNobody(String told) {
        assertThat(Logs.lines()).anyMatch(line -> line.contains(told));
        assertThat(Logs.lines()).noneMatch(line -> line.contains(NAME));
    }

    @Test
    void aTransportThatBreaksIsNamedByItsClass() throws Exception {
        reopen(
                new Desk.Registry() {
                    @Override
                    public DeliveryOutcome deliver(SealedBundle bundle) {
                        throw new IllegalStateException(NAME, new IllegalArgumentException(NAME));
                    }
                },
                builder -> builder);
        CaptureRecord record = desk.captured("E1", "ok-1");
        desk.tucai.startDelivery();
        RecallTest.until(() -> desk.record(record).state() == CaptureState.DELIVERY_WAITING);
        assertNamesNobody("IllegalStateException");
    }

    @Test
    void aTransportThatFailsOrCannotTakeBackIsTold() throws Exception {
        reopen(
                new FolderRegistry() {
                    @Override
                    public void recall(DeliveryKey key) {
                        throw new TransportException(NAME, true, new IllegalArgumentException(NAME));
                    }

                    @Override
                    public DeliveryOutcome deliver(SealedBundle bundle) {
                        throw new TransportException(NAME, true, new IllegalArgumentException(NAME));
                    }
                },
                builder -> builder);
        CaptureRecord record = desk.captured("E1", "ok-1");
        desk.tucai.startDelivery();
        RecallTest.until(() -> Logs.lines().stream().anyMatch(line -> line.contains("failed; the next try")));
        desk.tucai
                .capture()
                .reset(Samples.CENTRE, record.id(), Desk.digest("ok-1"), "闭眼")
                .orElseThrow();
        RecallTest.until(() -> Logs.lines().stream().anyMatch(line -> line.contains("could not be taken back")));
        assertNamesNobody("failed; the next try");
    }

    @Test
    void aSealerThatFailsIsNamedByItsClass() {
        reopen(new Desk.Registry(), builder -> builder.sealer(new TalkativeSealer()));
        desk.captured("E1", "ok-1");
        assertNamesNobody("SealException");
    }

    @Test
    void aVaultThatCannotDeleteIsNamedByItsClass() {
        PhotoVault real = SweepTest.vault(folder);
        reopen(new Desk.Registry(), builder -> builder.vault(new TalkativeVault(real)));
        CaptureRecord record = desk.captured("E1", "ok-1");
        desk.tucai.protection().erase(Samples.CENTRE, record.id()).orElseThrow();
        assertNamesNobody("TucaiException");
    }

    private static final class TalkativeSealer implements BundleSealer {
        @Override
        public String id() {
            return "talkative";
        }

        @Override
        public SealedBundle seal(DeliveryContent content) {
            throw new SealException("no key for " + NAME);
        }

        @Override
        public SealedBundle seal(Withdrawal withdrawal) {
            throw new SealException("no key for " + NAME);
        }
    }

    private record TalkativeVault(PhotoVault real) implements PhotoVault {
        @Override
        public void put(VaultId id, PhotoImage photo) {
            real.put(id, photo);
        }

        @Override
        public Optional<PhotoImage> get(VaultId id) {
            return real.get(id);
        }

        @Override
        public Stream<VaultId> list() {
            return real.list();
        }

        @Override
        public void delete(VaultId id) {
            throw new TucaiException("cannot delete the photo of " + NAME);
        }
    }
}
