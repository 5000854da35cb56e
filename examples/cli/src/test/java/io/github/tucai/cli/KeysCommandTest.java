package io.github.tucai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysCommandTest {
    @TempDir
    Path folder;

    @Test
    void aNewRingHasAKeyForEveryUseAndItsPasswordForItsOwnerOnly() throws IOException {
        Cli.Run made = Cli.run("keys", "new", "--keys", folder).ends(ExitStatus.DONE);

        assertThat(made.json())
                .extracting(key -> key.path("use").asText())
                .containsExactly(
                        "CODE_SIGNING",
                        "CODE_OPENING",
                        "BUNDLE_SIGNING",
                        "BUNDLE_OPENING",
                        "RECEIPT_SIGNING",
                        "AUDIT_SIGNING");
        assertThat(made.json()).allSatisfy(key -> {
            assertThat(key.path("id").asText()).matches("[0-9a-f]{8}");
            assertThat(key.path("suite").asText()).isEqualTo("SM");
            assertThat(key.path("state").asText()).isEqualTo("ACTIVE");
        });
        assertThat(made.err()).contains("The password", "TUCAI_KEYS_PASSWORD").doesNotContain(secret());
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("password"))))
                    .isEqualTo("rw-------");
        }
        assertThat(Cli.run("keys", "list", "--keys", folder).isDone().out()).isEqualTo(made.out());
    }

    @Test
    void rotatingRetiresTheKeyThatIsReplaced() {
        String before = make("CODE_SIGNING");

        JsonNode rotated = Cli.run("keys", "rotate", "--keys", folder, "--use", "code_signing")
                .isDone()
                .json()
                .get(0);

        assertThat(rotated.path("id").asText()).isNotEqualTo(before);
        assertThat(Cli.run("keys", "list", "--keys", folder).json())
                .extracting(key -> key.path("state").asText())
                .containsExactlyInAnyOrder("RETIRED", "ACTIVE");
    }

    @Test
    void retiringAKeyIsSeenInTheList() {
        String id = make("BUNDLE_SIGNING");

        Cli.run("keys", "retire", "--keys", folder, id).isDone();

        assertThat(Cli.run("keys", "list", "--keys", folder)
                        .json()
                        .get(0)
                        .path("state")
                        .asText())
                .isEqualTo("RETIRED");
    }

    @Test
    void aKeyThatIsNotThereCannotBeRetired() {
        make("CODE_SIGNING");

        Cli.run("keys", "retire", "--keys", folder, "00000000").ends(ExitStatus.FAILURE);
        Cli.run("keys", "retire", "--keys", folder, "mine").ends(ExitStatus.USAGE);
    }

    @Test
    void aRingThatIsNotThereIsSaidToBeMissing() {
        assertThat(Cli.run("keys", "list", "--keys", folder.resolve("none"))
                        .ends(ExitStatus.FAILURE)
                        .err())
                .contains("No key ring", "none");
    }

    @Test
    void aWrongPasswordOpensNothing() throws IOException {
        make("CODE_SIGNING");
        Files.writeString(folder.resolve("password"), "wrong");

        assertThat(Cli.run("keys", "list", "--keys", folder)
                        .ends(ExitStatus.FAILURE)
                        .out())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"keys", "keys new", "keys list", "keys retire --keys x", "keys new --keys x --suite RSA"})
    void wrongUsageIsStatusTwo(String line) {
        assertThat(Cli.run((Object[]) line.split(" ")).ends(ExitStatus.USAGE).out())
                .isEmpty();
    }

    private String make(String use) {
        return Cli.run("keys", "new", "--keys", folder, "--use", use)
                .json()
                .get(0)
                .path("id")
                .asText();
    }

    private String secret() throws IOException {
        return Files.readString(folder.resolve("password"));
    }
}
