package io.github.tucai.portraits;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.portraits.spec.DrawnPortrait;
import io.github.tucai.portraits.spec.Hair;
import io.github.tucai.portraits.spec.PortraitSpec;
import io.github.tucai.portraits.spec.Quality;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortraitCacheTest {
    private static final PortraitSpec SPEC = PortraitSpec.registration(5).toBuilder()
            .hair(Hair.NONE)
            .size(64, 64)
            .quality(Quality.DRAFT)
            .build();

    @TempDir
    Path folder;

    @Test
    void givesBackWhatWasDrawn() throws IOException {
        PortraitCache cache = PortraitCache.in(folder.resolve("new"));
        DrawnPortrait drawn = cache.get(SPEC);
        long written = Files.getLastModifiedTime(cache.file(SPEC)).toMillis();
        DrawnPortrait stored = cache.get(SPEC);
        assertSame(stored, drawn);
        assertThat(Files.getLastModifiedTime(cache.file(SPEC)).toMillis()).isEqualTo(written);
    }

    private static void assertSame(DrawnPortrait stored, DrawnPortrait drawn) {
        assertThat(stored.pixels()).isEqualTo(drawn.pixels());
        assertThat(stored.classes()).isEqualTo(drawn.classes());
        assertThat(stored.landmarks()).isEqualTo(drawn.landmarks());
        assertThat(stored.spec()).isEqualTo(drawn.spec());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 17, 1000, -9})
    void drawsAnewWhatWasCutOffOrOverwritten(int place) throws IOException {
        PortraitCache cache = PortraitCache.in(folder);
        DrawnPortrait drawn = cache.get(SPEC);
        byte[] whole = Files.readAllBytes(cache.file(SPEC));
        int at = place < 0 ? whole.length + place : place;
        Files.write(cache.file(SPEC), Arrays.copyOf(whole, at));
        assertSame(cache.get(SPEC), drawn);
        byte[] flipped = whole.clone();
        flipped[at] ^= 0x20;
        Files.write(cache.file(SPEC), flipped);
        assertSame(cache.get(SPEC), drawn);
    }

    @Test
    void isNotFooledByAPortraitOfAnotherSize() throws IOException {
        PortraitCache cache = PortraitCache.in(folder);
        PortraitSpec larger = SPEC.sized(80, 80);
        cache.get(larger);
        Files.copy(cache.file(larger), cache.file(SPEC));
        assertThat(cache.get(SPEC).pixels()).hasSize(64 * 64);
    }

    @Test
    void manyMayAskAtOnceAndNothingIsLeftOver() throws IOException {
        PortraitCache cache = PortraitCache.in(folder);
        List<CompletableFuture<DrawnPortrait>> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            all.add(CompletableFuture.supplyAsync(() -> PortraitCache.in(folder).get(SPEC)));
        }
        for (CompletableFuture<DrawnPortrait> one : all) {
            assertSame(one.join(), all.get(0).join());
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(cache.file(SPEC));
        }
    }
}
