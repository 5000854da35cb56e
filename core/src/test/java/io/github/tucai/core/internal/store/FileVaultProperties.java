package io.github.tucai.core.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tucai.capture.VaultId;
import io.github.tucai.contract.Clause;
import io.github.tucai.failure.TucaiException;
import io.github.tucai.photo.PhotoImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

@Clause("N0.3")
class FileVaultProperties {
    private Path folder;
    private FileVault vault;

    @BeforeProperty
    void open() throws IOException {
        folder = Files.createTempDirectory("vault");
        vault = new FileVault(folder, Ciphers.key(new byte[32]), new SecureRandom());
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
        VaultId id = vault.put(PhotoImage.copyOf(bytes));
        assertThat(vault.get(id)).contains(PhotoImage.copyOf(bytes));
        assertThat(indexOf(Files.readAllBytes(file(id)), bytes)).isNegative();
        vault.delete(id);
        assertThat(vault.get(id)).isEmpty();
    }

    @Property(tries = 50)
    void aChangedBitOrASwappedFileIsNoticed(
            @ForAll @Size(min = 1, max = 100) byte[] bytes, @ForAll @IntRange(min = 0, max = 7) int bit)
            throws IOException {
        VaultId id = vault.put(PhotoImage.copyOf(bytes));
        VaultId other = vault.put(PhotoImage.copyOf(bytes));
        byte[] sealed = Files.readAllBytes(file(id));
        byte[] changed = sealed.clone();
        changed[bytes.length % changed.length] ^= (byte) (1 << bit);
        for (byte[] bad : List.of(changed, Files.readAllBytes(file(other)))) {
            Files.write(file(id), bad);
            assertThatThrownBy(() -> vault.get(id)).isInstanceOf(TucaiException.class);
        }
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
