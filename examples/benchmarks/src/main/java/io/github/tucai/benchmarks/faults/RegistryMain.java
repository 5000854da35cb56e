package io.github.tucai.benchmarks.faults;

import io.github.tucai.photo.PhotoImage;
import io.github.tucai.sandbox.ChsiSandbox;
import io.github.tucai.sandbox.DemoKeys;
import io.github.tucai.sandbox.SandboxFault;
import io.github.tucai.sandbox.Stored;
import io.github.tucai.sandbox.StoredImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;

/**
 * The registry in a process of its own, which lives through all kills of the collector. Answers each line of standard input:
 * {@code admit STUDENT}, {@code fault NAME}, {@code always NAME}, {@code report}; the last line of an answer is {@code .}.
 */
final class RegistryMain {
    private final ChsiSandbox sandbox;

    private RegistryMain(ChsiSandbox sandbox) {
        this.sandbox = sandbox;
    }

    /**
     * Runs until its input ends.
     *
     * @param arguments the folder that holds the keys
     */
    public static void main(String[] arguments) throws IOException {
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "error");
        PrintStream driver = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.setOut(System.err);
        Path folder = Path.of(arguments[0]);
        DemoKeys keys = DemoKeys.in(folder.resolve("keys"), Clock.systemUTC(), new SecureRandom());
        try (ChsiSandbox sandbox = ChsiSandbox.start(keys.sandbox(folder.resolve("registry")))) {
            driver.println(sandbox.endpoint().getPort());
            new RegistryMain(sandbox).listen(driver);
        }
        System.exit(0);
    }

    private void listen(PrintStream driver) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] words = line.split(" ", -1);
            switch (words[0]) {
                case "admit" -> {
                    sandbox.admit(Invented.claims(Integer.parseInt(words[1])));
                    sandbox.admit(Invented.moved(Integer.parseInt(words[1])));
                }
                case "always" -> sandbox.failAlways(SandboxFault.valueOf(words[1]));
                case "fault" -> sandbox.failNext(SandboxFault.valueOf(words[1]));
                default -> report(driver);
            }
            driver.println(".");
        }
    }

    /** What lies in its store, one line an image: number, enrolment, key, version, whether it is valid, digest, name. */
    private void report(PrintStream driver) {
        for (Stored stored : sandbox.stored()) {
            StoredImage image = stored.image();
            PhotoImage picture = sandbox.product(image.registryId()).orElseThrow();
            driver.println(String.join(
                    " ",
                    image.registryId(),
                    image.enrolment(),
                    image.key().value(),
                    Integer.toString(image.version()),
                    Boolean.toString(stored.standing() == Stored.Standing.VALID),
                    picture.digest().hex(),
                    SpokenPhotos.name(picture)));
        }
    }
}
