package io.github.tucai.benchmarks;

import io.github.tucai.DeliveryItem;
import io.github.tucai.crypto.HttpsChsiTransport;
import io.github.tucai.delivery.DeliveryEntry;
import io.github.tucai.sandbox.ChsiSandbox;
import io.github.tucai.sandbox.DemoKeys;
import io.github.tucai.sandbox.SandboxFault;
import io.github.tucai.sandbox.StoredImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Delivers to a registry that fails in every way it knows: nobody may be lost, nobody stored twice. */
final class Faults {
    private static final int ONE_IN = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    private Faults() {}

    /** Whether the registry ended with exactly one image for each student. */
    static boolean run(Effort effort, Figures figures) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("tucai-faults");
        DemoKeys keys = DemoKeys.in(folder.resolve("keys"), Clock.systemUTC(), new SecureRandom());
        try (ChsiSandbox registry = ChsiSandbox.start(keys.sandbox(folder.resolve("registry")));
                Rig rig = new Rig(folder, keys.collector(), transport(keys, registry))) {
            return deliver(effort.delivered(), registry, rig, figures);
        } finally {
            Rig.delete(folder);
        }
    }

    private static HttpsChsiTransport transport(DemoKeys keys, ChsiSandbox registry) {
        return HttpsChsiTransport.builder(registry.endpoint())
                .clientKey(keys.clientKeyStore(), keys::password)
                .trusted(keys.trusted())
                .receiptKeys(keys.collector())
                .build();
    }

    private static boolean deliver(int students, ChsiSandbox registry, Rig rig, Figures figures)
            throws InterruptedException {
        SandboxFault[] kinds = Stream.of(SandboxFault.values())
                // A registry that does not look at keys is at fault itself: nobody can cope with it.
                .filter(fault -> fault != SandboxFault.STORES_TWICE)
                .toArray(SandboxFault[]::new);
        int faults = 0;
        long start = System.nanoTime();
        rig.tucai.startDelivery();
        for (int student = 1; student <= students; student++) {
            if (student % ONE_IN == 0) {
                registry.failNext(kinds[faults % kinds.length]);
                faults++;
            }
            rig.capture(student, registry.issue(Rig.claims(student)));
        }
        boolean isIdle = rig.tucai.delivery().awaitIdle(PATIENCE);
        double seconds = (System.nanoTime() - start) / 1e9;
        List<StoredImage> images = registry.images();
        long enrolments =
                images.stream().map(image -> image.key().value()).distinct().count();
        List<DeliveryItem> items =
                rig.tucai.delivery().items(Rig.CENTRE, Rig.SCHOOL).orElseThrow();
        long accepted = items.stream()
                .filter(item -> item.status() == DeliveryEntry.Status.ACCEPTED)
                .count();
        figures.section(
                "Delivery under faults",
                "Students captured and delivered over mutual TLS to the sandbox, which fails one delivery in " + ONE_IN
                        + ", by turns in each way of SandboxFault. Lost: without an image at the registry; doubled: more"
                        + " valid images than students.");
        figures.add("faults.students", students);
        figures.add("faults.injected", faults);
        figures.add("faults.accepted", accepted);
        figures.add("faults.lost", students - enrolments);
        figures.add("faults.doubled", images.size() - enrolments);
        figures.add("faults.seconds", seconds);
        return isIdle && accepted == students && enrolments == students && images.size() == students;
    }
}
