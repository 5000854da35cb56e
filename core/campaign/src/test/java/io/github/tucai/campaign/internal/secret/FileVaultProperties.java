package io.github.tucai.campaign.internal.secret;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tucai.capture.VaultId;
import io.github.tucai.contract.Clause;
import io.github.tucai.failure.TucaiException;
import io.github.tucai.photo.PhotoImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

@Clause("N0.3")
class FileVaultProperties {
    private static final Kek OLD = new Kek("old", Ciphers.key(new byte[32]));
    private static final Kek NEW = new Kek("new", Ciphers.key("0123456789abcdef0123456789abcdef".getBytes(US_ASCII)));

    private Path folder;
    private FileVault vault;

    @BeforeProperty
    void open() throws IOException {
        folder = Files.createTempDirectory("vault");
        vault = vault(OLD, List.of());
    }

    @AfterProperty
    void clean() throws IOException {
        for (Path file : files().sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(file);
        }
    }

    @Property(tries = 50)
    void aPhotoReadsBackByteForByteAndIsNowhereInTheClear(@ForAll @Size(min = 24, max = 400) byte[] bytes)
            throws IOException {
        VaultId id = put(bytes);
        assertThat(vault.get(id)).contains(PhotoImage.copyOf(bytes));
        assertThat(indexOf(Files.readAllBytes(file(id)), bytes)).isNegative();
        vault.delete(id);
        assertThat(vault.get(id)).isEmpty();
    }

    @Property(tries = 50)
    void aChangedBitOrASwappedFileIsNoticed(
            @ForAll @Size(min = 1, max = 100) byte[] bytes, @ForAll @IntRange(min = 0, max = 7) int bit)
            throws IOException {
        VaultId id = put(bytes);
        VaultId other = put(bytes);
        byte[] sealed = Files.readAllBytes(file(id));
        byte[] changed = sealed.clone();
        changed[bytes.length % changed.length] ^= (byte) (1 << bit);
        for (byte[] bad : List.of(changed, Files.readAllBytes(file(other)))) {
            Files.write(file(id), bad);
            assertThatThrownBy(() -> vault.get(id)).isInstanceOf(TucaiException.class);
        }
        Files.write(file(id), sealed);
        Path key = file(id).resolveSibling(id.value() + ".key");
        Files.copy(file(other).resolveSibling(other.value() + ".key"), key, StandardCopyOption.REPLACE_EXISTING);
        assertThatThrownBy(() -> vault.get(id)).as("another's key").isInstanceOf(TucaiException.class);
        vault.delete(id);
        vault.delete(other);
    }

    /** As if it had been killed after some files: those are put back as they were before. */
    @Property(tries = 20)
    void keysMoveToAnotherKeyAndPhotosStayWhereverItStops(
            @ForAll @Size(min = 1, max = 8) List<@Size(min = 1, max = 60) byte[]> photos,
            @ForAll @IntRange(max = 8) int undone)
            throws IOException {
        Map<VaultId, PhotoImage> kept = new HashMap<>();
        for (byte[] photo : photos) {
            kept.put(put(photo), PhotoImage.copyOf(photo));
        }
        Map<Path, String> before = contents();
        FileVault both = vault(NEW, List.of(OLD));
        assertThat(both.rewrap()).isEqualTo(photos.size());
        List<Path> keys = before.keySet().stream()
                .filter(f -> f.toString().endsWith(".key"))
                .toList();
        for (Path key : keys.subList(0, Math.min(undone, keys.size()))) {
            Files.write(key, HexFormat.of().parseHex(before.get(key)));
        }
        assertReadable(both, kept);
        assertThat(both.rewrap()).isEqualTo(Math.min(undone, photos.size()));
        assertThat(both.rewrap()).isZero();
        assertReadable(vault(NEW, List.of()), kept);
        Map<Path, String> after = contents();
        assertThat(after.keySet()).isEqualTo(before.keySet());
        before.forEach((file, bytes) -> {
            if (keys.contains(file)) {
                assertThat(after.get(file)).isNotEqualTo(bytes);
            } else {
                assertThat(after.get(file)).as("a photo").isEqualTo(bytes);
            }
        });
        kept.keySet().forEach(vault::delete);
    }

    @Property(tries = 10)
    void aPhotoWhoseKeyIsGoneIsGone(@ForAll @Size(min = 1, max = 60) byte[] bytes) throws IOException {
        VaultId id = put(bytes);
        Files.delete(file(id).resolveSibling(id.value() + ".key"));
        assertThat(vault.get(id)).isEmpty();
        vault.delete(id);
        assertThat(contents().keySet()).noneMatch(f -> f.toString().contains(id.value()));
    }

    @Property(tries = 10)
    void aKeyThatIsNotAtHandIsNamed(@ForAll @Size(min = 1, max = 60) byte[] bytes) {
        VaultId id = put(bytes);
        assertThatThrownBy(() -> vault(NEW, List.of()).get(id))
                .isInstanceOf(TucaiException.class)
                .hasMessageContaining("wrapped under the key-encryption key old");
        vault.delete(id);
    }

    private VaultId put(byte[] photo) {
        VaultId id = VaultId.random(new SecureRandom());
        vault.put(id, PhotoImage.copyOf(photo));
        return id;
    }

    private FileVault vault(Kek active, List<Kek> former) {
        SecureRandom random = new SecureRandom();
        return new FileVault(folder, new KeyWrap(new Ciphers(random), active, former), random);
    }

    private static void assertReadable(FileVault vault, Map<VaultId, PhotoImage> photos) {
        photos.forEach((id, photo) -> assertThat(vault.get(id)).contains(photo));
    }

    private Map<Path, String> contents() throws IOException {
        Map<Path, String> contents = new TreeMap<>();
        for (Path file : files().filter(Files::isRegularFile).toList()) {
            contents.put(file, HexFormat.of().formatHex(Files.readAllBytes(file)));
        }
        return contents;
    }

    private Path file(VaultId id) throws IOException {
        return files().filter(f -> f.getFileName().toString().equals(id.value()))
                .findFirst()
                .orElseThrow();
    }

    private Stream<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.toList().stream();
        }
    }

    private static int indexOf(byte[] in, byte[] what) {
        return new String(in, java.nio.charset.StandardCharsets.ISO_8859_1)
                .indexOf(new String(what, java.nio.charset.StandardCharsets.ISO_8859_1));
    }
}
