package io.github.tucai.benchmarks;

import io.github.tucai.code.CodeOpening;
import io.github.tucai.code.CollectionCode;
import io.github.tucai.crypto.CmsBundles;
import io.github.tucai.crypto.KeyRing;
import io.github.tucai.crypto.Tc1;
import io.github.tucai.delivery.DeliveryContent;
import io.github.tucai.delivery.SealedBundle;
import io.github.tucai.key.KeyUse;
import io.github.tucai.key.Suite;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.spi.BundleSealer;
import io.github.tucai.spi.CollectionCodeDecoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Opening a code and sealing a delivery, beside the bare operations of Bouncy Castle that they cannot do without. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Codes {
    private static final int PHOTO_BYTES = 30 * 1024;

    /** Which algorithms. */
    @Param({"SM", "INTL"})
    public String suite = "SM";

    private @Nullable Sides sides;

    static void run(Effort effort, Figures figures) throws RunnerException {
        figures.section(
                "Codes and bundles",
                "Microseconds, JMH: medians of the rounds' medians. Raw, with keys already read and an engine for each"
                        + " operation: verify a signature over a code's bytes and decrypt a wrapped key; sign, wrap a key"
                        + " and encrypt " + PHOTO_BYTES
                        + " bytes. Ratio: raw median over ours in the same round, 1 = no"
                        + " cost of our own; the least and the most of the " + effort.rounds() + " rounds follow.");
        // By turns, so that what else the machine does meets all alike.
        Map<String, List<Double>> rounds = new TreeMap<>();
        for (int round = 0; round < effort.rounds(); round++) {
            medians(effort).forEach((name, median) -> rounds.computeIfAbsent(name, any -> new ArrayList<>())
                    .add(median));
        }
        rounds.forEach((name, medians) -> {
            figures.add("codes." + name, Figures.percentile(medians, 0.5));
            if (name.endsWith("-ratio")) {
                figures.add("codes." + name + ".least", Collections.min(medians));
                figures.add("codes." + name + ".most", Collections.max(medians));
            }
        });
    }

    private static Map<String, Double> medians(Effort effort) throws RunnerException {
        Map<String, Double> medians = new TreeMap<>();
        for (RunResult result : measured(effort)) {
            String suite = result.getParams().getParam("suite").toLowerCase(Locale.ROOT);
            double median = result.getPrimaryResult().getStatistics().getPercentile(50);
            medians.put(suite + "." + result.getPrimaryResult().getLabel() + "-us", median);
        }
        for (String suite : List.of("sm", "intl")) {
            medians.put(suite + ".open-ratio", ratio(medians, suite, "rawOpen", "open"));
            medians.put(suite + ".seal-ratio", ratio(medians, suite, "rawSeal", "seal"));
        }
        return medians;
    }

    private static double ratio(Map<String, Double> medians, String suite, String raw, String ours) {
        return Objects.requireNonNull(medians.get(suite + "." + raw + "-us"), raw)
                / Objects.requireNonNull(medians.get(suite + "." + ours + "-us"), ours);
    }

    private static Collection<RunResult> measured(Effort effort) throws RunnerException {
        TimeValue whole = TimeValue.milliseconds(Math.round(effort.seconds() * 1000));
        TimeValue half = TimeValue.milliseconds(Math.round(effort.seconds() * 500));
        Options options = new OptionsBuilder()
                .include("^" + Codes.class.getName() + "\\.")
                .forks(effort.forks())
                .jvmArgsAppend("-Dorg.slf4j.simpleLogger.defaultLogLevel=error")
                .threads(1)
                // Less, and what is compared is how soon the compiler comes to each.
                .warmupIterations(3)
                .warmupTime(whole)
                .measurementIterations(2)
                .measurementTime(half)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
        return new Runner(options).run();
    }

    /** Makes keys and a code. */
    @Setup(Level.Trial)
    public void prepare() throws IOException {
        sides = new Sides(Suite.valueOf(suite));
    }

    /** Removes the keys. */
    @TearDown(Level.Trial)
    public void clean() throws IOException {
        Rig.delete(ready().folder);
    }

    private Sides ready() {
        return Objects.requireNonNull(sides, "sides");
    }

    /** From the code's text to its claims. */
    @Benchmark
    public CodeOpening open() {
        return ready().decoder.open(ready().code, ready().content.acceptedAt());
    }

    /** What opening cannot do without. */
    @Benchmark
    public byte[] rawOpen() {
        return ready().raw.open();
    }

    /** From photo and claims to the bundle that travels. */
    @Benchmark
    public SealedBundle seal() {
        return ready().sealer.seal(ready().content);
    }

    /** What sealing cannot do without. */
    @Benchmark
    public byte[] rawSeal() {
        return ready().raw.seal();
    }

    /** A registry and a collector that trust each other, and what passes between them. */
    private static final class Sides {
        private final SecureRandom random = new SecureRandom();
        private final Path folder = Files.createTempDirectory("tucai-codes");
        private final CollectionCodeDecoder decoder;
        private final BundleSealer sealer;
        private final RawCrypto raw;
        private final CollectionCode code;
        private final DeliveryContent content;

        Sides(Suite suite) throws IOException {
            KeyRing registry = ring("registry");
            KeyRing collector = ring("collector");
            registry.generate(Set.of(KeyUse.CODE_SIGNING, KeyUse.BUNDLE_OPENING), suite);
            collector.generate(Set.of(KeyUse.CODE_OPENING, KeyUse.BUNDLE_SIGNING), suite);
            registry.trust(collector);
            collector.trust(registry);
            code = Tc1.issuer(registry, suite, random).issue(Rig.claims(1));
            decoder = Tc1.decoder(collector);
            sealer = CmsBundles.sealer(collector, random);
            raw = new RawCrypto(suite, PHOTO_BYTES);
            byte[] photo = new byte[PHOTO_BYTES];
            random.nextBytes(photo);
            content = new DeliveryContent(
                    Rig.claims(1),
                    PhotoImage.copyOf(photo),
                    Rig.claims(1).issuedAt().plusSeconds(1),
                    1);
            if (!(decoder.open(code, content.acceptedAt()) instanceof CodeOpening.Opened)) {
                throw new IllegalStateException("the code does not open");
            }
        }

        private KeyRing ring(String name) {
            return KeyRing.create(folder.resolve(name), "benchmark"::toCharArray, Clock.systemUTC(), random);
        }
    }
}
