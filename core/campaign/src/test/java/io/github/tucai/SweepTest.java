package io.github.tucai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tucai.answer.Outcome;
import io.github.tucai.answer.Refusal;
import io.github.tucai.campaign.internal.db.Database;
import io.github.tucai.campaign.internal.secret.Ciphers;
import io.github.tucai.campaign.internal.secret.FileVault;
import io.github.tucai.campaign.internal.secret.Kek;
import io.github.tucai.campaign.internal.secret.KeptPhotos;
import io.github.tucai.campaign.internal.secret.KeyWrap;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.CaptureSession;
import io.github.tucai.capture.RecordId;
import io.github.tucai.capture.ReviewOutcome;
import io.github.tucai.capture.VaultId;
import io.github.tucai.contract.Clause;
import io.github.tucai.failure.TucaiException;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.spi.PhotoVault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Clause("N0.3")
class SweepTest extends WithDesk {
    private static final RecordId SOMEBODY = RecordId.random(new Random(5));
    private static final VaultId PHOTO = VaultId.random(new Random(6));

    private final ExecutorService pool = Executors.newFixedThreadPool(65);

    @AfterEach
    void stop() {
        pool.shutdownNow();
    }

    @Test
    void aPhotoThatNoRecordNamesGoesAndTheOthersStay() throws Exception {
        CaptureRecord record = desk.captured("E1", "ok-1");
        vault().put(PHOTO, Desk.photo("nobody's"));
        assertThat(reason(desk.tucai.protection().sweep(Samples.ADMINISTRATOR))).isEqualTo(Refusal.Reason.NOT_YOURS);
        assertThat(listed()).hasSize(3);
        assertThat(desk.tucai.protection().sweep(Samples.CENTRE).orElseThrow()).isEqualTo(1);
        assertThat(listed()).hasSize(2).isEqualTo(rows());
        assertThat(desk.tucai.capture().product(Samples.CENTRE, record.id()).orElseThrow())
                .isEqualTo(Desk.photo("product of ok-1"));
        assertThat(desk.tucai.protection().sweep(Samples.SYSTEM).orElseThrow()).isZero();
    }

    @Test
    void whatIsRefusedLeavesNoPhotoBehind() throws Exception {
        CaptureSession session = desk.session("E1");
        CaptureRecord doubtful = desk.captured("E2", "doubt-2");
        List<VaultId> before = listed();
        for (int i = 0; i < 100; i++) {
            assertThat(reason(refused(doubtful))).isEqualTo(Refusal.Reason.NOT_YOURS);
        }
        assertThat(reason(desk.tucai.capture().handIn(Samples.student("E3"), session, Desk.photo("ok-1"))))
                .isEqualTo(Refusal.Reason.NOT_YOURS);
        List<Outcome<CaptureRecord>> answers = AtOnce.of(64, i -> refused(doubtful));
        assertThat(answers).allSatisfy(answer -> assertThat(reason(answer)).isEqualTo(Refusal.Reason.NOT_YOURS));
        assertThat(listed()).isEqualTo(before).isEqualTo(rows());
    }

    private Outcome<CaptureRecord> refused(CaptureRecord doubtful) {
        return desk.tucai
                .capture()
                .decideReview(
                        Samples.student("E2"), doubtful.id(), Desk.digest("doubt-2"), ReviewOutcome.ACCEPTED, "mine");
    }

    /** The race is lost after the photo was put, and the session is over when it is decided again. */
    @Test
    void whatIsRefusedAfterALostRaceLeavesNoPhotoBehind() throws Exception {
        desk.close();
        Desk[] raced = new Desk[1];
        AtomicInteger lost = new AtomicInteger();
        DataSource real = Desk.dataSource(url);
        DataSource losing = LostRaces.over(real, sql -> {
            boolean isLost = sql.contains("insert into handed_in_photo") && lost.getAndIncrement() == 0;
            if (isLost) {
                raced[0].at("2024-03-18T17:00:00");
            }
            return isLost;
        });
        desk = new Desk(losing, folder.resolve("photos"), new Desk.Registry());
        raced[0] = desk;
        CaptureSession session = desk.session("E1");
        assertThat(reason(desk.tucai.capture().handIn(session.student(), session, Desk.photo("ok-1"))))
                .isEqualTo(Refusal.Reason.NO_SESSION);
        assertThat(lost.get()).isPositive();
        assertThat(listed()).isEmpty();
        if (real instanceof JdbcConnectionPool h2) {
            h2.dispose();
        }
    }

    @Test
    void anErasedRecordLeavesNeitherPhotoNorRow() throws Exception {
        CaptureRecord gone = desk.captured("E1", "ok-1");
        desk.captured("E2", "ok-2");
        desk.tucai.protection().erase(Samples.CENTRE, gone.id()).orElseThrow();
        assertThat(listed()).hasSize(2).isEqualTo(rows());
        assertThat(database().<List<VaultId>>read(handle -> KeptPhotos.of(handle, gone.id())))
                .isEmpty();
    }

    @Test
    void theWorkerSweepsWhenItStarts() throws Exception {
        desk.tucai.startDelivery();
        await(() -> count("scheduled_tasks where task_name like 'tucai-sweep-%' and last_success is not null") == 1);
        desk.tucai.close();
        vault().put(PHOTO, Desk.photo("nobody's"));
        desk.tucai.startDelivery();
        await(() -> listed().isEmpty());
    }

    /** Keeps first, is swept meanwhile, commits: the photo stays, however long the sweep would have waited. */
    @Test
    void aPhotoThatIsBeingKeptIsNotSwept() throws Exception {
        try (Handle handle = Jdbi.create(desk.dataSource).open()) {
            handle.begin();
            KeptPhotos.keep(handle, SOMEBODY, PHOTO);
            vault().put(PHOTO, Desk.photo("somebody's"));
            Future<Integer> sweep = pool.submit(this::sweep);
            assertThat(sweep.get(20, TimeUnit.SECONDS)).isZero();
            assertThat(listed()).containsExactly(PHOTO);
            handle.commit();
        }
        assertThat(sweep()).isZero();
        assertThat(listed()).containsExactly(PHOTO);
    }

    @Test
    void aPhotoWhoseKeepingWasRolledBackIsSwept() throws Exception {
        try (Handle handle = Jdbi.create(desk.dataSource).open()) {
            handle.begin();
            KeptPhotos.keep(handle, SOMEBODY, PHOTO);
            vault().put(PHOTO, Desk.photo("somebody's"));
            Future<Integer> sweep = pool.submit(this::sweep);
            Thread.sleep(200);
            handle.rollback();
            // It waited for the roll-back, or had given up just before.
            assertThat(sweep.get(20, TimeUnit.SECONDS) + sweep()).isEqualTo(1);
        }
        assertThat(listed()).isEmpty();
    }

    /** The sweep holds a photo that a first try left; the second try keeps it again and has to put it again. */
    @Test
    void aPhotoThatIsKeptWhileItIsSweptIsThereAfterwards() throws Exception {
        vault().put(PHOTO, Desk.photo("somebody's"));
        CountDownLatch deleting = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (Desk slow = new Desk(
                Desk.dataSource(url),
                folder.resolve("photos"),
                desk.registry,
                builder -> builder.vault(new SlowVault(vault(), deleting, goOn)))) {
            Future<Integer> sweep = pool.submit(
                    () -> slow.tucai.protection().sweep(Samples.CENTRE).orElseThrow());
            assertThat(deleting.await(20, TimeUnit.SECONDS)).isTrue();
            Future<Boolean> keeper = pool.submit(() -> database().inTransaction(handle -> {
                KeptPhotos.keep(handle, SOMEBODY, PHOTO);
                vault().put(PHOTO, Desk.photo("somebody's"));
                return true;
            }));
            Thread.sleep(200);
            assertThat(keeper.isDone()).isFalse();
            goOn.countDown();
            assertThat(sweep.get(20, TimeUnit.SECONDS)).isEqualTo(1);
            assertThat(keeper.get(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(vault().get(PHOTO)).contains(Desk.photo("somebody's"));
        assertThat(sweep()).isZero();
    }

    @Test
    void sixtyFourWhoKeepAndRollBackWhileOthersSweepLeaveExactlyWhatWasCommitted() throws Exception {
        if (desk.dataSource instanceof JdbcConnectionPool h2) {
            h2.setMaxConnections(80);
        }
        AtomicInteger left = new AtomicInteger(64);
        AtomicInteger swept = new AtomicInteger();
        AtomicInteger rolledBack = new AtomicInteger();
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            int thread = i;
            all.add(pool.submit(() -> {
                try {
                    for (int round = 0; round < 6; round++) {
                        if (!keep(thread, round)) {
                            rolledBack.incrementAndGet();
                        }
                    }
                } finally {
                    left.decrementAndGet();
                }
            }));
        }
        all.add(pool.submit(() -> {
            while (left.get() > 0) {
                swept.addAndGet(sweep());
            }
        }));
        for (Future<?> one : all) {
            one.get(120, TimeUnit.SECONDS);
        }
        swept.addAndGet(sweep());
        assertThat(listed()).hasSize(64 * 3).isEqualTo(rows());
        assertThat(swept).hasValue(rolledBack.get());
        assertThat(rolledBack).hasValue(64 * 3);
    }

    /** Commits every other one. */
    private boolean keep(int thread, int round) {
        VaultId photo = VaultId.random(new Random(10_000L * (thread + 1) + round));
        boolean committed = (thread + round) % 2 == 0;
        try {
            return database().inTransaction(handle -> {
                KeptPhotos.keep(handle, SOMEBODY, photo);
                vault().put(photo, Desk.photo("photo " + thread + " " + round));
                if (!committed) {
                    throw new IllegalStateException("changed its mind");
                }
                return true;
            });
        } catch (IllegalStateException e) {
            return false;
        }
    }

    @Test
    void aProcessKilledBeforeItsCommitLeavesWhatTheSweepFinds() throws Exception {
        CaptureRecord before = desk.captured("E1", "ok-1");
        desk.close();
        KilledChild.runUntil(folder.resolve("put"), KilledKeeper.class, folder, url);
        desk = Desk.open(url, folder, new Desk.Registry());
        assertThat(listed()).hasSize(3);
        // The server may take a moment to notice that its client is gone.
        await(() -> sweep() == 1);
        assertThat(listed()).hasSize(2).isEqualTo(rows());
        assertThat(desk.record(before)).isEqualTo(before);
    }

    @Test
    void photosOfBeforeTheRowsAreListedBeforeAnythingIsSwept() throws Exception {
        CaptureRecord one = desk.captured("E1", "ok-1");
        CaptureRecord two = desk.captured("E2", "doubt-2");
        CaptureRecord gone = desk.captured("E3", "bad-3");
        desk.tucai.protection().erase(Samples.CENTRE, gone.id()).orElseThrow();
        vault().put(PHOTO, Desk.photo("nobody's"));
        List<VaultId> named = rows();
        olden();
        desk = Desk.open(url, folder, new Desk.Registry());
        assertThat(rows()).isEmpty();
        assertThat(desk.tucai.protection().sweep(Samples.CENTRE).orElseThrow()).isEqualTo(1);
        assertThat(listed()).hasSize(3).isEqualTo(named).isEqualTo(rows());
        assertThat(desk.record(one)).isEqualTo(one);
        olden();
        desk = Desk.open(url, folder, new Desk.Registry());
        desk.tucai.protection().erase(Samples.CENTRE, two.id()).orElseThrow();
        assertThat(listed()).as("erased before it was listed").hasSize(2);
    }

    @Test
    void nothingIsSweptWhileARecordOfBeforeTheRowsCannotBeRead() throws Exception {
        CaptureRecord one = desk.captured("E1", "ok-1");
        desk.captured("E2", "ok-2");
        vault().put(PHOTO, Desk.photo("nobody's"));
        olden();
        desk = Desk.open(url, folder, new Desk.Registry());
        execute("update event set payload = cast('00' as bytea) where sequence = 3 and stream = '" + one.id() + "'");
        assertThatThrownBy(() -> desk.tucai.protection().sweep(Samples.CENTRE))
                .isInstanceOf(TucaiException.class)
                .hasMessageContaining("the photos of 1 records");
        assertThat(listed()).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update kept_photo set photo = 'zz' || substring(photo from 3) where stream = '%s'",
                "update kept_photo set photo = 'none' where photo = (select min(photo) from kept_photo where stream = '%s')",
                "delete from kept_photo where stream = '%s'",
            })
    void whatAnEventNamesStaysThoughItsRowIsDamagedOrLost(String damage) throws Exception {
        CaptureRecord record = desk.captured("E1", "ok-1");
        desk.captured("E2", "ok-2");
        List<VaultId> named = rows();
        vault().put(PHOTO, Desk.photo("nobody's"));
        execute(damage.formatted(record.id()));
        assertThat(sweep()).isEqualTo(1);
        assertThat(listed()).isEqualTo(named);
        assertThat(desk.tucai.capture().product(Samples.CENTRE, record.id()).orElseThrow())
                .isEqualTo(Desk.photo("product of ok-1"));
        desk.tucai.protection().erase(Samples.CENTRE, record.id()).orElseThrow();
        assertThat(listed()).as("listed again, so that erasing finds them").hasSize(2);
    }

    /** One vault and database, two campaigns: the worker of the one must leave what the other's records name. */
    @Test
    void whatARecordOfAnotherCampaignNamesStaysToo() throws Exception {
        desk.captured("E1", "ok-1");
        execute("delete from kept_photo");
        desk.close();
        desk = new Desk(
                Desk.dataSource(url),
                folder.resolve("photos"),
                new Desk.Registry(),
                builder -> builder.campaign(WithMoney.PAID_FIRST));
        assertThat(sweep()).isZero();
        assertThat(listed()).hasSize(2).isEqualTo(rows());
    }

    @Test
    void whatHasNoRowStaysWhileARecordCannotBeRead() throws Exception {
        CaptureRecord record = desk.captured("E1", "ok-1");
        execute("delete from kept_photo where photo = (select min(photo) from kept_photo)");
        execute("update event set payload = cast('00' as bytea) where sequence = 2 and stream = '" + record.id() + "'");
        assertThatThrownBy(() -> desk.tucai.protection().sweep(Samples.CENTRE))
                .isInstanceOf(TucaiException.class)
                .hasMessageContaining("1 photos without a row")
                .hasMessageContaining("1 records that cannot be read");
        assertThat(listed()).hasSize(2);
        desk.tucai.protection().erase(Samples.CENTRE, record.id()).orElseThrow();
        assertThat(sweep()).isEqualTo(1);
        assertThat(listed()).isEmpty();
    }

    @Test
    void onePhotoThatCannotBeDeletedStopsNoOther() throws Exception {
        desk.captured("E1", "ok-1");
        List<VaultId> named = rows();
        Path stuck = folder.resolve("photos").resolve("00").resolve("0".repeat(32));
        Files.createDirectories(stuck.resolve("x"));
        for (String digit : "123456789abcdef".split("")) {
            vault().put(new VaultId(digit.repeat(32)), Desk.photo("nobody's"));
        }
        assertThat(sweep()).isEqualTo(15);
        assertThat(listed()).hasSize(3).containsAll(named);
        Files.delete(stuck.resolve("x"));
        assertThat(sweep()).isEqualTo(1);
        assertThat(listed()).isEqualTo(named);
    }

    /** Makes the database one of before the table of kept photos, and closes it. */
    private void olden() throws SQLException {
        execute("drop table kept_photo");
        execute("drop table unlisted_stream");
        execute("alter table wrong_factor drop column back_millis");
        execute("delete from \"tucai_schema_history\" where \"version\" = '6'");
        desk.close();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = desk.dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private int count(String rows) throws SQLException {
        try (Connection connection = desk.dataSource.getConnection();
                Statement statement = connection.createStatement();
                var result = statement.executeQuery("select count(*) from " + rows)) {
            result.next();
            return result.getInt(1);
        }
    }

    private int sweep() {
        return desk.tucai.protection().sweep(Samples.CENTRE).orElseThrow();
    }

    private Database database() {
        return Database.connect(desk.dataSource);
    }

    private FileVault vault() {
        return vault(folder);
    }

    static FileVault vault(Path folder) {
        SecureRandom random = new SecureRandom();
        Kek kek = new Kek("photos", Ciphers.key(Desk.PHOTO_KEY));
        return new FileVault(folder.resolve("photos"), new KeyWrap(new Ciphers(random), kek, List.of()), random);
    }

    private List<VaultId> listed() {
        try (Stream<VaultId> all = vault().list()) {
            return all.map(VaultId::value).sorted().map(VaultId::new).toList();
        }
    }

    private List<VaultId> rows() throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = desk.dataSource.getConnection();
                Statement statement = connection.createStatement();
                var result = statement.executeQuery("select photo from kept_photo")) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows.stream().sorted().map(VaultId::new).toList();
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(Condition condition) throws Exception {
        boolean holds = condition.holds();
        for (int i = 0; i < 200 && !holds; i++) {
            Thread.sleep(100);
            holds = condition.holds();
        }
        assertThat(holds).isTrue();
    }

    /** Says when it is about to delete, and waits. */
    private record SlowVault(PhotoVault vault, CountDownLatch deleting, CountDownLatch goOn) implements PhotoVault {
        @Override
        public void put(VaultId id, PhotoImage photo) {
            vault.put(id, photo);
        }

        @Override
        public Optional<PhotoImage> get(VaultId id) {
            return vault.get(id);
        }

        @Override
        public Stream<VaultId> list() {
            return vault.list();
        }

        @Override
        public void delete(VaultId id) {
            deleting.countDown();
            try {
                assertThat(goOn.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            vault.delete(id);
        }
    }
}
