package io.github.tucai.benchmarks;

import io.github.tucai.Campaigns;
import io.github.tucai.answer.Actor;
import io.github.tucai.campaign.internal.audit.AuditSuites;
import io.github.tucai.campaign.internal.capture.CaptureCommand;
import io.github.tucai.campaign.internal.capture.CaptureRules;
import io.github.tucai.campaign.internal.db.Database;
import io.github.tucai.campaign.internal.ledger.EventStore;
import io.github.tucai.campaign.internal.ledger.Kinds;
import io.github.tucai.campaign.internal.school.Facts;
import io.github.tucai.campaign.internal.secret.BlindIndex;
import io.github.tucai.campaign.internal.secret.Ciphers;
import io.github.tucai.campaign.internal.secret.Kek;
import io.github.tucai.campaign.internal.secret.KeyWrap;
import io.github.tucai.campaign.internal.view.HandedInPhotos;
import io.github.tucai.capture.CaptureEvent;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.PhotoRef;
import io.github.tucai.capture.RecordId;
import io.github.tucai.capture.SchoolRecord;
import io.github.tucai.capture.VaultId;
import io.github.tucai.code.CodeClaims;
import io.github.tucai.delivery.DeliveryKey;
import io.github.tucai.delivery.DeliveryOutcome;
import io.github.tucai.delivery.Receipt;
import io.github.tucai.graduate.IdLastFour;
import io.github.tucai.photo.CheckId;
import io.github.tucai.photo.Declarations;
import io.github.tucai.photo.ImageDigest;
import io.github.tucai.photo.PictureHash;
import io.github.tucai.photo.Verdict;
import io.github.tucai.schedule.Campaign;
import io.github.tucai.school.SchoolCode;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;

/**
 * Records that the rules decide on and the event store keeps as ever, five hundred a commit and without photos: what nobody could
 * hand in within an hour. Of a hundred, 82 are delivered, 8 in review, 5 to be taken again, 5 without a photo.
 */
final class ManyRecords {
    static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    static final String KEY_ID = "scale";

    private static final int BATCH = 500;
    private static final Actor.SystemProcess PROCESS = new Actor.SystemProcess("scale");

    private final Campaign campaign = Campaigns.jiangsu2024();
    private final Random random = new Random(7);
    private final Database database;
    private final EventStore<CaptureEvent> store;
    private final HandedInPhotos photos;
    private final Map<SchoolCode, SchoolRecord> schools;
    private final Instant now;
    private long events;

    /** Into a database that a campaign opened before. */
    ManyRecords(DataSource dataSource, Map<SchoolCode, SchoolRecord> schools, Instant now) {
        this.database = Database.open(dataSource);
        this.schools = schools;
        this.now = now;
        Ciphers ciphers = new Ciphers(new SecureRandom());
        KeyWrap wrap = new KeyWrap(ciphers, new Kek(KEY_ID, Ciphers.key(KEY)), List.of());
        BlindIndex index = database.inTransaction(handle -> BlindIndex.open(handle, wrap));
        this.store = new EventStore<>(
                Kinds.CAPTURE,
                CaptureEvent.class,
                campaign.id(),
                ciphers,
                wrap,
                index,
                AuditSuites.installed().preferred());
        this.photos = database.inTransaction(handle -> HandedInPhotos.open(handle, campaign.id(), index));
    }

    /** Appends so many; says how many events that were. */
    long load(int records) {
        List<SchoolCode> codes = List.copyOf(schools.keySet());
        for (int first = 1; first <= records; first += BATCH) {
            int from = first;
            database.inTransaction(handle -> {
                for (int number = from; number < Math.min(from + BATCH, records + 1); number++) {
                    append(handle, Rig.claims(number, codes.get(number % codes.size())), number);
                }
                return from;
            });
        }
        return events;
    }

    private void append(Handle handle, CodeClaims claims, int number) {
        RecordId id = RecordId.random(random);
        List<CaptureEvent> decided = decided(id, claims, number);
        store.create(
                handle, id.value(), claims.enrolment().value(), claims.school().value());
        store.append(handle, id.value(), 0, decided, now, PROCESS.auditName());
        events += decided.size();
        if (number % 100 < 95) {
            photos.add(
                    handle,
                    id.value(),
                    photos.next(handle),
                    photo(number).digest(),
                    Optional.of(hash()),
                    false,
                    PictureHash.BITS / 4);
        }
    }

    private PictureHash hash() {
        return PictureHash.copyOf(
                new long[] {random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong()});
    }

    private List<CaptureEvent> decided(RecordId id, CodeClaims claims, int number) {
        Deciding deciding = new Deciding(CaptureRecord.empty(id), Objects.requireNonNull(schools.get(claims.school())));
        Actor student = new Actor.Student(claims.enrolment());
        deciding.give(
                new CaptureCommand.PresentCode(claims, Optional.of(new IdLastFour("123X")), Optional.empty()),
                new Actor.CodeHolder());
        deciding.give(new CaptureCommand.GiveConsent(1, "2024-1", Declarations.NONE), student);
        int share = number % 100;
        if (share >= 95) {
            return deciding.events;
        }
        PhotoRef photo = photo(number);
        Verdict verdict = share >= 90 ? Verdict.REJECT : share >= 82 ? Verdict.REVIEW : Verdict.ACCEPT;
        PhotoRef product = photo(-number);
        deciding.give(
                new CaptureCommand.HandInPhoto(
                        1,
                        photo,
                        verdict,
                        verdict == Verdict.ACCEPT ? List.of() : List.of(new CheckId("eyes-open")),
                        List.of(),
                        verdict == Verdict.ACCEPT
                                ? Optional.of(new CaptureCommand.Product(photo.digest(), product))
                                : Optional.empty()),
                student);
        if (verdict == Verdict.ACCEPT) {
            DeliveryKey key = DeliveryKey.of(claims.enrolment(), product.digest());
            deciding.give(new CaptureCommand.Seal(key), PROCESS);
            deciding.give(
                    new CaptureCommand.Answer(
                            1, new DeliveryOutcome.Accepted(new Receipt(key, "R" + number, Instant.EPOCH, false))),
                    PROCESS);
        }
        return deciding.events;
    }

    private PhotoRef photo(int number) {
        return new PhotoRef(
                VaultId.random(random),
                ImageDigest.of(ByteBuffer.allocate(4).putInt(number).array()));
    }

    /** How long it takes to find the nearest of all photos, in ms: the first time, when they are read, and the median of others. */
    double[] nearest(int times) {
        List<Double> took = new ArrayList<>();
        for (int i = 0; i <= times; i++) {
            ImageDigest digest =
                    ImageDigest.of(ByteBuffer.allocate(8).putLong(i).array());
            Optional<PictureHash> hash = Optional.of(hash());
            long start = System.nanoTime();
            database.read(handle -> photos.nearest(handle, "0".repeat(32), digest, hash));
            took.add((System.nanoTime() - start) / 1e6);
        }
        return new double[] {took.get(0), Figures.percentile(took.subList(1, took.size()), 0.5)};
    }

    private final class Deciding {
        private final SchoolRecord school;
        private final List<CaptureEvent> events = new ArrayList<>();
        private CaptureRecord record;

        Deciding(CaptureRecord record, SchoolRecord school) {
            this.record = record;
            this.school = school;
        }

        void give(CaptureCommand command, Actor actor) {
            for (CaptureEvent event : CaptureRules.decide(record, command, new Facts(now, actor, campaign, school))
                    .orElseThrow()) {
                events.add(event);
                record = record.after(event);
            }
        }
    }
}
