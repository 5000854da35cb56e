package io.github.tucai.campaign.internal.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.capture.VaultId;
import io.github.tucai.contract.PhotoVaultContract;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.spi.PhotoVault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileVaultTest extends PhotoVaultContract {
    private static final VaultId ID = VaultId.random(new Random(7));
    private static final PhotoImage PHOTO = PhotoImage.copyOf("seven".getBytes(StandardCharsets.UTF_8));

    @TempDir
    private Path folder;

    private FileVault vault;

    @BeforeEach
    void open() {
        SecureRandom random = new SecureRandom();
        Kek kek = new Kek("k", Ciphers.key(new byte[32]));
        vault = new FileVault(folder.resolve("vault"), new KeyWrap(new Ciphers(random), kek, List.of()), random);
    }

    @Override
    protected PhotoVault vault() {
        return vault;
    }

    /** What a kill may leave, file by file: a key and its unfinished copy, a photo and its own. */
    @ParameterizedTest
    @CsvSource({"true,false,false,false", "false,true,false,false", "false,false,true,false", "false,false,false,true"})
    void whatAKillLeftIsListedAndGoesWithoutATrace(boolean key, boolean keyPart, boolean photo, boolean photoPart)
            throws IOException {
        vault.put(ID, PHOTO);
        Path subfolder = folder.resolve("vault").resolve(ID.value().substring(0, 2));
        Path keyFile = subfolder.resolve(ID.value() + ".key");
        Path photoFile = subfolder.resolve(ID.value());
        Files.copy(keyFile, subfolder.resolve(ID.value() + ".key.part"));
        Files.copy(photoFile, subfolder.resolve(ID.value() + ".part"));
        deleteUnless(key, keyFile);
        deleteUnless(photo, photoFile);
        deleteUnless(keyPart, subfolder.resolve(ID.value() + ".key.part"));
        deleteUnless(photoPart, subfolder.resolve(ID.value() + ".part"));
        assertThat(vault.get(ID)).isEmpty();
        assertThat(vault.list()).containsExactly(ID);
        vault.put(ID, PHOTO);
        assertThat(vault.get(ID)).as("put again").contains(PHOTO);
        vault.delete(ID);
        assertThat(vault.list()).isEmpty();
        try (Stream<Path> files = Files.list(subfolder)) {
            assertThat(files).isEmpty();
        }
    }

    private static void deleteUnless(boolean kept, Path file) throws IOException {
        if (!kept) {
            Files.delete(file);
        }
    }

    @Test
    void whatIsNoPhotoIsNotListed() throws IOException {
        vault.put(ID, PHOTO);
        Path subfolder = folder.resolve("vault").resolve(ID.value().substring(0, 2));
        Files.writeString(subfolder.resolve("README"), "ours");
        Files.writeString(folder.resolve("vault").resolve("README"), "ours");
        assertThat(vault.list()).containsExactly(ID);
        assertThat(vault.rewrap()).isZero();
    }
}
