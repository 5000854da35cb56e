package io.github.tucai.sandbox;

import io.github.tucai.crypto.MutualTls;
import io.github.tucai.failure.TucaiException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * A registry in a process of its own: it lives on when a collector's process is killed, and ends with the one that started it.
 * <pre>{@code
 * try (SandboxProcess registry = SandboxProcess.start(folder, "--always=STORES_TWICE")) {
 *     startCollector(registry.endpoint(), registry.keys());
 *     List<Stored> stored = registry.stored();
 * }
 * }</pre>
 *
 * <p>It keeps everything in {@code FOLDER/registry}: a {@link ChsiSandbox} that ran on the same folder before may have admitted
 * codes. Its log is {@code FOLDER/sandbox.log}.
 */
public final class SandboxProcess implements AutoCloseable {
    private final Process process;
    private final DemoKeys keys;
    private final URI endpoint;
    private final Writer faults;

    private SandboxProcess(Path folder, List<String> options) throws IOException {
        keys = DemoKeys.in(folder.resolve("keys"), Clock.systemUTC(), new SecureRandom());
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ChsiSandbox.class.getName(),
                folder.toString(),
                "0",
                "--while-input"));
        command.addAll(options);
        process = new ProcessBuilder(command)
                .redirectError(folder.resolve("sandbox.log").toFile())
                .start();
        faults = process.outputWriter(StandardCharsets.UTF_8);
        String line =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)).readLine();
        if (line == null) {
            throw new IOException("it ended at once; sandbox.log says why");
        }
        endpoint = URI.create(line);
    }

    /**
     * Starts it on a free port, with the class path of this process.
     *
     * @param folder for keys, which are made where there are none, images and log
     * @param options as {@link ChsiSandbox#main} takes them
     */
    public static SandboxProcess start(Path folder, String... options) {
        try {
            return new SandboxProcess(Files.createDirectories(folder), List.of(options));
        } catch (IOException e) {
            throw new TucaiException("The sandbox cannot start as a process on the folder " + folder, e);
        }
    }

    /** Where it listens. */
    public URI endpoint() {
        return endpoint;
    }

    /** The keys of both sides. */
    public DemoKeys keys() {
        return keys;
    }

    /** Makes one coming delivery go wrong; faults queue up. */
    public void failNext(SandboxFault fault) {
        try {
            faults.write(fault + "\n");
            faults.flush();
        } catch (IOException e) {
            throw new TucaiException("The sandbox's process takes no faults", e);
        }
    }

    /** Every image that it ever stored, in the order of their numbers, with version and key, so that a double shows. */
    public List<Stored> stored() {
        HttpClient client = HttpClient.newBuilder()
                .sslContext(MutualTls.context(keys.clientKeyStore(), keys::password, keys.trusted()))
                .build();
        HttpRequest request =
                HttpRequest.newBuilder(endpoint.resolve("v1/stored")).build();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.body().lines().map(Stored::parse).toList();
        } catch (IOException e) {
            throw new TucaiException("The sandbox's process does not tell what it stored", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TucaiException("Asking the sandbox's process was interrupted", e);
        }
    }

    /** Whether it runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
