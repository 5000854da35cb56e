package io.github.tucai.benchmarks;

import io.github.tucai.PhotoAnswer;
import io.github.tucai.answer.Outcome;
import io.github.tucai.capture.CaptureSession;
import io.github.tucai.check.PhotoChecker;
import io.github.tucai.crypto.CodeIssuer;
import io.github.tucai.crypto.Tc1;
import io.github.tucai.delivery.DeliveryOutcome;
import io.github.tucai.delivery.SealedBundle;
import io.github.tucai.key.Suite;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.photo.Verdict;
import io.github.tucai.sandbox.DemoKeys;
import io.github.tucai.spi.ChsiTransport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a hand-in costs with the real analyzer and finisher: one that is accepted, and one that is refused. */
final class HandIns {
    private static final int MOST = 12;

    private final Effort effort;
    private final Path folder;
    private final DemoKeys keys;
    private final CodeIssuer issuer;
    private final List<PhotoImage> photos;
    private final List<Double> accepted = new ArrayList<>();
    private final List<Double> refused = new ArrayList<>();
    private boolean isVaultUntouched = true;

    private HandIns(Effort effort, Path folder) throws IOException {
        SecureRandom random = new SecureRandom();
        this.effort = effort;
        this.folder = folder;
        this.keys = DemoKeys.in(folder.resolve("keys"), Clock.systemUTC(), random);
        this.photos = accepted(Testdata.portraits(effort.photos()));
        this.issuer = Tc1.issuer(keys.registry(), Suite.SM, random);
    }

    /** Whether some were accepted, and nothing was stored for those that were refused. */
    static boolean run(Effort effort, Figures figures) throws IOException {
        Path folder = Files.createTempDirectory("tucai-hand-ins");
        try {
            return new HandIns(effort, folder).measure(figures);
        } finally {
            Rig.delete(folder);
        }
    }

    /** Those that a check accepts. */
    private static List<PhotoImage> accepted(List<PhotoImage> portraits) {
        PhotoChecker checker = PhotoChecker.builder().build();
        return portraits.stream()
                .filter(photo -> checker.check(photo).verdict() == Verdict.ACCEPT)
                .limit(MOST)
                .toList();
    }

    private boolean measure(Figures figures) throws IOException {
        // The first round warms up.
        for (int round = 0; round <= effort.rounds(); round++) {
            accepted.clear();
            refused.clear();
            round(round);
        }
        figures.section(
                "Hand-in",
                "Real portraits, each handed in once in a new campaign in H2 (WRITE_DELAY=0), analyzer and finisher of"
                        + " tucai-imaging, one thread, the last round; refused are such of a session that is over.");
        figures.add("hand-in.accepted", accepted.size());
        figures.add("hand-in.accepted-ms-median", Figures.percentile(accepted, 0.5));
        figures.add("hand-in.refused-ms-median", Figures.percentile(refused, 0.5));
        figures.add("hand-in.refused-ms-p99", Figures.percentile(refused, 0.99));
        return !accepted.isEmpty() && isVaultUntouched;
    }

    private void round(int round) throws IOException {
        Path place = Files.createDirectory(folder.resolve("round" + round));
        try (Rig rig = Rig.real(place, keys.collector(), new Unasked())) {
            for (int number = 1; number <= photos.size(); number++) {
                CaptureSession session = rig.session(issuer.issue(Rig.claims(number)));
                handIn(rig, session, photos.get(number - 1));
                long kept = files(place);
                CaptureSession over =
                        new CaptureSession(session.record(), session.number() + 1, session.student(), session.endsAt());
                long start = System.nanoTime();
                rig.tucai.capture().handIn(session.student(), over, photos.get(number - 1));
                refused.add((System.nanoTime() - start) / 1e6);
                isVaultUntouched &= files(place) == kept;
            }
        }
    }

    private void handIn(Rig rig, CaptureSession session, PhotoImage photo) {
        long start = System.nanoTime();
        Outcome<PhotoAnswer> answer = rig.tucai.capture().handIn(session.student(), session, photo);
        double millis = (System.nanoTime() - start) / 1e6;
        if (answer.orElseThrow().verdict() == Verdict.ACCEPT) {
            accepted.add(millis);
        }
    }

    private static long files(Path place) throws IOException {
        try (Stream<Path> all = Files.walk(place.resolve("vault"))) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    /** Nothing is delivered here. */
    private static final class Unasked implements ChsiTransport {
        @Override
        public String id() {
            return "unasked";
        }

        @Override
        public DeliveryOutcome deliver(SealedBundle bundle) {
            throw new IllegalStateException("deliveries were not started");
        }
    }
}
