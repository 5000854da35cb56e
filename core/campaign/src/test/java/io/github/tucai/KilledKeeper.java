package io.github.tucai;

import io.github.tucai.capture.VaultId;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.spi.PhotoVault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/** Hands in a photo and hangs when the vault has it and the database not yet, until it is killed. */
final class KilledKeeper {
    private KilledKeeper() {}

    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        Desk desk = new Desk(
                Desk.dataSource(args[1]),
                folder.resolve("photos"),
                new Desk.Registry(),
                builder -> builder.vault(new HangingVault(SweepTest.vault(folder), folder)));
        desk.captured("E2", "ok-2");
    }

    private record HangingVault(PhotoVault vault, Path folder) implements PhotoVault {
        @Override
        public void put(VaultId id, PhotoImage photo) {
            vault.put(id, photo);
            try {
                Files.writeString(folder.resolve("put"), id.value());
                new CountDownLatch(1).await();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public Optional<PhotoImage> get(VaultId id) {
            return vault.get(id);
        }

        @Override
        public void delete(VaultId id) {
            vault.delete(id);
        }

        @Override
        public Stream<VaultId> list() {
            return vault.list();
        }
    }
}
