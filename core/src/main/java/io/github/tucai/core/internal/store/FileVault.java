package io.github.tucai.core.internal.store;

import io.github.tucai.capture.VaultId;
import io.github.tucai.failure.TucaiException;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.spi.PhotoVault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.SecretKey;

/** Photos as encrypted files in one folder, spread over 256 subfolders. The id is bound, so that files cannot be swapped. */
public final class FileVault implements PhotoVault {
    private final Path folder;
    private final SecretKey key;
    private final SecureRandom random;
    private final Ciphers ciphers;

    /** Keeps photos under this folder, encrypted with this key. */
    public FileVault(Path folder, SecretKey key, SecureRandom random) {
        this.folder = folder;
        this.key = key;
        this.random = random;
        this.ciphers = new Ciphers(random);
    }

    @Override
    public VaultId put(PhotoImage photo) {
        VaultId id = VaultId.random(random);
        Path file = file(id);
        try {
            Files.createDirectories(file.getParent());
            Path part = file.resolveSibling(file.getFileName() + ".part");
            try (FileChannel out = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer sealed = ByteBuffer.wrap(ciphers.encrypt(key, photo.bytes(), bound(id)));
                while (sealed.hasRemaining()) {
                    out.write(sealed);
                }
                out.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            return id;
        } catch (IOException e) {
            throw new TucaiException("a photo could not be written to the vault; check space and rights", e);
        }
    }

    @Override
    public Optional<PhotoImage> get(VaultId id) {
        try {
            byte[] sealed = Files.readAllBytes(file(id));
            return Optional.of(PhotoImage.copyOf(ciphers.decrypt(key, sealed, bound(id), "photo " + id)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new TucaiException("photo " + id + " could not be read from the vault", e);
        }
    }

    @Override
    public void delete(VaultId id) {
        try {
            Files.deleteIfExists(file(id));
        } catch (IOException e) {
            throw new TucaiException("photo " + id + " could not be deleted from the vault", e);
        }
    }

    private Path file(VaultId id) {
        return folder.resolve(id.value().substring(0, 2)).resolve(id.value());
    }

    private static byte[] bound(VaultId id) {
        return id.value().getBytes(StandardCharsets.UTF_8);
    }
}
