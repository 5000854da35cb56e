package io.github.tucai.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tucai.capture.VaultId;
import io.github.tucai.failure.TucaiException;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.spi.PhotoVault;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link PhotoVault} promises. */
@Clause("N0.3")
public abstract class PhotoVaultContract {
    private static final VaultId ONE = VaultId.random(new Random(1));
    private static final VaultId TWO = VaultId.random(new Random(2));
    private static final PhotoImage PHOTO = photo("one");

    /** An empty vault; the same one during a test. */
    protected abstract PhotoVault vault();

    @Test
    void keepsPhotosByteForByte() {
        vault().put(ONE, PHOTO);
        vault().put(TWO, photo("two"));
        assertThat(vault().get(ONE)).contains(PHOTO);
        assertThat(vault().get(TWO)).contains(photo("two"));
    }

    @Test
    void putAgainIsPutOnce() {
        vault().put(ONE, PHOTO);
        vault().put(ONE, PHOTO);
        assertThat(vault().get(ONE)).contains(PHOTO);
        assertThat(listed()).containsExactly(ONE);
    }

    @Test
    void anotherPhotoDoesNotTakeThePlaceOfOne() {
        vault().put(ONE, PHOTO);
        assertThatThrownBy(() -> vault().put(ONE, photo("another"))).isInstanceOf(TucaiException.class);
        assertThat(vault().get(ONE)).contains(PHOTO);
    }

    @Test
    void whatWasDeletedIsGoneAndMayBePutAgain() {
        vault().put(ONE, PHOTO);
        vault().delete(ONE);
        assertThat(vault().get(ONE)).isEmpty();
        assertThat(listed()).isEmpty();
        vault().delete(ONE);
        vault().put(ONE, PHOTO);
        assertThat(vault().get(ONE)).contains(PHOTO);
    }

    @Test
    void listsWhatItHoldsOnce() {
        assertThat(listed()).isEmpty();
        List<VaultId> put = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            VaultId id = VaultId.random(new Random(100 + i));
            vault().put(id, PHOTO);
            put.add(id);
        }
        vault().delete(put.remove(7));
        assertThat(listed()).containsExactlyInAnyOrderElementsOf(put);
    }

    @Test
    void listsWhileOthersPutAndDelete() throws Exception {
        vault().put(ONE, PHOTO);
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Boolean>> others = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                int thread = i;
                others.add(() -> putAndDelete(thread));
            }
            List<Future<Boolean>> running = others.stream().map(pool::submit).toList();
            while (!running.stream().allMatch(Future::isDone)) {
                assertThat(listed()).contains(ONE).doesNotHaveDuplicates();
            }
            for (Future<Boolean> one : running) {
                assertThat(one.get()).isTrue();
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(listed()).containsExactly(ONE);
    }

    private boolean putAndDelete(int thread) {
        for (int i = 0; i < 25; i++) {
            VaultId id = VaultId.random(new Random(1000L * (thread + 1) + i));
            vault().put(id, PHOTO);
            vault().delete(id);
        }
        return true;
    }

    private List<VaultId> listed() {
        try (Stream<VaultId> all = vault().list()) {
            return all.toList();
        }
    }

    private static PhotoImage photo(String text) {
        return PhotoImage.copyOf(text.getBytes(StandardCharsets.UTF_8));
    }
}
