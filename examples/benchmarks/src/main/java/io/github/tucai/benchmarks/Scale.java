package io.github.tucai.benchmarks;

import io.github.tucai.AuditLog;
import io.github.tucai.Page;
import io.github.tucai.code.CollectionCode;
import io.github.tucai.crypto.CodeIssuer;
import io.github.tucai.crypto.Tc1;
import io.github.tucai.delivery.DeliveryOutcome;
import io.github.tucai.delivery.Receipt;
import io.github.tucai.delivery.SealedBundle;
import io.github.tucai.key.Suite;
import io.github.tucai.sandbox.DemoKeys;
import io.github.tucai.spi.ChsiTransport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** A campaign of thousands in an embedded database: codes opened, photos accepted, sealed, delivered, audited. */
final class Scale {
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private Scale() {}

    /** Whether everyone was captured, everything delivered once, and the log holds. */
    static boolean run(Effort effort, Figures figures) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("tucai-scale");
        SecureRandom random = new SecureRandom();
        DemoKeys keys = DemoKeys.in(folder.resolve("keys"), Clock.systemUTC(), random);
        Receiver receiver = new Receiver();
        try (Rig rig = Rig.ofOnePortrait(folder, keys.collector(), receiver)) {
            return capture(effort.captures(), Tc1.issuer(keys.registry(), Suite.SM, random), rig, receiver, figures);
        } finally {
            Rig.delete(folder);
        }
    }

    private static boolean capture(int students, CodeIssuer issuer, Rig rig, Receiver receiver, Figures figures)
            throws InterruptedException {
        CollectionCode[] codes = IntStream.rangeClosed(1, students)
                .mapToObj(number -> issuer.issue(Rig.claims(number)))
                .toArray(CollectionCode[]::new);
        long start = System.nanoTime();
        for (int number = 1; number <= students; number++) {
            rig.capture(number, codes[number - 1]);
        }
        double capturing = secondsSince(start);
        start = System.nanoTime();
        rig.tucai.startDelivery();
        boolean isIdle = rig.tucai.delivery().awaitIdle(PATIENCE);
        double delivering = secondsSince(start);
        start = System.nanoTime();
        int recorded = (int) Page.walk(key -> rig.tucai.capture().records(Rig.CENTRE, Rig.SCHOOL, key))
                .count();
        double reading = secondsSince(start);
        start = System.nanoTime();
        AuditLog.Report audit = AuditLog.verify(rig.database);
        figures.section(
                "Scale",
                "One school's students in H2 (WRITE_DELAY=0), one desk: code opened, consent, photo judged and finished"
                        + " (measured once, see SamePortrait), stored encrypted, sealed in the outbox; then delivered to a"
                        + " receiver in memory by the outbox's two threads.");
        figures.add("scale.captures", students);
        figures.add("scale.captures-per-second", students / capturing);
        figures.add("scale.deliveries-per-second", receiver.received.size() / delivering);
        figures.add("scale.read-all-records-seconds", reading);
        figures.add("scale.audit-events", audit.events());
        figures.add("scale.audit-seconds", secondsSince(start));
        figures.add("scale.hours-for-600000-at-one-desk", 600_000 / (students / capturing) / 3600);
        return isIdle && recorded == students && receiver.received.size() == students && audit.holds();
    }

    private static double secondsSince(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    /** Acknowledges everything at once. */
    private static final class Receiver implements ChsiTransport {
        private final Set<String> received = ConcurrentHashMap.newKeySet();

        @Override
        public String id() {
            return "receiver";
        }

        @Override
        public DeliveryOutcome deliver(SealedBundle bundle) {
            boolean isNew = received.add(bundle.key().value());
            return new DeliveryOutcome.Accepted(
                    new Receipt(bundle.key(), "R" + received.size(), Instant.EPOCH, !isNew));
        }
    }
}
