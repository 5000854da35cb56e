package io.github.tucai.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.code.CodeClaims;
import io.github.tucai.contract.Clause;
import io.github.tucai.delivery.DeliveryContent;
import io.github.tucai.delivery.DeliveryKey;
import io.github.tucai.delivery.Withdrawal;
import io.github.tucai.photo.PhotoImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RegistryStoreProperties {
    private static final List<CodeClaims> PEOPLE = List.of(World.newClaims(), World.newClaims());

    /** Which photo each version brings: the first comes back as the third, is sent anew as the fourth, and is the sixth. */
    private static final int[] PHOTOS = {-1, 0, 1, 0, 0, 2, 0};

    /** A delivery of a version of someone's photo, or the withdrawal of it, perhaps after a restart. */
    record Step(int person, int version, boolean withdrawal, boolean restart) {}

    @Provide
    static Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(0, 1),
                        Arbitraries.integers().between(1, PHOTOS.length - 1),
                        Arbitraries.of(false, false, true),
                        Arbitraries.of(false, false, false, false, true))
                .as(Step::new)
                .list()
                .ofMaxSize(20);
    }

    private static DeliveryContent content(Step step) {
        byte[] photo = {(byte) PHOTOS[step.version()]};
        return new DeliveryContent(PEOPLE.get(step.person()), PhotoImage.copyOf(photo), Instant.EPOCH, step.version());
    }

    /** A registry, and beside it what it must come to, told by the highest versions alone. */
    private static final class Told implements AutoCloseable {
        private final Path folder = World.temporary("tucai-store");
        private final Map<Integer, Integer> delivered = new TreeMap<>();
        private final Map<Integer, Integer> withdrawn = new TreeMap<>();
        private RegistryStore store = new RegistryStore(folder, Clock.systemUTC());

        Told() throws IOException {
            for (CodeClaims claims : PEOPLE) {
                store.issued(claims);
            }
        }

        void take(Step step) throws IOException {
            if (step.restart()) {
                store.close();
                store = new RegistryStore(folder, Clock.systemUTC());
            }
            Map<Integer, Integer> highest = step.withdrawal() ? withdrawn : delivered;
            highest.merge(step.person(), step.version(), Math::max);
            DeliveryContent content = content(step);
            try {
                if (step.withdrawal()) {
                    Withdrawal withdrawal =
                            new Withdrawal(content.claims(), content.key(), content.version(), Instant.EPOCH);
                    RegistryStore.Storing first = store.withdraw(withdrawal);
                    assertThat(first.key()).isEqualTo(DeliveryKey.ofWithdrawal(content.key()));
                    assertThat(store.withdraw(withdrawal))
                            .isEqualTo(new RegistryStore.Storing(
                                    first.registryId(), first.key(), first.receivedAt(), true));
                } else {
                    assertThat(store.store(content).key()).isEqualTo(content.key());
                }
            } catch (Refusal refused) {
                assertThat(refused.json()).contains("not-newer");
            }
        }

        Map<DeliveryKey, Integer> valid() {
            return store.valid().stream().collect(Collectors.toMap(StoredImage::key, StoredImage::version));
        }

        Map<DeliveryKey, Integer> dictated() {
            return delivered.entrySet().stream()
                    .filter(highest -> highest.getValue() > withdrawn.getOrDefault(highest.getKey(), 0))
                    .map(highest -> new Step(highest.getKey(), highest.getValue(), false, false))
                    .collect(Collectors.toMap(step -> content(step).key(), Step::version));
        }

        @Override
        public void close() throws IOException {
            store.close();
            World.delete(folder);
        }
    }

    /**
     * In whatever order deliveries and withdrawals come, repeat and cross restarts: valid is the highest version that was
     * delivered, if it is higher than what was withdrawn, and nothing else.
     */
    @Clause("N2.2c")
    @Property(tries = 60)
    void theHighestVersionsDictateWhatIsValid(@ForAll("steps") List<Step> steps) throws IOException {
        try (Told told = new Told()) {
            for (Step step : steps) {
                told.take(step);
                assertThat(told.valid()).isEqualTo(told.dictated());
            }
            assertThat(told.store.all().stream()
                            .filter(stored -> stored.standing() == Stored.Standing.VALID)
                            .map(Stored::image))
                    .containsExactlyInAnyOrderElementsOf(told.store.valid());
        }
    }

    @Clause("N2.2c")
    @Property(tries = 40)
    void anotherOrderAndRepetitionsEndTheSame(@ForAll("steps") List<Step> steps, @ForAll Random random)
            throws IOException {
        List<Step> shuffled = new ArrayList<>(steps);
        steps.stream().filter(step -> random.nextBoolean()).forEach(shuffled::add);
        java.util.Collections.shuffle(shuffled, random);
        try (Told one = new Told();
                Told other = new Told()) {
            for (Step step : steps) {
                one.take(step);
            }
            for (Step step : shuffled) {
                other.take(step);
            }
            assertThat(other.valid()).isEqualTo(one.valid());
        }
    }

    /** What is told in full order, with repetitions, is stored once by key and version. */
    @Clause("N2.2c")
    @Property(tries = 30)
    void nothingIsStoredTwice(@ForAll("steps") List<Step> steps) throws IOException {
        try (Told told = new Told()) {
            for (Step step : steps) {
                told.take(step);
                told.take(step);
            }
            assertThat(told.store.all().stream().map(Stored::image))
                    .extracting(image -> image.key() + " " + image.version())
                    .doesNotHaveDuplicates();
        }
    }
}
