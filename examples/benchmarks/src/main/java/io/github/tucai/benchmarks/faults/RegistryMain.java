package io.github.tucai.benchmarks.faults;

import io.github.tucai.photo.ImageDigest;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.sandbox.ChsiSandbox;
import io.github.tucai.sandbox.DemoKeys;
import io.github.tucai.sandbox.SandboxFault;
import io.github.tucai.sandbox.StoredImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The registry in a process of its own, which lives through all kills of the collector. Answers each line of standard input:
 * {@code admit STUDENT}, {@code fault NAME}, {@code report}; the last line of an answer is {@code .}.
 */
final class RegistryMain {
    private final Path store;
    private final ChsiSandbox sandbox;

    private RegistryMain(Path store, ChsiSandbox sandbox) {
        this.store = store;
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
        Path store = folder.resolve("registry");
        try (ChsiSandbox sandbox = ChsiSandbox.start(keys.sandbox(store))) {
            driver.println(sandbox.endpoint().getPort());
            new RegistryMain(store, sandbox).listen(driver);
        }
        System.exit(0);
    }

    private void listen(PrintStream driver) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] words = line.split(" ", -1);
            switch (words[0]) {
                case "admit" -> sandbox.admit(Invented.claims(Integer.parseInt(words[1])));
                case "fault" -> sandbox.failNext(SandboxFault.valueOf(words[1]));
                default -> report(driver);
            }
            driver.println(".");
        }
    }

    /** What lies in its store, one line an image: number, enrolment, key, version, whether it is valid, digest, name. */
    private void report(PrintStream driver) throws IOException {
        Set<String> valid =
                sandbox.images().stream().map(StoredImage::registryId).collect(Collectors.toSet());
        for (String line : Files.readAllLines(store.resolve("journal.txt"), StandardCharsets.US_ASCII)) {
            String[] part = line.split(" ", -1);
            if (part[0].equals("image")) {
                PhotoImage image = sandbox.product(part[1]).orElseThrow();
                driver.println(String.join(
                        " ",
                        part[1],
                        part[2],
                        part[3],
                        part[4],
                        Boolean.toString(valid.contains(part[1])),
                        ImageDigest.of(image.bytes()).hex(),
                        SpokenPhotos.name(image)));
            }
        }
    }
}
