package io.github.tucai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tucai.answer.Actor;
import io.github.tucai.answer.Outcome;
import io.github.tucai.answer.Refusal;
import io.github.tucai.capture.CaptureEvent;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.CaptureState;
import io.github.tucai.capture.RecordId;
import io.github.tucai.capture.VaultId;
import io.github.tucai.delivery.DeliveryEntry;
import io.github.tucai.delivery.DeliveryOutcome;
import io.github.tucai.delivery.SealedBundle;
import io.github.tucai.photo.Crop;
import io.github.tucai.photo.FinishedPhoto;
import io.github.tucai.photo.Finishing;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.photo.ProductSpec;
import io.github.tucai.photo.Stage;
import io.github.tucai.proofing.Erratum;
import io.github.tucai.proofing.ProofingRound;
import io.github.tucai.school.SchoolCode;
import io.github.tucai.spi.PhotoFinisher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the registry refused counts as not delivered, and goes out again when a person of the centre says so. */
class ResendTest extends WithDesk {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String CODE = "does-not-open";

    private final Registry registry = new Registry();

    @Test
    void tenThatWereRefusedForAMissingKeyGoOutAgainOnceItIsThere() throws Exception {
        List<CaptureRecord> refused = refused(10);
        assertThat(refused)
                .extracting(record -> desk.record(record).state())
                .containsOnly(CaptureState.DELIVERY_REFUSED);
        registry.refusal = null;
        ResendReport report = desk.tucai
                .delivery()
                .resendAll(Samples.CENTRE, CODE, ProductChoice.SAME, "密钥已补")
                .orElseThrow();
        assertThat(report.sent()).hasSize(10);
        assertThat(report.left()).isEmpty();
        assertThat(desk.tucai.delivery().awaitIdle(LONG)).isTrue();
        for (CaptureRecord record : refused) {
            CaptureRecord now = desk.record(record);
            assertThat(now.state()).isEqualTo(CaptureState.DELIVERED);
            assertThat(now.deliveries())
                    .extracting(DeliveryEntry::status)
                    .containsExactly(DeliveryEntry.Status.REFUSED, DeliveryEntry.Status.ACCEPTED);
            assertThat(now.deliveries().get(1).key())
                    .isEqualTo(now.deliveries().get(0).key());
        }
        assertThat(registry.valid.values()).hasSize(10).allMatch(version -> version.startsWith("2|"));
        assertThat(desk.tucai
                        .delivery()
                        .resendAll(Samples.CENTRE, CODE, ProductChoice.SAME, "再次")
                        .orElseThrow()
                        .sent())
                .as("nothing is left to send")
                .isEmpty();
    }

    @Test
    void theHistorySaysWhoHadItSentAgainAndWhy() throws Exception {
        CaptureRecord record = refused(1).get(0);
        desk.tucai
                .delivery()
                .resend(Samples.CENTRE, record.id(), ProductChoice.SAME, "密钥已补")
                .orElseThrow();
        assertThat(desk.tucai.capture().history(Samples.CENTRE, record.id()).orElseThrow())
                .filteredOn(entry -> entry.event() instanceof CaptureEvent.ResendOrdered)
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.actor()).isEqualTo("centre:centre");
                    assertThat(entry.event()).isEqualTo(new CaptureEvent.ResendOrdered(Samples.MORNING, 1, "密钥已补"));
                });
    }

    @Test
    void oneThatIsRefusedAgainIsRefusedAgainAndCanBeSentOnceMore() throws Exception {
        CaptureRecord record = refused(1).get(0);
        resend(record).orElseThrow();
        assertThat(desk.tucai.delivery().awaitIdle(LONG)).isTrue();
        assertThat(desk.record(record).state()).isEqualTo(CaptureState.DELIVERY_REFUSED);
        registry.refusal = null;
        resend(record).orElseThrow();
        assertThat(desk.tucai.delivery().awaitIdle(LONG)).isTrue();
        assertThat(desk.record(record).state()).isEqualTo(CaptureState.DELIVERED);
        assertThat(desk.record(record).deliveries()).hasSize(3);
        assertThat(reason(resend(record))).isEqualTo(Refusal.Reason.NOTHING_THERE);
    }

    @Test
    void aProductMadeAnewIsAnotherOneWithAKeyOfItsOwn() throws Exception {
        CaptureRecord record = refused(1).get(0);
        reopen(builder -> builder.finisher(new OtherCut(desk.finisher(), "again ")));
        registry.refusal = null;
        CaptureRecord after = desk.tucai
                .delivery()
                .resend(Samples.CENTRE, record.id(), ProductChoice.ANEW, "重新制作")
                .orElseThrow();
        desk.tucai.startDelivery();
        assertThat(desk.tucai.delivery().awaitIdle(LONG)).isTrue();
        assertThat(after.product().orElseThrow().digest())
                .isEqualTo(Desk.photo("again product of ok-1").digest());
        assertThat(registry.valid.get("E1"))
                .isEqualTo("2|" + Desk.photo("again product of ok-1").digest().hex());
        assertThat(desk.record(record).deliveries())
                .extracting(DeliveryEntry::key)
                .doesNotHaveDuplicates();
        assertThat(desk.tucai.capture().product(Samples.CENTRE, record.id()).orElseThrow())
                .isEqualTo(Desk.photo("again product of ok-1"));
    }

    @Test
    void aProductMadeAnewIsCheckedAsEveryProductAndOneThatFailsChangesNothing() throws Exception {
        CaptureRecord record = refused(1).get(0);
        AtomicReference<Stage> checked = new AtomicReference<>();
        reopen(builder -> builder.finisher(new OtherCut(desk.finisher(), "spoilt "))
                .checker((photo, stage, declarations, used) -> {
                    checked.set(stage);
                    return Desk.check(photo, stage, declarations, used);
                }));
        int events = desk.record(record).events();
        assertThat(reason(desk.tucai.delivery().resend(Samples.CENTRE, record.id(), ProductChoice.ANEW, "重新制作")))
                .isEqualTo(Refusal.Reason.NOTHING_THERE);
        assertThat(checked.get()).isEqualTo(Stage.PRODUCT);
        assertThat(desk.record(record).events()).isEqualTo(events);
        assertThat(desk.record(record).state()).isEqualTo(CaptureState.DELIVERY_REFUSED);
    }

    @Test
    void oneBadRecordKeepsNoOtherFromBeingSent() throws Exception {
        List<CaptureRecord> refused = refused(4);
        CaptureRecord lost = refused.get(1);
        VaultId gone = desk.record(lost).accepted().orElseThrow().vault();
        lose(gone);
        reopen(builder -> builder.finisher(new OtherCut(desk.finisher(), "again ")));
        CaptureRecord suspected = refused.get(2);
        desk.tucai
                .capture()
                .suspectViolation(
                        Samples.CENTRE,
                        suspected.id(),
                        suspected.accepted().orElseThrow().digest(),
                        "疑似翻拍")
                .orElseThrow();
        registry.refusal = null;
        ResendReport report = desk.tucai
                .delivery()
                .resendAll(Samples.CENTRE, Samples.SCHOOL, CODE, ProductChoice.ANEW, "重新制作")
                .orElseThrow();
        assertThat(report.sent())
                .containsExactlyInAnyOrder(refused.get(0).id(), refused.get(3).id());
        assertThat(report.left())
                .extracting(left -> left.record() + " " + left.refusal().reason())
                .containsExactlyInAnyOrder(lost.id() + " FAILED", suspected.id() + " IN_REVIEW");
        desk.tucai.startDelivery();
        assertThat(desk.tucai.delivery().awaitIdle(LONG)).isTrue();
        assertThat(registry.valid).hasSize(2);
    }

    @Test
    void aDamagedRecordKeepsNoOtherFromBeingSent() throws Exception {
        List<CaptureRecord> refused = refused(2);
        try (Connection connection = desk.dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("update stream set head_hash = 'none' where id = '"
                    + refused.get(0).id() + "'");
        }
        registry.refusal = null;
        ResendReport report = desk.tucai
                .delivery()
                .resendAll(Samples.CENTRE, Samples.SCHOOL, CODE, ProductChoice.SAME, "密钥已补")
                .orElseThrow();
        assertThat(report.sent()).containsExactly(refused.get(1).id());
        assertThat(report.left())
                .extracting(left -> left.record() + " " + left.refusal().reason())
                .containsExactly(refused.get(0).id() + " FAILED");
    }

    @Test
    void onlyThoseOfTheCauseAndOfTheSchoolAreSent() throws Exception {
        CaptureRecord one = refused(1).get(0);
        registry.refusal = "does-not-open-at-all";
        CaptureRecord other = desk.captured("E2", "ok-2");
        assertThat(desk.tucai.delivery().awaitIdle(LONG)).isTrue();
        assertThat(resendAll(new SchoolCode("99999"), CODE)).isEmpty();
        assertThat(resendAll(Samples.SCHOOL, "does-not")).isEmpty();
        registry.refusal = null;
        assertThat(resendAll(Samples.SCHOOL, CODE)).containsExactly(one.id());
        assertThat(desk.record(other).state()).isEqualTo(CaptureState.DELIVERY_REFUSED);
    }

    @Test
    void onlyTheCentreHasSomethingSentAgain() throws Exception {
        CaptureRecord record = refused(1).get(0);
        DeliveryService delivery = desk.tucai.delivery();
        for (Actor actor : List.of(Samples.ADMINISTRATOR, Samples.SYSTEM, Samples.student("E1"))) {
            assertThat(reason(delivery.resend(actor, record.id(), ProductChoice.SAME, "密钥已补")))
                    .isEqualTo(Refusal.Reason.NOT_YOURS);
            assertThat(reason(delivery.resendAll(actor, CODE, ProductChoice.SAME, "密钥已补")))
                    .isEqualTo(Refusal.Reason.NOT_YOURS);
        }
        assertThatThrownBy(() -> delivery.resend(Samples.CENTRE, record.id(), ProductChoice.SAME, " "))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsRefusedIsNotPublishedNotBilledAndNotCountedAsDelivered() throws Exception {
        refused(2);
        registry.refusal = null;
        desk.captured("E3", "ok-3");
        assertThat(desk.tucai.delivery().awaitIdle(LONG)).isTrue();
        Coverage coverage =
                desk.tucai.reports().coverage(Samples.CENTRE, Samples.SCHOOL).orElseThrow();
        assertThat(coverage.delivered()).isEqualTo(1);
        assertThat(coverage.refused()).isEqualTo(2);
        desk.at("2024-04-03T18:00:00");
        ProofingRound round =
                desk.tucai.proofing().publish(Samples.CENTRE, Samples.SCHOOL).orElseThrow();
        assertThat(round.photos()).isEqualTo(1);
        desk.at("2024-04-04T09:00:00");
        assertThat(desk.tucai
                        .payment()
                        .issueStatement(Samples.CENTRE, Samples.SCHOOL)
                        .orElseThrow()
                        .students())
                .isEqualTo(1);
    }

    @Test
    void whatIsRefusedAfterItWasPublishedAndConfirmedIsShownAsRefused() throws Exception {
        registry.refusal = CODE;
        reopen(builder -> builder);
        CaptureRecord record = desk.captured("E1", "ok-1");
        desk.tucai.proofing().publish(Samples.CENTRE, Samples.SCHOOL).orElseThrow();
        desk.tucai
                .proofing()
                .confirm(Samples.ADMINISTRATOR, record.id(), Desk.digest("ok-1"))
                .orElseThrow();
        assertThat(desk.record(record).state()).isEqualTo(CaptureState.CONFIRMED);
        desk.tucai.startDelivery();
        assertThat(desk.tucai.delivery().awaitIdle(LONG)).isTrue();
        assertThat(desk.record(record).state()).isEqualTo(CaptureState.DELIVERY_REFUSED);
        desk.tucai
                .proofing()
                .raiseErratum(Samples.ADMINISTRATOR, record.id(), Desk.digest("ok-1"), Erratum.Kind.QUALITY, "模糊")
                .orElseThrow();
        assertThat(desk.record(record).state()).isEqualTo(CaptureState.DELIVERY_REFUSED);
        registry.refusal = null;
        resend(record).orElseThrow();
        assertThat(desk.record(record).state()).isEqualTo(CaptureState.PUBLISHED);
    }

    @Test
    void sixtyFourWhoSendTheSameAgainAtOnceSendOne() throws Exception {
        CaptureRecord record = refused(1).get(0);
        registry.refusal = null;
        int before =
                registry.calls.values().stream().mapToInt(Integer::intValue).sum();
        ExecutorService pool = Executors.newFixedThreadPool(64);
        List<Future<Outcome<CaptureRecord>>> all = new ArrayList<>();
        int done = 0;
        try {
            for (int i = 0; i < 64; i++) {
                all.add(pool.submit(() -> resend(record)));
            }
            for (Future<Outcome<CaptureRecord>> one : all) {
                done += one.get().fold(sent -> 1, refusal -> {
                    assertThat(refusal.reason()).isEqualTo(Refusal.Reason.NOTHING_THERE);
                    return 0;
                });
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(done).isEqualTo(1);
        assertThat(desk.tucai.delivery().awaitIdle(LONG)).isTrue();
        assertThat(desk.record(record).deliveries()).hasSize(2);
        assertThat(registry.calls.values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(before + 1);
        assertThat(AuditLog.verify(desk.dataSource).holds()).isTrue();
    }

    private List<CaptureRecord> refused(int students) throws InterruptedException {
        registry.refusal = CODE;
        reopen(builder -> builder);
        List<CaptureRecord> records = new ArrayList<>();
        for (int i = 1; i <= students; i++) {
            records.add(desk.captured("E" + i, "ok-" + i));
        }
        desk.tucai.startDelivery();
        assertThat(desk.tucai.delivery().awaitIdle(LONG)).isTrue();
        return records;
    }

    private Outcome<CaptureRecord> resend(CaptureRecord record) {
        return desk.tucai.delivery().resend(Samples.CENTRE, record.id(), ProductChoice.SAME, "密钥已补");
    }

    private List<RecordId> resendAll(SchoolCode school, String code) {
        return desk.tucai
                .delivery()
                .resendAll(Samples.CENTRE, school, code, ProductChoice.SAME, "密钥已补")
                .orElseThrow()
                .sent();
    }

    private void reopen(UnaryOperator<Tucai.Builder> change) {
        desk.close();
        desk = new Desk(Desk.dataSource(url), folder.resolve("photos"), registry, change);
    }

    private void lose(VaultId photo) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("photos"))) {
            Files.delete(files.filter(file -> file.endsWith(photo.value()))
                    .findFirst()
                    .orElseThrow());
        }
    }

    /** Cuts otherwise than before. */
    private record OtherCut(PhotoFinisher real, String mark) implements PhotoFinisher {
        @Override
        public String id() {
            return "other";
        }

        @Override
        public Finishing finish(PhotoImage original, Crop crop, ProductSpec spec) {
            return real.finish(original, crop, spec)
                    .fold(
                            done -> new Finishing.Done(new FinishedPhoto(
                                    marked(done.photo().product()), done.photo().proof())),
                            impossible -> impossible);
        }

        private PhotoImage marked(PhotoImage product) {
            return Desk.photo(mark + new String(product.bytes(), StandardCharsets.UTF_8));
        }
    }

    /** A registry that refuses while a key is missing, and remembers no refusal. */
    private static final class Registry extends Desk.Registry {
        volatile String refusal;

        @Override
        public DeliveryOutcome deliver(SealedBundle bundle) {
            String code = refusal;
            if (code != null) {
                calls.merge(bundle.key(), 1, Integer::sum);
                return new DeliveryOutcome.Refused(code, "The bundle does not open");
            }
            return super.deliver(bundle);
        }
    }
}
