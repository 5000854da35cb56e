package io.github.tucai;

import io.github.tucai.answer.Actor;
import io.github.tucai.answer.Outcome;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.CaptureSession;
import io.github.tucai.capture.PhotoRef;
import io.github.tucai.capture.ReviewOutcome;
import io.github.tucai.capture.Suspicion;
import io.github.tucai.code.CodeClaims;
import io.github.tucai.code.CodeOpening;
import io.github.tucai.code.CodeRejection;
import io.github.tucai.code.CollectionCode;
import io.github.tucai.delivery.DeliveryContent;
import io.github.tucai.delivery.DeliveryKey;
import io.github.tucai.delivery.DeliveryOutcome;
import io.github.tucai.delivery.DeliveryPolicy;
import io.github.tucai.delivery.Receipt;
import io.github.tucai.delivery.SealedBundle;
import io.github.tucai.delivery.Withdrawal;
import io.github.tucai.payment.PaymentMode;
import io.github.tucai.photo.Advice;
import io.github.tucai.photo.Answer;
import io.github.tucai.photo.CheckId;
import io.github.tucai.photo.Crop;
import io.github.tucai.photo.Declarations;
import io.github.tucai.photo.FileFacts;
import io.github.tucai.photo.Finding;
import io.github.tucai.photo.FinishedPhoto;
import io.github.tucai.photo.Finishing;
import io.github.tucai.photo.ImageDigest;
import io.github.tucai.photo.Measure;
import io.github.tucai.photo.Measurements;
import io.github.tucai.photo.Measures;
import io.github.tucai.photo.PhotoCheckResult;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.photo.PictureHash;
import io.github.tucai.photo.ProductSpec;
import io.github.tucai.photo.Region;
import io.github.tucai.photo.Severity;
import io.github.tucai.photo.Stage;
import io.github.tucai.photo.Verdict;
import io.github.tucai.schedule.CaptureWindow;
import io.github.tucai.school.School;
import io.github.tucai.spi.BundleSealer;
import io.github.tucai.spi.ChsiTransport;
import io.github.tucai.spi.CollectionCodeDecoder;
import io.github.tucai.spi.PhotoFinisher;
import io.github.tucai.spi.UsedPhotos;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGSimpleDataSource;

/** A campaign in a temporary database, with photos that say themselves how they are judged: {@code ok-1}, {@code bad-2}. */
final class Desk implements AutoCloseable {
    static final DeliveryPolicy IMPATIENT = new DeliveryPolicy(
            2,
            Duration.ofMillis(50),
            3,
            Duration.ofMillis(5),
            Duration.ofMillis(20),
            Duration.ofMillis(50),
            Duration.ofMillis(50),
            Duration.ofMillis(50),
            Duration.ofSeconds(10));
    static final byte[] KEK = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    static final byte[] PHOTO_KEY = "fedcba9876543210fedcba9876543210".getBytes(StandardCharsets.US_ASCII);

    final Registry registry;
    final DataSource dataSource;
    final Tucai tucai;
    private Instant now = Samples.MORNING;

    Desk(DataSource dataSource, Path photos, Registry registry) {
        this(dataSource, photos, registry, builder -> builder);
    }

    /** With a last change to the builder. */
    Desk(DataSource dataSource, Path photos, Registry registry, UnaryOperator<Tucai.Builder> change) {
        this.registry = registry;
        this.dataSource = dataSource;
        this.tucai = change.apply(Tucai.builder()
                        .campaign(Samples.CAMPAIGN)
                        .dataSource(dataSource)
                        .keyEncryptionKey("test", KEK)
                        .photos(photos, "photos", PHOTO_KEY)
                        .clock(clock(() -> now))
                        .checker(Desk::check)
                        .finisher(new Cutter())
                        .decoder(new PlainDecoder())
                        .sealer(new PlainSealer())
                        .transport(registry)
                        .deliveryPolicy(IMPATIENT))
                .build();
    }

    static String h2Url(Path folder) {
        return "jdbc:h2:" + folder.resolve("db") + ";WRITE_DELAY=0";
    }

    /** A pool for H2, which dislikes being opened often; PostgreSQL opens as it is. */
    static DataSource dataSource(String url) {
        if (url.startsWith("jdbc:h2:")) {
            return JdbcConnectionPool.create(url, "sa", "");
        }
        PGSimpleDataSource postgres = new PGSimpleDataSource();
        postgres.setUrl(url);
        return postgres;
    }

    /** A campaign with one open school and its officer named. */
    static Desk open(String url, Path folder, Registry registry) {
        Desk desk = new Desk(dataSource(url), folder.resolve("photos"), registry);
        SchoolService schools = desk.tucai.schools();
        if (schools.school(Samples.CENTRE, Samples.SCHOOL).fold(there -> false, missing -> true)) {
            schools.register(Samples.CENTRE, new School(Samples.SCHOOL, "示例大学"), "xuzhou", PaymentMode.SCHOOL_TRANSFER)
                    .orElseThrow();
            schools.nameOfficer(Samples.ADMINISTRATOR, Samples.SCHOOL, "教务处", "示例老师", "000-00000003")
                    .orElseThrow();
            schools.setWindow(Samples.ADMINISTRATOR, Samples.SCHOOL, CaptureWindow.parse("2024-03-15..2024-04-03"))
                    .orElseThrow();
        }
        return desk;
    }

    PhotoFinisher finisher() {
        return new Cutter();
    }

    CollectionCodeDecoder decoder() {
        return new PlainDecoder();
    }

    BundleSealer sealer() {
        return new PlainSealer();
    }

    void at(String local) {
        now = Samples.local(local);
    }

    void passDays(int days) {
        now = now.plus(Duration.ofDays(days));
    }

    static CollectionCode code(String enrolment) {
        return new CollectionCode("TEST:" + enrolment);
    }

    static PhotoImage photo(String text) {
        return PhotoImage.copyOf(text.getBytes(StandardCharsets.UTF_8));
    }

    Outcome<CaptureSession> present(String enrolment) {
        return tucai.capture().present(new Actor.CodeHolder(), code(enrolment), Samples.LAST_FOUR);
    }

    CaptureSession session(String enrolment) {
        CaptureSession session = present(enrolment).orElseThrow();
        tucai.capture()
                .consent(session.student(), session, "2024-1", Declarations.NONE.withGlasses(false))
                .orElseThrow();
        return session;
    }

    PhotoAnswer handIn(CaptureSession session, String photo) {
        return tucai.capture().handIn(session.student(), session, photo(photo)).orElseThrow();
    }

    CaptureRecord captured(String enrolment, String photo) {
        return handIn(session(enrolment), photo).record();
    }

    /** The digest of a photo, as it is named in what is done about it. */
    static ImageDigest digest(String photo) {
        return photo(photo).digest();
    }

    /** Opens the photo a person has to decide on, and decides. */
    Outcome<CaptureRecord> decide(Actor actor, CaptureRecord of, ReviewOutcome outcome, String reason) {
        CaptureRecord record = record(of);
        ImageDigest photo = record.inReview()
                .or(() -> record.suspicion().map(Suspicion::photo))
                .map(PhotoRef::digest)
                .orElseThrow();
        tucai.capture().evidence(actor, of.id(), photo).orElseThrow();
        return tucai.capture().decideReview(actor, of.id(), photo, outcome, reason);
    }

    /** The centre suspects the accepted photo, the student lets the time go by, the school looks and confirms. */
    CaptureRecord lock(CaptureRecord of) {
        return lock(of, record(of).accepted().orElseThrow().digest());
    }

    /** The same of this photo. */
    CaptureRecord lock(CaptureRecord of, ImageDigest photo) {
        suspectAndLook(of, photo);
        return tucai.capture()
                .confirmViolation(Samples.ADMINISTRATOR, of.id(), photo, "翻拍")
                .orElseThrow();
    }

    /** The centre orders a second look, and a colleague finds that it is no violation. */
    CaptureRecord clear(CaptureRecord of) {
        return secondLook(of, ReviewOutcome.ACCEPTED).orElseThrow();
    }

    /** The centre orders a second look, and a colleague looks and decides. */
    Outcome<CaptureRecord> secondLook(CaptureRecord of, ReviewOutcome outcome) {
        Actor colleague = new Actor.SchoolAdministrator("zhao", Samples.SCHOOL);
        tucai.capture().orderSecondLook(Samples.CENTRE, of.id(), "学生申诉").orElseThrow();
        ImageDigest photo = record(of).violation().orElseThrow().photo().digest();
        tucai.capture().evidence(colleague, of.id(), photo).orElseThrow();
        return tucai.capture().decideSecondLook(colleague, of.id(), outcome, "已复核");
    }

    /** All but the confirmation; says which photo. */
    ImageDigest suspectAndLook(CaptureRecord of) {
        return suspectAndLook(of, record(of).accepted().orElseThrow().digest());
    }

    private ImageDigest suspectAndLook(CaptureRecord of, ImageDigest photo) {
        tucai.capture().suspectViolation(Samples.CENTRE, of.id(), photo, "疑似翻拍").orElseThrow();
        passDays(2);
        tucai.capture().evidence(Samples.ADMINISTRATOR, of.id(), photo).orElseThrow();
        return photo;
    }

    CaptureRecord record(CaptureRecord of) {
        return tucai.capture().record(Samples.CENTRE, of.id()).orElseThrow();
    }

    @Override
    public void close() {
        tucai.close();
        if (dataSource instanceof JdbcConnectionPool pool) {
            pool.dispose();
        }
    }

    private static Clock clock(InstantSource source) {
        return source.withZone(ZoneId.of("UTC"));
    }

    static PhotoCheckResult check(PhotoImage photo, Stage stage, Declarations declarations, UsedPhotos used) {
        String text = new String(photo.bytes(), StandardCharsets.UTF_8);
        Verdict verdict = text.startsWith("bad") || (stage == Stage.PRODUCT && text.contains("spoilt"))
                ? Verdict.REJECT
                : text.startsWith("doubt") || isUsed(photo, used) ? Verdict.REVIEW : Verdict.ACCEPT;
        Answer answer =
                verdict == Verdict.ACCEPT ? Answer.PASS : verdict == Verdict.REJECT ? Answer.FAIL : Answer.UNSURE;
        String check = (stage == Stage.PRODUCT && text.contains("spoilt")) || text.startsWith("bad-blurred")
                ? "sharpness"
                : text.contains("file-size") ? "file-size" : "eyes-open";
        Finding finding = new Finding(
                new CheckId(isUsed(photo, used) ? "duplicate" : check),
                answer,
                OptionalDouble.of(50),
                OptionalDouble.empty(),
                "",
                "",
                Severity.REQUIRED,
                null,
                "A2.3.2",
                new Advice("请睁眼", "open your eyes"),
                "");
        FileFacts file = FileFacts.builder("jpeg", photo.sizeBytes(), 480, 640)
                .densityDpi(OptionalInt.of(300))
                .jpegQuality(OptionalInt.of(90))
                .build();
        return new PhotoCheckResult(
                "CN-DEGREE", "0".repeat(64), stage, verdict, List.of(finding), List.of(), measured(photo, file));
    }

    private static Measurements measured(PhotoImage photo, FileFacts file) {
        Measurements.Builder measured = Measurements.builder("test", "1", file)
                .add(new Measure(Measures.HEAD_TOP, 80, "px", null, 1))
                .add(new Measure(Measures.EYE_LINE, 250, "px", null, 1))
                .add(new Measure(Measures.FACE_WIDTH, 240, "px", null, 1))
                .add(new Measure(Measures.FACE_AXIS, 240, "px", null, 1));
        hash(photo).ifPresent(measured::hash);
        return measured.build();
    }

    private static boolean isUsed(PhotoImage photo, UsedPhotos used) {
        return hash(photo).isPresent() && used.nearest(photo.digest(), hash(photo)) <= 10;
    }

    /** A text that ends in # and hexadecimal digits is a picture that can be recognised again. */
    private static Optional<PictureHash> hash(PhotoImage photo) {
        String text = new String(photo.bytes(), StandardCharsets.UTF_8);
        int at = text.indexOf('#');
        return at < 0
                ? Optional.empty()
                : Optional.of(PictureHash.parse(text.substring(at + 1).repeat(4)));
    }

    /** Opens {@code TEST:number}; {@code TEST:forged} does not open. */
    private static final class PlainDecoder implements CollectionCodeDecoder {
        @Override
        public String id() {
            return "plain";
        }

        @Override
        public String prefix() {
            return "TEST:";
        }

        @Override
        public CodeOpening open(CollectionCode code, Instant now) {
            String enrolment = code.text().substring(prefix().length());
            CodeClaims claims = Samples.claims(enrolment);
            if (enrolment.equals("forged")) {
                return new CodeOpening.Refused(CodeRejection.DOES_NOT_OPEN);
            }
            return now.isBefore(claims.expiresAt())
                    ? new CodeOpening.Opened(claims)
                    : new CodeOpening.Refused(CodeRejection.EXPIRED);
        }
    }

    /** Writes {@code product of} before the photo; one that says {@code uncut} cannot be cropped. */
    private static final class Cutter implements PhotoFinisher {
        @Override
        public String id() {
            return "cutter";
        }

        @Override
        public Finishing finish(PhotoImage original, Crop crop, ProductSpec spec) {
            String text = new String(original.bytes(), StandardCharsets.UTF_8);
            if (text.contains("uncut")) {
                return new Finishing.Impossible(List.of(new Advice("请后退", "step back")));
            }
            PhotoImage product = photo("product of " + text);
            return new Finishing.Done(new FinishedPhoto(
                    product,
                    new FinishedPhoto.Proof(
                            original.digest(), product.digest(), new Region(0, 0, 480, 640), 1, "keep", 90, 0)));
        }
    }

    /** Encrypts by writing backwards. */
    private static final class PlainSealer implements BundleSealer {
        @Override
        public String id() {
            return "plain";
        }

        @Override
        public SealedBundle seal(DeliveryContent content) {
            String text = new StringBuilder(content.claims().enrolment().value()).reverse() + "|" + content.version()
                    + "|" + content.product().digest().hex();
            return SealedBundle.copyOf(content.key(), text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public SealedBundle seal(Withdrawal withdrawal) {
            String text = new StringBuilder(withdrawal.claims().enrolment().value()).reverse() + "|"
                    + withdrawal.version() + "|withdrawn";
            return SealedBundle.copyOf(withdrawal.key(), text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** A registry that deduplicates by key and keeps the newest version of each enrolment. */
    static class Registry implements ChsiTransport {
        final Map<DeliveryKey, Integer> calls = new ConcurrentHashMap<>();
        final Map<String, String> valid = new ConcurrentHashMap<>();
        private final AtomicInteger numbers = new AtomicInteger();

        @Override
        public String id() {
            return "registry";
        }

        @Override
        public DeliveryOutcome deliver(SealedBundle bundle) {
            int call = calls.merge(bundle.key(), 1, Integer::sum);
            String[] parts = new String(bundle.bytes(), StandardCharsets.UTF_8).split("\\|", -1);
            valid.merge(
                    new StringBuilder(parts[0]).reverse().toString(),
                    parts[1] + "|" + parts[2],
                    (old, fresh) -> version(fresh) >= version(old) ? fresh : old);
            return new DeliveryOutcome.Accepted(
                    new Receipt(bundle.key(), "R" + numbers.incrementAndGet(), Instant.EPOCH, call > 1));
        }

        private static int version(String entry) {
            return Integer.parseInt(entry.substring(0, entry.indexOf('|')));
        }
    }
}
