package io.github.tucai.cli;

import io.github.tucai.cli.output.WholeFile;
import io.github.tucai.crypto.KeyRing;
import io.github.tucai.failure.TucaiException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;

/**
 * Opens key rings for the command line. The password is the variable {@code TUCAI_KEYS_PASSWORD}; without it, that of the file
 * {@code password} in the ring's folder, which a new ring gets; without that, a terminal is asked.
 */
final class Rings {
    private static final String VARIABLE = "TUCAI_KEYS_PASSWORD";
    private static final String FILE = "password";
    private static final int SECRET_BYTES = 24;

    private Rings() {}

    static KeyRing open(Path folder) {
        return KeyRing.open(folder, () -> password(folder), Clock.systemUTC(), new SecureRandom());
    }

    /** Makes a ring; one without a given password gets a random one beside it, and the talk says so. */
    static KeyRing create(Path folder, PrintWriter talk) throws IOException {
        if (System.getenv(VARIABLE) == null && !Files.exists(folder.resolve(FILE))) {
            Files.createDirectories(folder);
            WholeFile.secret(folder.resolve(FILE), newSecret());
            talk.println(Texts.get("keys.passwordFile", VARIABLE));
        }
        return KeyRing.create(folder, () -> password(folder), Clock.systemUTC(), new SecureRandom());
    }

    private static String newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return HexFormat.of().formatHex(secret);
    }

    private static char[] password(Path folder) {
        String given = System.getenv(VARIABLE);
        if (given != null) {
            return given.toCharArray();
        }
        Path file = folder.resolve(FILE);
        try {
            if (Files.exists(file)) {
                return Files.readString(file).strip().toCharArray();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Terminal.console()
                .map(console -> console.readPassword("%s", Texts.get("keys.ask")))
                .orElseThrow(() -> new TucaiException(Texts.get("keys.noPassword", VARIABLE)));
    }
}
