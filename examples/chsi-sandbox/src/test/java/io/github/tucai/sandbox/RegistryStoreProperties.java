package io.github.tucai.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.code.CodeClaims;
import io.github.tucai.contract.Clause;
import io.github.tucai.delivery.DeliveryContent;
import io.github.tucai.photo.PhotoImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RegistryStoreProperties {
    private static final List<CodeClaims> PEOPLE = List.of(World.newClaims(), World.newClaims());

    /** A delivery of someone's photo, or a restart. */
    record Step(int person, int version, int photo, boolean restart) {}

    @Provide
    static Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.of(0, 1),
                        Arbitraries.integers().between(1, 5),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(false, false, false, false, true))
                .as(Step::new)
                .list()
                .ofMaxSize(20);
    }

    private static DeliveryContent content(Step step) {
        return new DeliveryContent(
                PEOPLE.get(step.person()),
                PhotoImage.copyOf(new byte[] {(byte) step.photo()}),
                Instant.EPOCH,
                step.version());
    }

    /** In whatever order deliveries come, repeat and cross restarts: one valid image each, and never an older version. */
    @Clause("N2.2c")
    @Property(tries = 30)
    void theRegistryEndsWithExactlyOneValidImage(@ForAll("steps") List<Step> steps) throws IOException {
        Path folder = World.temporary("tucai-store");
        RegistryStore store = new RegistryStore(folder, Clock.systemUTC());
        try {
            for (CodeClaims claims : PEOPLE) {
                store.issued(claims);
            }
            Map<Integer, Integer> versions = new HashMap<>();
            Map<Integer, Integer> photos = new HashMap<>();
            for (Step step : steps) {
                if (step.restart()) {
                    store.close();
                    store = new RegistryStore(folder, Clock.systemUTC());
                }
                boolean newer = step.version() > versions.getOrDefault(step.person(), 0);
                boolean same = photos.getOrDefault(step.person(), -1) == step.photo();
                assertThat(stored(store, step)).isEqualTo(newer && !same);
                if (newer && !same) {
                    versions.put(step.person(), step.version());
                    photos.put(step.person(), step.photo());
                }
            }
            assertThat(store.valid()).hasSize(versions.size());
            for (int person : versions.keySet()) {
                Step last = new Step(person, versions.get(person), photos.get(person), false);
                assertThat(store.valid()).anySatisfy(image -> {
                    assertThat(image.key()).isEqualTo(content(last).key());
                    assertThat(image.version()).isEqualTo(last.version());
                });
            }
        } finally {
            store.close();
            World.delete(folder);
        }
    }

    private static boolean stored(RegistryStore store, Step step) throws IOException {
        try {
            return !store.store(content(step)).duplicate();
        } catch (Refusal refused) {
            return false;
        }
    }
}
