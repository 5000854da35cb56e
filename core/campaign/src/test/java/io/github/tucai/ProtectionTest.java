package io.github.tucai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tucai.answer.Actor;
import io.github.tucai.answer.Refusal;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.VaultId;
import io.github.tucai.contract.Clause;
import io.github.tucai.failure.TucaiException;
import io.github.tucai.graduate.IdLastFour;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.spi.PhotoVault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@Clause("N0.3")
class ProtectionTest extends WithDesk {
    static final byte[] NEW_KEK = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345".getBytes(StandardCharsets.US_ASCII);
    static final byte[] NEW_PHOTO_KEK = "543210ZYXWVUTSRQPONMLKJIHGFEDCBA".getBytes(StandardCharsets.US_ASCII);

    @Test
    void keysMoveToOthersAndEveryRecordAndPhotoStaysAsItWas() throws IOException {
        CaptureRecord one = desk.captured("E1", "ok-1");
        CaptureRecord two = desk.captured("E2", "doubt-2");
        Map<Path, String> photos = photos();
        assertThat(photos).hasSize(3);
        reopen(withBoth(folder));
        assertReadable(one, two);
        ProtectionService.Rewrapped moved =
                desk.tucai.protection().rewrap(Samples.CENTRE).orElseThrow();
        // Two records, one school and the index; two originals and one product.
        assertThat(moved).isEqualTo(new ProtectionService.Rewrapped(4, 3));
        assertThat(desk.tucai.protection().rewrap(Samples.CENTRE).orElseThrow())
                .as("nothing is left")
                .isEqualTo(new ProtectionService.Rewrapped(0, 0));
        reopen(withNew(folder));
        assertReadable(one, two);
        assertThat(photos()).isEqualTo(photos);
        assertThat(desk.present("E1").orElseThrow().record())
                .as("found by the same number")
                .isEqualTo(one.id());
        assertThat(AuditLog.verify(desk.dataSource).faults()).isEmpty();
    }

    @Test
    void aKeyThatIsNotAtHandIsNamedAtTheStart() {
        desk.captured("E1", "ok-1");
        assertThatThrownBy(() -> reopen(withNew(folder)))
                .isInstanceOf(TucaiException.class)
                .hasMessageContaining("wrapped under the key-encryption key test, which the builder was not given");
    }

    @Test
    void aProcessThatIsKilledWhileItMovesKeysLosesNothing() throws Exception {
        CaptureRecord one = desk.captured("E1", "ok-1");
        CaptureRecord two = desk.captured("E2", "doubt-2");
        Map<Path, String> photos = photos();
        desk.close();
        KilledChild.runUntil(folder.resolve("moving"), KilledRewrapper.class, folder, url);
        desk = new Desk(Desk.dataSource(url), folder.resolve("photos"), new Desk.Registry(), withBoth(folder));
        assertReadable(one, two);
        desk.tucai.protection().rewrap(Samples.CENTRE).orElseThrow();
        reopen(withNew(folder));
        assertReadable(one, two);
        assertThat(photos()).isEqualTo(photos);
    }

    @Test
    void anErasedRecordIsGoneAndEverythingElseStays() throws Exception {
        CaptureRecord gone = desk.captured("E1", "ok-1");
        CaptureRecord stays = desk.captured("E2", "ok-2");
        assertThat(reason(
                        desk.tucai.capture().present(new Actor.CodeHolder(), Desk.code("E1"), new IdLastFour("0000"))))
                .isEqualTo(Refusal.Reason.SECOND_FACTOR);
        assertThat(count("wrong_factor")).isEqualTo(1);
        desk.tucai.audit().anchor(Samples.CENTRE).orElseThrow();
        assertThat(desk.tucai.protection().erase(Samples.CENTRE, gone.id()).orElseThrow())
                .isEqualTo(gone.id());
        assertThat(reason(desk.tucai.capture().record(Samples.CENTRE, gone.id())))
                .isEqualTo(Refusal.Reason.UNKNOWN);
        assertThat(desk.tucai.capture().records(Samples.CENTRE, Samples.SCHOOL).orElseThrow())
                .containsExactly(stays);
        assertThat(photos()).as("the other's photo and product").hasSize(2);
        assertThat(count("wrong_factor")).isZero();
        assertThat(reason(desk.present("E1"))).isEqualTo(Refusal.Reason.ERASED);
        desk.tucai.startDelivery();
        assertThat(desk.tucai.delivery().awaitIdle(Duration.ofSeconds(20))).isTrue();
        assertThat(desk.registry.valid).as("what was on its way is withdrawn").containsOnlyKeys("E2");
        AuditLog.Report report = AuditLog.verify(desk.dataSource);
        assertThat(report.faults()).isEmpty();
        assertThat(count("event where stream = '" + gone.id() + "' and type = 'Erased' and actor = 'centre:centre'"))
                .isEqualTo(1);
        assertThat(reason(desk.tucai.protection().erase(Samples.CENTRE, gone.id())))
                .isEqualTo(Refusal.Reason.UNKNOWN);
    }

    @Test
    void nothingThatRecognisesThePhotosOfAnErasedRecordStays() throws SQLException {
        CaptureRecord gone = desk.captured("E1", "ok-#00000000ffffffff");
        CaptureRecord stays = desk.captured("E2", "ok-#0f0f0f0f33333333");
        assertThat(desk.captured("E3", "ok-again-#00000000ffffffff").inReview()).isPresent();
        desk.tucai.protection().erase(Samples.CENTRE, gone.id()).orElseThrow();
        assertThat(count("handed_in_photo where stream = '" + gone.id() + "'")).isZero();
        assertThat(count("handed_in_photo where stream = '" + stays.id() + "'")).isEqualTo(1);
    }

    @Test
    void aRecordIsErasedThoughPhotosAreForgottenAtTheNextStartOnly() throws Exception {
        CaptureRecord gone = desk.captured("E1", "ok-1");
        Path photos = folder.resolve("photos");
        reopen(builder -> builder.vault(new StubbornVault()));
        assertThat(desk.tucai.protection().erase(Samples.CENTRE, gone.id()).orElseThrow())
                .as("it is erased, whatever the vault says")
                .isEqualTo(gone.id());
        assertThat(reason(desk.tucai.capture().record(Samples.CENTRE, gone.id())))
                .isEqualTo(Refusal.Reason.UNKNOWN);
        assertThat(photos).isNotEmptyDirectory();
        assertThat(photos()).hasSize(2);
        reopen(builder -> builder);
        desk.tucai.startDelivery();
        assertThat(photos()).isEmpty();
        assertThat(count("photo_to_erase")).isZero();
    }

    @Test
    void onlyTheCentreAndProcessesProtect() {
        CaptureRecord record = desk.captured("E1", "ok-1");
        ProtectionService protection = desk.tucai.protection();
        assertThat(reason(protection.erase(Samples.ADMINISTRATOR, record.id()))).isEqualTo(Refusal.Reason.NOT_YOURS);
        assertThat(reason(protection.erase(Samples.student("E1"), record.id()))).isEqualTo(Refusal.Reason.NOT_YOURS);
        assertThat(reason(protection.rewrap(Samples.ADMINISTRATOR))).isEqualTo(Refusal.Reason.NOT_YOURS);
        assertThat(reason(desk.tucai.audit().anchor(Samples.ADMINISTRATOR))).isEqualTo(Refusal.Reason.NOT_YOURS);
        assertThat(protection.erase(Samples.SYSTEM, record.id()).orElseThrow()).isEqualTo(record.id());
    }

    static UnaryOperator<Tucai.Builder> withNew(Path folder) {
        return builder ->
                builder.keyEncryptionKey("new", NEW_KEK).photos(folder.resolve("photos"), "new-photos", NEW_PHOTO_KEK);
    }

    static UnaryOperator<Tucai.Builder> withBoth(Path folder) {
        return builder -> withNew(folder)
                .apply(builder)
                .formerKeyEncryptionKey("test", Desk.KEK)
                .formerKeyEncryptionKey("photos", Desk.PHOTO_KEY);
    }

    private void reopen(UnaryOperator<Tucai.Builder> change) {
        desk.close();
        desk = new Desk(Desk.dataSource(url), folder.resolve("photos"), new Desk.Registry(), change);
    }

    private void assertReadable(CaptureRecord... records) {
        for (CaptureRecord record : records) {
            assertThat(desk.record(record)).isEqualTo(record);
        }
        assertThat(desk.tucai.capture().product(Samples.CENTRE, records[0].id()).orElseThrow())
                .isEqualTo(Desk.photo("product of ok-1"));
    }

    /** Every photo file as it lies on the disk. */
    private Map<Path, String> photos() throws IOException {
        Map<Path, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder.resolve("photos"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (file.getFileName().toString().matches("[0-9a-f]+")) {
                    contents.put(file, HexFormat.of().formatHex(Files.readAllBytes(file)));
                }
            }
        }
        return contents;
    }

    private int count(String rows) throws SQLException {
        try (Connection connection = desk.dataSource.getConnection();
                Statement statement = connection.createStatement();
                var result = statement.executeQuery("select count(*) from " + rows)) {
            result.next();
            return result.getInt(1);
        }
    }

    /** A disk that lets nothing be deleted. */
    private static final class StubbornVault implements PhotoVault {
        @Override
        public void put(VaultId id, PhotoImage photo) {
            throw new TucaiException("read-only");
        }

        @Override
        public Stream<VaultId> list() {
            return Stream.empty();
        }

        @Override
        public Optional<PhotoImage> get(VaultId id) {
            return Optional.empty();
        }

        @Override
        public void delete(VaultId id) {
            throw new IllegalStateException("read-only");
        }
    }
}
