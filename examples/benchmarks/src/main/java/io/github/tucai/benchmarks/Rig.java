package io.github.tucai.benchmarks;

import io.github.tucai.Campaigns;
import io.github.tucai.SchoolService;
import io.github.tucai.Tucai;
import io.github.tucai.answer.Actor;
import io.github.tucai.capture.CaptureSession;
import io.github.tucai.check.PhotoChecker;
import io.github.tucai.code.CodeClaims;
import io.github.tucai.code.CollectionCode;
import io.github.tucai.graduate.EnrolmentNumber;
import io.github.tucai.graduate.IdLastFour;
import io.github.tucai.graduate.MaskedId;
import io.github.tucai.graduate.MaskedName;
import io.github.tucai.graduate.StudentNumber;
import io.github.tucai.payment.PaymentMode;
import io.github.tucai.photo.Declarations;
import io.github.tucai.schedule.CaptureWindow;
import io.github.tucai.school.School;
import io.github.tucai.school.SchoolCode;
import io.github.tucai.spi.ChsiTransport;
import io.github.tucai.spi.KeyProvider;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;

/** A campaign with one open school, in a temporary folder that goes with it. */
final class Rig implements AutoCloseable {
    static final Actor CENTRE = new Actor.Centre("centre");
    static final SchoolCode SCHOOL = new SchoolCode("99001");

    /** A Monday morning inside the school's window. */
    private static final Instant MORNING = Instant.parse("2024-03-18T01:00:00Z");

    private static final Instant ISSUED = Instant.parse("2024-03-01T00:00:00Z");
    private static final Instant EXPIRES = Instant.parse("2025-03-01T00:00:00Z");

    final JdbcConnectionPool database;
    final Tucai tucai;
    private final SamePortrait portrait;

    /** Where one portrait is measured and finished once. */
    static Rig ofOnePortrait(Path folder, KeyProvider keys, ChsiTransport transport) {
        SamePortrait portrait = new SamePortrait();
        return new Rig(folder, keys, transport, portrait, builder -> builder.checker(
                        PhotoChecker.builder().analyzer(portrait).build())
                .finisher(portrait));
    }

    /** Where each photo is measured and finished. */
    static Rig real(Path folder, KeyProvider keys, ChsiTransport transport) {
        return new Rig(folder, keys, transport, new SamePortrait(), builder -> builder);
    }

    private Rig(
            Path folder,
            KeyProvider keys,
            ChsiTransport transport,
            SamePortrait portrait,
            UnaryOperator<Tucai.Builder> plugins) {
        this.portrait = portrait;
        SecureRandom random = new SecureRandom();
        byte[] key = random.generateSeed(32);
        database = JdbcConnectionPool.create("jdbc:h2:" + folder.resolve("campaign") + ";WRITE_DELAY=0", "sa", "");
        tucai = plugins.apply(Tucai.builder()
                        .campaign(Campaigns.jiangsu2024())
                        .dataSource(database)
                        .keyEncryptionKey("benchmark", key)
                        .photos(folder.resolve("vault"), "benchmark", key)
                        .clock(Clock.fixed(MORNING, ZoneId.of("Asia/Shanghai")))
                        .keys(keys)
                        .transport(transport))
                .build();
        open(tucai.schools());
    }

    private static void open(SchoolService schools) {
        Actor administrator = new Actor.SchoolAdministrator("admin", SCHOOL);
        schools.register(CENTRE, new School(SCHOOL, "示例大学"), "xuzhou", PaymentMode.SCHOOL_TRANSFER)
                .orElseThrow();
        schools.nameOfficer(administrator, SCHOOL, "教务处", "示例负责人", "13800000000")
                .orElseThrow();
        schools.setWindow(administrator, SCHOOL, CaptureWindow.parse("2024-03-15..2024-04-03"))
                .orElseThrow();
    }

    /** Of a person who does not exist. */
    static CodeClaims claims(int number) {
        return claims(number, SCHOOL);
    }

    static CodeClaims claims(int number, SchoolCode school) {
        return new CodeClaims(
                new EnrolmentNumber(String.format(Locale.ROOT, "2025%012d", number)),
                new MaskedName("李**"),
                new MaskedId("3201**********123X"),
                school,
                new StudentNumber("S" + number),
                2025,
                ISSUED,
                EXPIRES,
                String.format(Locale.ROOT, "%016x", number));
    }

    /** From the code to the consent. */
    CaptureSession session(CollectionCode code) {
        CaptureSession session = tucai.capture()
                .present(new Actor.CodeHolder(), code, new IdLastFour("123X"))
                .orElseThrow();
        tucai.capture()
                .consent(session.student(), session, "2024-1", Declarations.NONE)
                .orElseThrow();
        return session;
    }

    /** From the code to the accepted photo. */
    void capture(int number, CollectionCode code) {
        CaptureSession session = session(code);
        tucai.capture()
                .handIn(session.student(), session, portrait.copy(number))
                .orElseThrow();
    }

    @Override
    public void close() {
        tucai.close();
        database.dispose();
    }

    static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
