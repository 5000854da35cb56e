package io.github.tucai.campaign.internal.secret;

import io.github.tucai.capture.VaultId;
import io.github.tucai.failure.TucaiException;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.spi.PhotoVault;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.SecretKey;

/**
 * Photos as encrypted files in one folder, spread over 256 subfolders. Each has a data key of its own, which lies wrapped in a
 * file beside it: wrapping it anew leaves the photo alone, and deleting it erases the photo. The id is bound to both, so that
 * files cannot be swapped.
 */
public final class FileVault implements PhotoVault {
    private static final String KEY = ".key";

    private final Path folder;
    private final KeyWrap wrap;
    private final Ciphers ciphers;

    /** Keeps photos under this folder, their keys wrapped by this wrap. */
    public FileVault(Path folder, KeyWrap wrap, SecureRandom random) {
        this.folder = folder;
        this.wrap = wrap;
        this.ciphers = new Ciphers(random);
    }

    @Override
    public void put(VaultId id, PhotoImage photo) {
        if (isKept(id, photo)) {
            return;
        }
        SecretKey key = wrap.newKey();
        try {
            Files.createDirectories(file(id).getParent());
            writeKey(keyFile(id), id.value(), key);
            write(file(id), ciphers.encrypt(key, photo.bytes(), bound(id)));
        } catch (IOException e) {
            throw new TucaiException("a photo could not be written to the vault; check space and rights", e);
        }
    }

    private boolean isKept(VaultId id, PhotoImage photo) {
        if (!Files.exists(file(id))) {
            return false;
        }
        Optional<PhotoImage> there = get(id);
        if (there.isPresent() && !there.get().equals(photo)) {
            throw new TucaiException("another photo lies in the vault as " + id);
        }
        return there.isPresent();
    }

    @Override
    public Optional<PhotoImage> get(VaultId id) {
        try {
            SecretKey key = readKey(keyFile(id), id.value());
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
            // The key first: without it the rest is noise.
            for (Path file : List.of(keyFile(id), part(keyFile(id)), file(id), part(file(id)))) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new TucaiException("photo " + id + " could not be deleted from the vault", e);
        }
    }

    @Override
    public Stream<VaultId> list() {
        return subfolders()
                .flatMap(subfolder -> names(subfolder).map(FileVault::owner).distinct())
                .filter(VaultId::isValid)
                .map(VaultId::new);
    }

    private Stream<Path> subfolders() {
        return IntStream.range(0, 256)
                .mapToObj(i -> folder.resolve(HexFormat.of().toHexDigits((byte) i)));
    }

    /** Names only: files come and go meanwhile. */
    private static Stream<String> names(Path subfolder) {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(subfolder)) {
            files.forEach(file -> names.add(file.getFileName().toString()));
        } catch (NoSuchFileException e) {
            // Nothing was put there yet.
            return Stream.empty();
        } catch (IOException | DirectoryIteratorException e) {
            throw new TucaiException("the vault could not be listed; check its folder and rights", e);
        }
        return names.stream();
    }

    private static String owner(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    /** Each key file is replaced in one step, so a run that was killed is simply run again. */
    @Override
    public long rewrap() {
        long moved = 0;
        List<TucaiException> failures = new ArrayList<>();
        for (Path subfolder : subfolders().toList()) {
            for (String name : names(subfolder).filter(FileVault::isKey).toList()) {
                try {
                    moved += rewrap(subfolder.resolve(name)) ? 1 : 0;
                } catch (TucaiException e) {
                    failures.add(e);
                }
            }
        }
        if (!failures.isEmpty()) {
            throw new TucaiException(
                    failures.size() + " keys of the vault could not be wrapped anew, all others were; the first: "
                            + failures.get(0).getMessage(),
                    failures.get(0));
        }
        return moved;
    }

    private static boolean isKey(String name) {
        return name.endsWith(KEY) && VaultId.isValid(owner(name));
    }

    private boolean rewrap(Path file) {
        String name = file.getFileName().toString();
        String owner = name.substring(0, name.length() - KEY.length());
        try {
            if (wrappedUnder(file).equals(wrap.activeId())) {
                return false;
            }
            writeKey(file, owner, readKey(file, owner));
            return true;
        } catch (NoSuchFileException e) {
            // Deleted meanwhile.
            return false;
        } catch (IOException e) {
            throw new TucaiException("the key of photo " + owner + " could not be read or written", e);
        }
    }

    private static String wrappedUnder(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            return in.readUTF();
        }
    }

    private SecretKey readKey(Path file, String owner) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            String kek = in.readUTF();
            return wrap.unwrap(kek, in.readAllBytes(), owner, "photo " + owner);
        }
    }

    private void writeKey(Path file, String owner, SecretKey key) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(wrap.activeId());
            out.write(wrap.wrap(key, owner));
        }
        write(file, bytes.toByteArray());
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Path part = part(file);
        try (FileChannel out = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                out.write(left);
            }
            out.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path part(Path file) {
        return file.resolveSibling(file.getFileName() + ".part");
    }

    private Path file(VaultId id) {
        return folder.resolve(id.value().substring(0, 2)).resolve(id.value());
    }

    private Path keyFile(VaultId id) {
        return file(id).resolveSibling(id.value() + KEY);
    }

    private static byte[] bound(VaultId id) {
        return id.value().getBytes(StandardCharsets.UTF_8);
    }
}
