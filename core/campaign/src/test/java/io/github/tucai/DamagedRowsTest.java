package io.github.tucai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tucai.answer.Actor;
import io.github.tucai.answer.Refusal;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.CaptureState;
import io.github.tucai.capture.SchoolRecord;
import io.github.tucai.code.CodeClaims;
import io.github.tucai.code.CodeOpening;
import io.github.tucai.code.CollectionCode;
import io.github.tucai.contract.Clause;
import io.github.tucai.delivery.DeliveryContent;
import io.github.tucai.delivery.SealedBundle;
import io.github.tucai.delivery.Withdrawal;
import io.github.tucai.failure.SealException;
import io.github.tucai.failure.TucaiException;
import io.github.tucai.failure.UnreadableException;
import io.github.tucai.graduate.IdLastFour;
import io.github.tucai.payment.Fee;
import io.github.tucai.payment.PaymentMode;
import io.github.tucai.photo.Verdict;
import io.github.tucai.schedule.CaptureWindow;
import io.github.tucai.school.School;
import io.github.tucai.school.SchoolCode;
import io.github.tucai.spi.BundleSealer;
import io.github.tucai.spi.CollectionCodeDecoder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody or something damages single rows; whoever they do not belong to must not notice. */
@Clause("N0.3")
class DamagedRowsTest extends WithDesk {
    private static final Actor HOLDER = new Actor.CodeHolder();

    /** What is done to the stream {@code ?}, and the number of the event that is named then. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update event set payload = cast('00' as bytea) where sequence = 2 and stream = ? | 2",
                "update event set payload = (select e.payload from event e where e.stream = event.stream and e.sequence = 1)"
                        + " where sequence = 3 and stream = ? | 3",
                "update event set type = 'Unheard' where sequence = 2 and stream = ? | 2",
                "update event set schema_version = 99 where sequence = 4 and stream = ? | 4",
                "delete from event where sequence = 3 and stream = ? | 3",
                "delete from event where sequence = 5 and stream = ? | 5",
                "update event set sequence = sequence + 10 where sequence = 5 and stream = ? | 5",
                "delete from stream_key where stream = ? | 0",
                "update stream_key set wrapped = cast('00' as bytea) where stream = ? | 0",
                "update stream_key set kek = 'nobody''s' where stream = ? | 0",
                "update stream set head_sequence = 4 where id = ? | 0",
                "update stream set head_sequence = 7 where id = ? | 7",
                "update stream set head_hash = 'none' where id = ? | 0",
            })
    void aDamagedRecordIsSetAsideByNameAndAllOthersGoOn(String damage, int event) throws Exception {
        CaptureRecord one = desk.captured("E1", "ok-1");
        CaptureRecord two = desk.captured("E2", "ok-2");
        damage(damage, one.id().value());

        Desk.Registry registry = new Desk.Registry();
        reopen(registry);
        desk.tucai.startDelivery();
        await(() -> registry.valid.containsKey("E2"));
        await(() -> desk.record(two).state() == CaptureState.DELIVERED);
        assertThat(registry.valid).containsOnlyKeys("E2");
        CaptureRecord three = desk.captured("E3", "ok-3");
        assertThat(desk.tucai.capture().records(Samples.CENTRE, Samples.SCHOOL).orElseThrow())
                .extracting(CaptureRecord::id)
                .containsExactlyInAnyOrder(two.id(), three.id());
        assertThat(desk.tucai.delivery().items(Samples.CENTRE, Samples.SCHOOL).orElseThrow())
                .hasSize(2);
        assertThat(desk.tucai.delivery().sealPending(Samples.CENTRE).orElseThrow())
                .isZero();
        Coverage coverage = desk.tucai
                .reports()
                .coverage(Samples.ADMINISTRATOR, Samples.SCHOOL)
                .orElseThrow();
        assertThat(coverage.presented()).isEqualTo(3);
        assertThat(coverage.unreadable()).isEqualTo(1);
        assertThat(coverage.accepted()).isEqualTo(2);

        assertThat(reason(desk.tucai.audit().unreadable(Samples.ADMINISTRATOR))).isEqualTo(Refusal.Reason.NOT_YOURS);
        Unreadable told =
                desk.tucai.audit().unreadable(Samples.CENTRE).orElseThrow().get(0);
        assertThat(told.record()).contains(one.id());
        assertThat(told.school()).contains(Samples.SCHOOL);
        assertThat(told.event()).isEqualTo(event);
        assertThat(told.advice().en()).contains("backup");
        assertThat(told.fault()).doesNotContain("E1", "李");
        assertThat(desk.tucai.audit().unreadable(Samples.SYSTEM).orElseThrow()).hasSize(1);

        assertThatThrownBy(() -> desk.tucai.capture().record(Samples.CENTRE, one.id()))
                .isInstanceOfSatisfying(UnreadableException.class, e -> {
                    assertThat(e.stream()).isEqualTo(one.id().value());
                    assertThat(e.event()).isEqualTo(event);
                    assertThat(e).hasMessageContaining(one.id().value());
                });
        assertThatThrownBy(() -> desk.present("E1")).isInstanceOf(UnreadableException.class);
        afterTheWindow(two);
    }

    /** Publishing and the statement go on; and the damaged record can be erased with its photos. */
    private void afterTheWindow(CaptureRecord two) throws SQLException {
        desk.at("2024-04-10T09:00:00");
        assertThat(desk.tucai
                        .proofing()
                        .publish(Samples.CENTRE, Samples.SCHOOL)
                        .orElseThrow()
                        .photos())
                .isEqualTo(2);
        assertThat(desk.tucai
                        .payment()
                        .issueStatement(Samples.CENTRE, Samples.SCHOOL)
                        .orElseThrow()
                        .students())
                .isEqualTo(2);
        assertThat(desk.tucai
                        .proofing()
                        .isOverdue(Samples.CENTRE, Samples.SCHOOL)
                        .orElseThrow())
                .isFalse();
        desk.tucai.proofing().feedbackForm(Samples.CENTRE, Samples.SCHOOL).orElseThrow();
        desk.tucai
                .proofing()
                .recordFeedback(Samples.CENTRE, Samples.SCHOOL, java.time.LocalDate.of(2024, 4, 10))
                .orElseThrow();
        Unreadable told =
                desk.tucai.audit().unreadable(Samples.CENTRE).orElseThrow().get(0);
        assertThat(count("kept_photo")).isEqualTo(6);
        desk.tucai
                .protection()
                .erase(Samples.CENTRE, told.record().orElseThrow())
                .orElseThrow();
        assertThat(count("kept_photo")).isEqualTo(4);
        assertThat(desk.tucai.audit().unreadable(Samples.CENTRE).orElseThrow()).isEmpty();
        assertThat(reason(desk.tucai
                        .capture()
                        .record(Samples.CENTRE, told.record().orElseThrow())))
                .isEqualTo(Refusal.Reason.UNKNOWN);
        assertThat(desk.tucai.capture().product(Samples.CENTRE, two.id()).orElseThrow())
                .isEqualTo(Desk.photo("product of ok-2"));
    }

    /** Both wait for what the worker does by itself: to be taken back, and to be sealed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "update event set payload = cast('00' as bytea) where sequence = 2 and stream = ?",
                "update stream set head_hash = 'none' where id = ?",
                "update unanswered_delivery set delivery_key = 'no key' where stream = ?",
                "update unanswered_delivery set stream = '!' where stream = ?",
                "insert into to_seal (stream, campaign, events, due_millis, attempts, cause)"
                        + " select '!', campaign, 1, 0, 0, '' from stream where id = ?",
            })
    void aDamagedRowKeepsNoOtherFromBeingTakenBackOrSealed(String damage) throws Exception {
        FolderRegistry registry = new FolderRegistry();
        reopen(registry);
        CaptureRecord one = desk.captured("E1", "ok-1");
        CaptureRecord two = desk.captured("E2", "ok-2");
        desk.tucai.startDelivery();
        await(() -> registry.lying.size() == 2);
        registry.isBroken = true;
        for (CaptureRecord lying : List.of(one, two)) {
            desk.tucai
                    .capture()
                    .reset(
                            Samples.CENTRE,
                            lying.id(),
                            lying.accepted().orElseThrow().digest(),
                            "闭眼")
                    .orElseThrow();
        }
        desk.close();
        desk = new Desk(
                Desk.dataSource(url), folder.resolve("photos"), registry, builder -> builder.sealer(new NoSealer()));
        CaptureRecord three = desk.captured("E3", "ok-3");
        // The first in the order in which they are looked at.
        CaptureRecord first = one.id().compareTo(two.id()) < 0 ? one : two;
        CaptureRecord other = first == one ? two : one;
        damage(damage, first.id().value());
        registry.isBroken = false;

        reopen(registry);
        execute("update unanswered_delivery set due_millis = 0");
        execute("update to_seal set due_millis = 0");
        desk.tucai.startDelivery();
        await(() -> !registry.lying.contains(other.deliveries().get(0).key()));
        await(() -> desk.record(three).state() == CaptureState.QUEUED);
        await(() -> count("unanswered_delivery where looks > 0") >= 2);
    }

    @Test
    void aDamagedRecordThatIsErasedLeavesTheFolderOfTheRegistry() throws Exception {
        FolderRegistry registry = new FolderRegistry();
        reopen(registry);
        CaptureRecord one = desk.captured("E1", "ok-1");
        desk.tucai.startDelivery();
        await(() -> registry.lying.size() == 1);
        damage("update stream set head_hash = 'none' where id = ?", one.id().value());
        desk.tucai.protection().erase(Samples.CENTRE, one.id()).orElseThrow();
        await(() -> registry.lying.isEmpty());
    }

    @Test
    void aDamagedNumberOfARecordIsSetAsideToo() throws Exception {
        CaptureRecord one = desk.captured("E1", "ok-1");
        CaptureRecord two = desk.captured("E2", "ok-2");
        damage("update stream set id = 'no number' where id = ?", one.id().value());
        Desk.Registry registry = new Desk.Registry();
        reopen(registry);
        desk.tucai.startDelivery();
        await(() -> desk.record(two).state() == CaptureState.DELIVERED);
        assertThat(desk.tucai.capture().records(Samples.CENTRE, Samples.SCHOOL).orElseThrow())
                .hasSize(1);
        Unreadable told =
                desk.tucai.audit().unreadable(Samples.CENTRE).orElseThrow().get(0);
        assertThat(told.fault()).contains("stream no number");
        assertThat(told.advice().en()).contains("the record's rows");
    }

    @Test
    void aBrokenRowOfPhotosStopsNeitherTheStartNorErasing() throws Exception {
        CaptureRecord one = desk.captured("E1", "ok-1");
        CaptureRecord two = desk.captured("E2", "ok-2");
        damage(
                "update kept_photo set photo = 'none' where photo = (select min(k.photo) from kept_photo k where k.stream = ?)",
                one.id().value());
        execute("insert into photo_to_erase (photo) values ('none')");
        reopen(new Desk.Registry());
        desk.tucai.startDelivery();
        desk.tucai.protection().erase(Samples.CENTRE, one.id()).orElseThrow();
        desk.tucai.protection().sweep(Samples.CENTRE).orElseThrow();
        try (var left = SweepTest.vault(folder).list()) {
            assertThat(left).hasSize(2);
        }
        assertThat(desk.tucai.capture().product(Samples.CENTRE, two.id()).orElseThrow())
                .isEqualTo(Desk.photo("product of ok-2"));
    }

    /** Encrypted rightly and no event all the same: what only a fault of the library, or of a plug-in of it, could write. */
    @ParameterizedTest
    @ValueSource(strings = {"{", "null", "[]", "{\"at\":\"never\"}", "{\"at\":null,\"textVersion\":null}"})
    void anEventOfBrokenJsonIsSetAsideToo(String json) throws Exception {
        CaptureRecord one = desk.captured("E1", "ok-1");
        CaptureRecord two = desk.captured("E2", "ok-2");
        StoredEvents.write(desk.dataSource, one.id().value(), 2, "ConsentGiven", json);
        reopen(new Desk.Registry());
        assertThat(desk.tucai.capture().records(Samples.CENTRE, Samples.SCHOOL).orElseThrow())
                .containsExactly(two);
        Unreadable told =
                desk.tucai.audit().unreadable(Samples.CENTRE).orElseThrow().get(0);
        assertThat(told.record()).contains(one.id());
        assertThat(told.event()).isIn(0, 2);
    }

    @Test
    void theHistoryOfADamagedRecordNamesStreamAndEventAndNobody() throws Exception {
        CaptureRecord one = desk.captured("E1", "ok-1");
        execute("update event set type = 'Unheard' where sequence = 2 and type = 'ConsentGiven'");
        StoredEvents.write(desk.dataSource, one.id().value(), 2, "Unheard", "{}");
        assertThatThrownBy(() -> desk.tucai.capture().history(Samples.CENTRE, one.id()))
                .hasMessage("event 2 of stream " + one.id() + " cannot be read: the event log holds Unheard in form 1,"
                        + " which this version of the library does not know; use a newer one;"
                        + " restore its rows from a backup of the database");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update event set payload = cast('00' as bytea) where sequence = 2 and stream = ?",
                "update event set type = 'Unheard' where sequence = 1 and stream = ?",
                "delete from event where sequence = 1 and stream = ?",
                "delete from stream_key where stream = ?",
                "update stream set head_hash = 'none' where id = ?",
                "update stream set listed = '?!' where id = ? ",
                "update stream set listed = 'KYS-99' where id = ?",
            })
    void aDamagedSchoolStopsThatSchoolOnly(String damage) throws Exception {
        register(Samples.INSTITUTE);
        CaptureRecord ours = desk.captured("E1", "ok-1");
        boolean isNamedOtherwise = damage.contains("set listed");
        damage(damage, schoolStream(Samples.SCHOOL));
        Desk.Registry registry = new Desk.Registry();
        desk.close();
        desk = new Desk(
                Desk.dataSource(url),
                folder.resolve("photos"),
                registry,
                builder -> builder.decoder(new InstituteDecoder()));
        desk.tucai.startDelivery();
        await(() -> desk.record(ours).state() == CaptureState.DELIVERED);
        assertThat(desk.tucai.schools().schools(Samples.CENTRE).orElseThrow())
                .extracting(SchoolRecord::code)
                .containsExactly(Samples.INSTITUTE);
        assertThat(desk.tucai.capture().records(Samples.CENTRE, Samples.SCHOOL).orElseThrow())
                .extracting(CaptureRecord::id)
                .containsExactly(ours.id());
        Unreadable told =
                desk.tucai.audit().unreadable(Samples.CENTRE).orElseThrow().get(0);
        assertThat(told.record()).isEmpty();
        assertThat(told.advice().en()).contains("school");
        if (!isNamedOtherwise) {
            assertThat(told.school()).contains(Samples.SCHOOL);
            assertThatThrownBy(() -> desk.tucai.schools().school(Samples.CENTRE, Samples.SCHOOL))
                    .isInstanceOf(UnreadableException.class);
            assertThatThrownBy(() ->
                            desk.tucai.capture().present(HOLDER, new CollectionCode("TEST:E2"), Samples.LAST_FOUR))
                    .isInstanceOf(UnreadableException.class);
        }
        desk.tucai
                .capture()
                .present(HOLDER, new CollectionCode("INST:E7"), Samples.LAST_FOUR)
                .orElseThrow();
    }

    @Test
    void aBrokenHashOfOnePhotoStopsNobodysHandIn() throws Exception {
        CaptureRecord one = desk.captured("E1", "ok-#00000000ffffffff");
        desk.captured("E2", "ok-#0f0f0f0f33333333");
        damage(
                "update handed_in_photo set hash = 'no hash' where stream = ?",
                one.id().value());
        assertThat(desk.handIn(desk.session("E3"), "ok-#5555555500000000").verdict())
                .isEqualTo(Verdict.ACCEPT);
        assertThat(desk.handIn(desk.session("E4"), "ok-again-#0f0f0f0f33333333").verdict())
                .as("the others are compared still")
                .isEqualTo(Verdict.REVIEW);
        assertThat(desk.handIn(desk.session("E5"), "ok-#00000000ffffffff").verdict())
                .as("and the very file")
                .isEqualTo(Verdict.REVIEW);
    }

    @Test
    void numbersOfPhotosGoOnWhereTheSequenceWasLost() throws Exception {
        desk.captured("E1", "ok-#00000000ffffffff");
        desk.captured("E2", "ok-2");
        execute("update handed_in_photo set number = number + 1000");
        reopen(new Desk.Registry());
        assertThat(desk.handIn(desk.session("E3"), "ok-#00000000fffffffe").verdict())
                .isEqualTo(Verdict.REVIEW);
        assertThat(count("handed_in_photo where number > 1000")).isEqualTo(3);
        assertThat(count("handed_in_photo h where exists (select 1 from handed_in_photo o where o.number = h.number"
                        + " and o.stream <> h.stream)"))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update delivery set delivery_key = 'no key' where stream = ?",
                "update delivery set bundle = null where stream = ?",
                "update delivery set status = 'NO STATUS' where stream = ?",
                "delete from delivery where stream = ?",
            })
    void aBrokenRowOfTheOutboxStopsNoOthersDelivery(String damage) throws Exception {
        CaptureRecord one = desk.captured("E1", "ok-1");
        CaptureRecord two = desk.captured("E2", "ok-2");
        damage(damage, one.id().value());
        Desk.Registry registry = new Desk.Registry();
        reopen(registry);
        desk.tucai.startDelivery();
        await(() -> desk.record(two).state() == CaptureState.DELIVERED);
        CaptureRecord three = desk.captured("E3", "ok-3");
        await(() -> desk.record(three).state() == CaptureState.DELIVERED);
        assertThat(desk.tucai.delivery().items(Samples.CENTRE, Samples.SCHOOL).orElseThrow())
                .hasSize(3);
        assertThat(registry.valid).containsOnlyKeys("E2", "E3");
    }

    @Test
    void aDeliveryWhoseTaskIsBrokenGoesOut() throws Exception {
        CaptureRecord one = desk.captured("E1", "ok-1");
        damage(
                "update scheduled_tasks set task_instance = 'no delivery' where task_instance like ? || ':%'",
                one.id().value());
        Desk.Registry registry = new Desk.Registry();
        reopen(registry);
        desk.tucai.startDelivery();
        await(() -> desk.record(one).state() == CaptureState.DELIVERED);
        assertThat(registry.valid).containsOnlyKeys("E1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update delivery set delivery_key = 'no key' where stream = ?",
                "update delivery set bundle = null where stream = ?",
            })
    void aBrokenRowOfTheOutboxWaitsForAPersonAndIsTold(String damage) throws Exception {
        CaptureRecord one = desk.captured("E1", "ok-1");
        assertThat(desk.tucai.audit().unreadable(Samples.CENTRE).orElseThrow()).isEmpty();
        damage(damage, one.id().value());
        reopen(new Desk.Registry());
        desk.tucai.startDelivery();
        assertThat(desk.tucai.delivery().awaitIdle(Duration.ofSeconds(20))).isTrue();
        assertThat(desk.record(one).state()).isEqualTo(CaptureState.DELIVERY_WAITING);
        assertThat(desk.tucai.delivery().items(Samples.CENTRE, Samples.SCHOOL).orElseThrow())
                .singleElement()
                .satisfies(item -> assertThat(item.detail()).contains("damaged"));
        assertTold(one);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update delivery set status = 'NO STATUS' where stream = ?",
                "delete from delivery where stream = ?",
            })
    void aRowOfTheOutboxThatIsMissingIsTold(String damage) throws Exception {
        CaptureRecord one = desk.captured("E1", "ok-1");
        desk.captured("E2", "ok-2");
        damage(damage, one.id().value());
        assertTold(one);
    }

    private void assertTold(CaptureRecord one) {
        assertThat(desk.tucai.audit().unreadable(Samples.CENTRE).orElseThrow())
                .singleElement()
                .satisfies(told -> {
                    assertThat(told.record()).contains(one.id());
                    assertThat(told.school()).contains(Samples.SCHOOL);
                    assertThat(told.fault()).contains("delivery 1 of record " + one.id());
                    assertThat(told.advice().en()).contains("table delivery");
                });
    }

    /** Money of two students, of a school and of nobody; the stream of one of them is damaged. */
    @ParameterizedTest
    @ValueSource(strings = {"capture", "school", "cash"})
    void unmatchedMoneyIsListedWithoutWhatIsDamaged(String kind) throws Exception {
        PaymentService money = desk.tucai.payment();
        CaptureRecord one = desk.captured("E1", "ok-1");
        CaptureRecord two = desk.captured("E2", "ok-2");
        money.recordStudentPayment(Samples.CENTRE, one.id(), WithMoney.fee("P1"))
                .orElseThrow();
        money.recordStudentPayment(Samples.CENTRE, two.id(), WithMoney.fee("P2"))
                .orElseThrow();
        money.recordTransfer(Samples.CENTRE, Samples.SCHOOL, WithMoney.fee("P3"))
                .orElseThrow();
        money.recordTransfer(Samples.CENTRE, new SchoolCode("99999"), WithMoney.fee("P4"))
                .orElseThrow();
        execute("update stream set head_hash = 'none' where kind = '" + kind + "' and id <> '" + two.id() + "'");
        desk.close();
        desk = new Desk(Desk.dataSource(url), folder.resolve("photos"), new Desk.Registry());
        assertThat(desk.tucai.payment().unmatched(Samples.CENTRE).orElseThrow())
                .extracting(booking -> booking.payment().reference())
                .hasSize(3)
                .contains("P2")
                .doesNotContain(kind.equals("capture") ? "P1" : kind.equals("school") ? "P3" : "P4");
        assertThat(desk.tucai.audit().unreadable(Samples.CENTRE).orElseThrow()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update event set payload = cast('00' as bytea) where stream in (select id from stream where kind = 'cash')",
                "delete from stream_key where stream in (select id from stream where kind = 'cash')",
                "update stream set head_hash = 'none' where kind = 'cash'",
            })
    void aDamagedCashbookKeepsNobodyFromBeingErased(String damage) throws Exception {
        PaymentService money = desk.tucai.payment();
        CaptureRecord one = desk.captured("E1", "ok-1");
        money.recordStudentPayment(Samples.CENTRE, one.id(), WithMoney.fee("P1"))
                .orElseThrow();
        money.recordTransfer(Samples.CENTRE, new SchoolCode("99999"), WithMoney.fee("P2"))
                .orElseThrow();
        execute(damage);
        desk.tucai.protection().erase(Samples.CENTRE, one.id()).orElseThrow();
        assertThat(money.takings(Samples.CENTRE).orElseThrow().unmatched()).isEqualTo(Fee.of("30.00"));
        assertThat(desk.tucai.audit().unreadable(Samples.CENTRE).orElseThrow())
                .hasSize(2)
                .anySatisfy(told -> assertThat(told.advice().en()).contains("book of unmatched money"))
                .anySatisfy(told -> {
                    assertThat(told.record()).contains(one.id());
                    assertThat(told.advice().en()).contains("by the reference that the gateway");
                });
        assertThat(reason(money.recordTransfer(Samples.CENTRE, new SchoolCode("99999"), WithMoney.fee("P3"))))
                .isEqualTo(Refusal.Reason.FAILED);
        assertThat(reason(money.recordRefund(Samples.CENTRE, "P1", "x"))).isEqualTo(Refusal.Reason.FAILED);
        assertThat(money.takings(Samples.CENTRE).orElseThrow().total()).isEqualTo(Fee.of("30.00"));
    }

    /** What of a damaged record can be read still leaves its money to the book; each is listed once. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update event set payload = cast('00' as bytea) where sequence = 2 and stream = ? | P1,P2,P3 | 0",
                "update stream set head_hash = 'none' where id = ? | P1,P2,P3 | 0",
                "update event set payload = cast('00' as bytea) where type = 'PaymentUnmatched' and sequence ="
                        + " (select min(sequence) from event where type = 'PaymentUnmatched') and stream = ? | P2,P3 | 1",
                "delete from stream_key where stream = ? | P3 | 1",
            })
    void unmatchedMoneyOfADamagedRecordThatIsErasedIsListedOnceOrTold(String damage, String listed, int told)
            throws Exception {
        PaymentService money = desk.tucai.payment();
        CaptureRecord one = desk.captured("E1", "ok-1");
        money.recordStudentPayment(Samples.CENTRE, one.id(), WithMoney.fee("P1"))
                .orElseThrow();
        money.recordStudentPayment(Samples.CENTRE, one.id(), WithMoney.fee("P2"))
                .orElseThrow();
        money.recordTransfer(Samples.CENTRE, new SchoolCode("99999"), WithMoney.fee("P3"))
                .orElseThrow();
        damage(damage, one.id().value());
        desk.tucai.protection().erase(Samples.CENTRE, one.id()).orElseThrow();
        assertThat(money.unmatched(Samples.CENTRE).orElseThrow())
                .extracting(booking -> booking.payment().reference())
                .containsExactlyInAnyOrder(listed.split(","));
        assertThat(desk.tucai.audit().unreadable(Samples.CENTRE).orElseThrow())
                .hasSize(told)
                .allSatisfy(lost -> assertThat(lost.record()).contains(one.id()));
        assertThat(money.takings(Samples.CENTRE).orElseThrow().unmatched()).isEqualTo(Fee.of("45.00"));
        for (String reference : List.of("P1", "P2", "P3")) {
            money.recordRefund(Samples.CENTRE, reference, "x").orElseThrow();
        }
        assertThat(desk.tucai.audit().unreadable(Samples.CENTRE).orElseThrow()).isEmpty();
        assertThat(money.takings(Samples.CENTRE).orElseThrow().refunded()).isEqualTo(Fee.of("45.00"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update payment_booking set status = 'MATCHE?' where stream = '%s'",
                "update payment_booking set amount_fen = -1 where stream = '%s'",
            })
    void aDamagedBookingStopsNoSumAndIsTold(String damage) throws Exception {
        PaymentService money = desk.tucai.payment();
        CaptureRecord one = desk.captured("E1", "ok-1");
        CaptureRecord two = desk.captured("E2", "ok-2");
        money.recordStudentPayment(Samples.CENTRE, one.id(), WithMoney.fee("P1"))
                .orElseThrow();
        money.recordStudentPayment(Samples.CENTRE, two.id(), WithMoney.fee("P2"))
                .orElseThrow();
        execute(damage.formatted(one.id()));
        assertThat(money.takings(Samples.CENTRE).orElseThrow().total()).isEqualTo(Fee.OF_THE_NOTICE);
        assertThat(desk.tucai.audit().unreadable(Samples.CENTRE).orElseThrow())
                .singleElement()
                .satisfies(told -> {
                    assertThat(told.record()).contains(one.id());
                    assertThat(told.school()).contains(Samples.SCHOOL);
                    assertThat(told.advice().en()).contains("table payment_booking");
                });
        assertThat(reason(money.recordStudentPayment(Samples.CENTRE, two.id(), WithMoney.fee("P1"))))
                .isEqualTo(Refusal.Reason.REFERENCE_USED);
        assertThat(reason(money.match(Samples.CENTRE, "P1"))).isEqualTo(Refusal.Reason.FAILED);
        assertThat(reason(money.recordRefund(Samples.CENTRE, "P1", "x"))).isEqualTo(Refusal.Reason.FAILED);
        money.recordRefund(Samples.CENTRE, "P2", "x").orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update wrong_factor set wrong = -7",
                "update wrong_factor set wrong = 2000000000",
                "update wrong_factor set last_millis = 9223372036854775807",
                "update wrong_factor set last_millis = -9223372036854775808",
                "update wrong_factor set back_millis = 9223372036854775807",
                "update wrong_factor set back_millis = -9223372036854775808",
            })
    void aBrokenCountOfOneEnrolmentClosesItForAQuarterOfAnHourAtMost(String damage) throws Exception {
        desk.tucai.capture().present(HOLDER, Desk.code("E1"), new IdLastFour("0000"));
        execute(damage);
        reopen(new Desk.Registry());
        desk.present("E1");
        desk.present("E2").orElseThrow();
        desk.at("2024-03-18T09:15:00");
        desk.present("E1").orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update anchor set hash = 'none' where number = 1",
                "update anchor set taken = 'never', signer = '?', signature = 'x', algorithm = 'none' where number = 1",
                "delete from anchor where number = 1",
                "update anchor set number = 7 where number = 1",
                "delete from anchor_head where anchor = 1",
                "update anchor_head set sequence = 99, hash = '' where anchor = 1",
            })
    void aBrokenAnchorIsToldAndTheNextOnesAreTaken(String damage) throws Exception {
        CaptureRecord one = desk.captured("E1", "ok-1");
        desk.tucai.audit().anchor(Samples.CENTRE).orElseThrow();
        execute(damage);
        reopen(new Desk.Registry());
        desk.captured("E2", "ok-2");
        assertThat(desk.tucai.audit().anchor(Samples.CENTRE).orElseThrow()).isPresent();
        assertThat(AuditLog.verify(desk.dataSource).faults()).isNotEmpty();
        assertThat(desk.record(one)).isEqualTo(one);
    }

    @Test
    void aDatabaseWithoutTheKeyOfItsIndexIsNamedAtTheStart() throws Exception {
        desk.captured("E1", "ok-1");
        execute("update service_key set wrapped = cast('00' as bytea)");
        assertThatThrownBy(() -> reopen(new Desk.Registry()))
                .isInstanceOf(TucaiException.class)
                .hasMessageContaining("the key of the index over enrolments");
        desk = null;
    }

    @Test
    void aKeyThatMostRecordsNeedAndTheBuilderHasNotIsNoDamage() throws Exception {
        desk.captured("E1", "ok-1");
        execute("update stream_key set kek = 'former'");
        assertThatThrownBy(() -> reopen(new Desk.Registry()))
                .isInstanceOf(TucaiException.class)
                .hasMessageContaining("2 keys of the database are wrapped under the key-encryption key former");
        desk = null;
    }

    @Test
    void aDamagedKeyKeepsNoOtherFromBeingWrappedAnew() throws Exception {
        CaptureRecord one = desk.captured("E1", "ok-1");
        CaptureRecord two = desk.captured("E2", "ok-2");
        damage(
                "update stream_key set wrapped = cast('00' as bytea) where stream = ?",
                one.id().value());
        desk.close();
        desk = new Desk(
                Desk.dataSource(url), folder.resolve("photos"), new Desk.Registry(), ProtectionTest.withBoth(folder));
        assertThatThrownBy(() -> desk.tucai.protection().rewrap(Samples.CENTRE))
                .isInstanceOf(TucaiException.class)
                .hasMessageContaining("1 keys could not be wrapped anew, all others were");
        desk.close();
        desk = new Desk(
                Desk.dataSource(url), folder.resolve("photos"), new Desk.Registry(), ProtectionTest.withNew(folder));
        assertThat(desk.record(two)).isEqualTo(two);
        assertThat(desk.tucai.capture().product(Samples.CENTRE, two.id()).orElseThrow())
                .isEqualTo(Desk.photo("product of ok-2"));
    }

    /** Whoever reads while others append must not take that for damage: two statements need not see one moment. */
    @Test
    void whatIsReadWhileOthersAppendIsNeverTakenForDamaged() throws Exception {
        CaptureRecord one = desk.captured("E1", "bad-1");
        Thread writer = new Thread(() -> {
            for (int i = 0; i < 150; i++) {
                desk.present("E1");
            }
        });
        writer.start();
        int reads = 0;
        while (writer.isAlive()) {
            assertThat(desk.record(one).events()).isPositive();
            reads++;
        }
        assertThat(reads).isPositive();
        assertThat(desk.record(one).events()).isEqualTo(one.events() + 150);
    }

    private void register(SchoolCode code) {
        SchoolService schools = desk.tucai.schools();
        schools.register(Samples.CENTRE, new School(code, "示例研究所"), "xuzhou", PaymentMode.SCHOOL_TRANSFER)
                .orElseThrow();
        schools.nameOfficer(Samples.STRANGER, code, "教务处", "示例老师", "000-00000003")
                .orElseThrow();
        schools.setWindow(Samples.STRANGER, code, CaptureWindow.parse("2024-03-15..2024-04-03"))
                .orElseThrow();
    }

    private String schoolStream(SchoolCode code) throws SQLException {
        try (Connection connection = desk.dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("select id from stream where kind = 'school' and school = ?")) {
            statement.setString(1, code.value());
            var rows = statement.executeQuery();
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private void damage(String sql, String stream) throws SQLException {
        execute(sql.replace("'?!'", "'##'").replace("?", "'" + stream + "'"));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = desk.dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
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

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(Condition condition) throws Exception {
        boolean holds = condition.holds();
        for (int i = 0; i < 400 && !holds; i++) {
            Thread.sleep(50);
            holds = condition.holds();
        }
        assertThat(holds).isTrue();
    }

    /** Has no key. */
    private static final class NoSealer implements BundleSealer {
        @Override
        public String id() {
            return "none";
        }

        @Override
        public SealedBundle seal(DeliveryContent content) {
            throw new SealException("the key is missing");
        }

        @Override
        public SealedBundle seal(Withdrawal withdrawal) {
            throw new SealException("the key is missing");
        }
    }

    /** Opens {@code INST:number} to claims of the institute. */
    private static final class InstituteDecoder implements CollectionCodeDecoder {
        @Override
        public String id() {
            return "institute";
        }

        @Override
        public String prefix() {
            return "INST:";
        }

        @Override
        public CodeOpening open(CollectionCode code, Instant now) {
            CodeClaims claims = Samples.claims(
                    code.text().substring(prefix().length()),
                    Samples.INSTITUTE,
                    "00000000000000bb",
                    Samples.local("2024-03-01T00:00:00"));
            return new CodeOpening.Opened(claims);
        }
    }
}
