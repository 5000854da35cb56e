package io.github.tucai.benchmarks;

import io.github.tucai.Campaigns;
import io.github.tucai.Page;
import io.github.tucai.PageKey;
import io.github.tucai.SchoolService;
import io.github.tucai.Tucai;
import io.github.tucai.answer.Actor;
import io.github.tucai.answer.Outcome;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.CaptureSession;
import io.github.tucai.capture.RecordList;
import io.github.tucai.capture.SchoolRecord;
import io.github.tucai.check.PhotoChecker;
import io.github.tucai.code.CodeOpening;
import io.github.tucai.code.CollectionCode;
import io.github.tucai.delivery.DeliveryContent;
import io.github.tucai.delivery.DeliveryOutcome;
import io.github.tucai.delivery.SealedBundle;
import io.github.tucai.delivery.Withdrawal;
import io.github.tucai.graduate.IdLastFour;
import io.github.tucai.payment.PaymentMode;
import io.github.tucai.photo.CheckId;
import io.github.tucai.photo.Declarations;
import io.github.tucai.photo.Exemption;
import io.github.tucai.schedule.CaptureWindow;
import io.github.tucai.school.School;
import io.github.tucai.school.SchoolCode;
import io.github.tucai.spi.BundleSealer;
import io.github.tucai.spi.ChsiTransport;
import io.github.tucai.spi.CollectionCodeDecoder;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGConnectionPoolDataSource;

/** A campaign of so many records, loaded without photos: how long lists, counts, operations and the start take. */
final class ScaleOfRecords {
    static final String USAGE = "scale --records N [--db h2|postgresql]";

    private static final Instant MORNING = Instant.parse("2024-03-18T01:00:00Z");
    private static final int OF_A_SCHOOL = 2000;
    private static final int TIMES = 15;
    private static final int OPERATIONS = 60;
    private static final int PAGES = 10;

    private final int records;
    private final Figures figures;
    private final JdbcConnectionPool database;
    private final Path folder;
    private final String key;

    private ScaleOfRecords(int records, Figures figures, JdbcConnectionPool database, Path folder) {
        this.records = records;
        this.figures = figures;
        this.database = database;
        this.folder = folder;
        this.key = "scale." + records + ".";
    }

    /**
     * Runs it.
     *
     * @param options as {@link #USAGE} has them
     * @throws IllegalArgumentException if they are none
     */
    static void run(List<String> options, Figures figures) throws IOException {
        Map<String, String> given = new LinkedHashMap<>();
        for (int i = 0; i + 1 < options.size(); i += 2) {
            given.put(options.get(i), options.get(i + 1));
        }
        String kind = given.getOrDefault("--db", "h2");
        if (options.size() % 2 != 0
                || !Set.of("--records", "--db").containsAll(given.keySet())
                || !given.getOrDefault("--records", "").matches("[1-9][0-9]{0,6}")
                || !Set.of("h2", "postgresql").contains(kind)) {
            throw new IllegalArgumentException("scale takes --records N and --db h2 or postgresql");
        }
        int records = Integer.parseInt(given.get("--records"));
        Path folder = Files.createTempDirectory("tucai-records");
        try {
            figures.section(
                    "Scale of records",
                    "Records decided by the rules and appended to the event log in " + kind
                            + ", 500 a commit, without photos;" + " rows made by a rebuild; medians of " + TIMES + ".");
            if (kind.equals("h2")) {
                onH2(records, figures, folder);
            } else {
                onPostgres(records, figures, folder);
            }
        } finally {
            Rig.delete(folder);
        }
    }

    private static void onH2(int records, Figures figures, Path folder) {
        JdbcConnectionPool pool =
                JdbcConnectionPool.create("jdbc:h2:" + folder.resolve("campaign") + ";WRITE_DELAY=0", "sa", "");
        try {
            new ScaleOfRecords(records, figures, pool, folder).measure();
        } finally {
            pool.dispose();
        }
    }

    private static void onPostgres(int records, Figures figures, Path folder) throws IOException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            PGConnectionPoolDataSource source = new PGConnectionPoolDataSource();
            source.setUrl(server.getJdbcUrl("postgres", "postgres"));
            JdbcConnectionPool pool = JdbcConnectionPool.create(source);
            try {
                new ScaleOfRecords(records, figures, pool, folder).measure();
            } finally {
                pool.dispose();
            }
        }
    }

    private void measure() {
        Map<SchoolCode, SchoolRecord> schools;
        try (Tucai tucai = open()) {
            schools = opened(tucai.schools());
        }
        ManyRecords many = new ManyRecords(database, schools, MORNING);
        long start = System.nanoTime();
        long events = many.load(records);
        double seconds = secondsSince(start);
        figures.add(key + "events", events);
        figures.add(key + "load-events-per-second", events / seconds);
        try (Tucai tucai = open()) {
            start = System.nanoTime();
            int made = tucai.audit().rebuildRows(Rig.CENTRE).orElseThrow();
            figures.add(key + "rebuild-records-per-second", made / secondsSince(start));
        }
        start = System.nanoTime();
        try (Tucai tucai = open()) {
            tucai.startDelivery();
            figures.add(key + "start-seconds", secondsSince(start));
            read(tucai);
            operate(tucai);
        }
        double[] nearest = many.nearest(TIMES);
        figures.add(key + "duplicates-read-ms", nearest[0]);
        figures.add(key + "duplicate-search-ms", nearest[1]);
    }

    private void read(Tucai tucai) {
        SchoolCode school = new SchoolCode("10000");
        figures.add(
                key + "school-coverage-ms",
                median(() -> tucai.reports().coverage(Rig.CENTRE, school).orElseThrow()));
        figures.add(
                key + "province-coverage-ms",
                median(() -> tucai.reports().coverage(Rig.CENTRE).orElseThrow()));
        figures.add(
                key + "page-of-a-school-ms",
                median(() -> tucai.capture().records(Rig.CENTRE, school).orElseThrow()));
        double slowest = 0;
        for (RecordList list : RecordList.values()) {
            Function<PageKey, Outcome<Page<CaptureRecord>>> pages =
                    from -> tucai.capture().records(Rig.CENTRE, list, from);
            PageKey far = far(pages);
            slowest = Math.max(slowest, median(() -> pages.apply(PageKey.FIRST).orElseThrow()));
            slowest = Math.max(slowest, median(() -> pages.apply(far).orElseThrow()));
            slowest = Math.max(slowest, median(() -> tucai.capture()
                    .records(Rig.CENTRE, school, list, PageKey.FIRST)
                    .orElseThrow()));
        }
        figures.add(key + "slowest-list-page-ms", slowest);
        figures.add(
                key + "page-of-deliveries-ms",
                median(() -> tucai.delivery().items(Rig.CENTRE, school).orElseThrow()));
        figures.add(
                key + "page-of-schools-ms",
                median(() -> tucai.schools().schools(Rig.CENTRE).orElseThrow()));
        figures.add(
                key + "overdue-ms",
                median(() -> tucai.proofing().overdue(Rig.CENTRE).orElseThrow()));
    }

    private static PageKey far(Function<PageKey, Outcome<Page<CaptureRecord>>> pages) {
        PageKey at = PageKey.FIRST;
        for (int i = 0; i < PAGES; i++) {
            Optional<PageKey> next = pages.apply(at).orElseThrow().next();
            if (next.isEmpty()) {
                return at;
            }
            at = next.get();
        }
        return at;
    }

    /** What people do, without looking at a photo: a code, the consent, an exemption, a suspicion. */
    private void operate(Tucai tucai) {
        List<Double> took = new ArrayList<>();
        Iterator<CaptureRecord> delivered = Page.walk(
                        from -> tucai.capture().records(Rig.CENTRE, RecordList.UNPUBLISHED, from))
                .iterator();
        for (int i = 1; i <= OPERATIONS && delivered.hasNext(); i++) {
            CaptureRecord record = delivered.next();
            CollectionCode code = new CollectionCode("NO:" + (records + i));
            CaptureSession[] session = new CaptureSession[1];
            took.add(millis(() -> session[0] = tucai.capture()
                    .present(new Actor.CodeHolder(), code, new IdLastFour("123X"))
                    .orElseThrow()));
            took.add(millis(() -> tucai.capture()
                    .consent(session[0].student(), session[0], "2024-1", Declarations.NONE)
                    .orElseThrow()));
            took.add(millis(() -> tucai.capture()
                    .grantExemption(
                            Rig.CENTRE, session[0].record(), Exemption.medical(Set.of(new CheckId("ears-visible"))))
                    .orElseThrow()));
            took.add(millis(() -> tucai.capture()
                    .suspectViolation(
                            Rig.CENTRE,
                            record.id(),
                            record.accepted().orElseThrow().digest(),
                            "benchmark")
                    .orElseThrow()));
        }
        figures.add(key + "operation-ms-median", Figures.percentile(took, 0.5));
        figures.add(key + "operation-ms-p99", Figures.percentile(took, 0.99));
    }

    private static double median(Supplier<?> work) {
        List<Double> took = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            took.add(millis(work));
        }
        return Figures.percentile(took, 0.5);
    }

    private static double millis(Supplier<?> work) {
        long start = System.nanoTime();
        if (work.get() == null) {
            throw new IllegalStateException("nothing came");
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private Map<SchoolCode, SchoolRecord> opened(SchoolService schools) {
        Map<SchoolCode, SchoolRecord> opened = new LinkedHashMap<>();
        for (int i = 0; i < Math.max(1, records / OF_A_SCHOOL); i++) {
            SchoolCode code = new SchoolCode(String.format(Locale.ROOT, "%d", 10_000 + i));
            Actor administrator = new Actor.SchoolAdministrator("admin", code);
            schools.register(Rig.CENTRE, new School(code, "示例大学"), "xuzhou", PaymentMode.SCHOOL_TRANSFER)
                    .orElseThrow();
            schools.nameOfficer(administrator, code, "教务处", "示例负责人", "13800000000")
                    .orElseThrow();
            schools.setExpected(administrator, code, OF_A_SCHOOL).orElseThrow();
            opened.put(
                    code,
                    schools.setWindow(administrator, code, CaptureWindow.parse("2024-03-15..2024-04-03"))
                            .orElseThrow());
        }
        return opened;
    }

    private Tucai open() {
        SamePortrait portrait = new SamePortrait();
        return Tucai.builder()
                .campaign(Campaigns.jiangsu2024())
                .dataSource(database)
                .keyEncryptionKey(ManyRecords.KEY_ID, ManyRecords.KEY)
                .photos(folder.resolve("vault"), "scale-photos", ManyRecords.KEY)
                .clock(Clock.fixed(MORNING, ZoneId.of("Asia/Shanghai")))
                .checker(PhotoChecker.builder().analyzer(portrait).build())
                .finisher(portrait)
                .decoder(new Numbers())
                .sealer(new NoSealer())
                .transport(new NoWay())
                .build();
    }

    /** Codes that are a number alone: what opening a real one costs is another benchmark. */
    private static final class Numbers implements CollectionCodeDecoder {
        @Override
        public String id() {
            return "numbers";
        }

        @Override
        public String prefix() {
            return "NO:";
        }

        @Override
        public CodeOpening open(CollectionCode code, Instant now) {
            int number = Integer.parseInt(code.text().substring(prefix().length()));
            return new CodeOpening.Opened(Rig.claims(number, new SchoolCode("10000")));
        }
    }

    private static final class NoSealer implements BundleSealer {
        @Override
        public String id() {
            return "none";
        }

        @Override
        public SealedBundle seal(DeliveryContent content) {
            throw new IllegalStateException("nothing is sealed here");
        }

        @Override
        public SealedBundle seal(Withdrawal withdrawal) {
            throw new IllegalStateException("nothing is sealed here");
        }
    }

    private static final class NoWay implements ChsiTransport {
        @Override
        public String id() {
            return "none";
        }

        @Override
        public DeliveryOutcome deliver(SealedBundle bundle) {
            throw new IllegalStateException("nothing is delivered here");
        }
    }
}
