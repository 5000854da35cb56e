import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Copies files that are not kept in git (model weights, fonts) out of pinned npm packages.
 *
 * <p>Run by the build of each module that needs some, as {@code java Supply.java LIST CACHE TARGET FILE... [-- TARGET FILE...]}.
 * The cache holds each file under its sha256, so nothing is fetched twice, by however many checkouts; builds that run at
 * the same time wait for each other. A file that does not have the pinned digest never reaches the target.
 */
final class Supply {
    private static final long FETCH_MINUTES = 15;

    private final List<Npm> packages;
    private final Path cache;

    private Supply(List<Npm> packages, Path cache) {
        this.packages = packages;
        this.cache = cache;
    }

    /** One file wanted of a package: bytes {@code from} to {@code to}, exclusive, of {@code path}. */
    private record Wanted(String name, String sha256, String path, long from, long to) {}

    private record Npm(String name, String version, String integrity, List<Wanted> files) {
        @Override
        public String toString() {
            return name + "@" + version;
        }
    }

    /** Says in one sentence why the files cannot be had. */
    private static final class NoSupply extends Exception {
        private static final long serialVersionUID = 1;

        NoSupply(String message) {
            super(message);
        }
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        try {
            Supply supply = new Supply(read(Path.of(args[0])), Path.of(args[1]).toAbsolutePath().normalize());
            Path target = null;
            for (String argument : List.of(args).subList(2, args.length)) {
                if (argument.equals("--")) {
                    target = null;
                } else if (target == null) {
                    target = Path.of(argument);
                } else {
                    supply.copy(argument, target);
                }
            }
        } catch (NoSupply e) {
            System.err.println(System.lineSeparator() + e.getMessage() + System.lineSeparator());
            System.exit(1);
        }
    }

    private static List<Npm> read(Path list) throws IOException {
        List<Npm> packages = new ArrayList<>();
        for (String line : Files.readAllLines(list)) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] word = line.strip().split("\\s+");
            if (!line.startsWith(" ")) {
                packages.add(new Npm(word[0], word[1], word[2], new ArrayList<>()));
                continue;
            }
            String[] range = word.length > 3 ? word[3].split("-") : new String[] {"0", "" + Long.MAX_VALUE};
            Wanted wanted = new Wanted(word[0], word[1], word[2], Long.parseLong(range[0]), Long.parseLong(range[1]));
            packages.get(packages.size() - 1).files().add(wanted);
        }
        return packages;
    }

    private void copy(String name, Path targetFolder) throws IOException, InterruptedException, NoSupply {
        for (Npm npm : packages) {
            for (Wanted wanted : npm.files()) {
                if (wanted.name().equals(name)) {
                    Path target = targetFolder.resolve(name);
                    // An equal file stays untouched, so that later steps see that nothing changed.
                    if (!holds(target, wanted.sha256())) {
                        Files.createDirectories(targetFolder);
                        Files.copy(cached(npm, wanted), target, StandardCopyOption.REPLACE_EXISTING);
                    }
                    return;
                }
            }
        }
        throw new NoSupply("No package in .mvn/supplies.txt has a file named " + name + ".");
    }

    private Path cached(Npm npm, Wanted wanted) throws IOException, InterruptedException, NoSupply {
        Path file = cache.resolve(wanted.sha256());
        if (holds(file, wanted.sha256())) {
            return file;
        }
        Files.createDirectories(cache);
        try (FileChannel lock =
                FileChannel.open(cache.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock();
            // Another build may have brought it while this one waited.
            if (!holds(file, wanted.sha256())) {
                fetch(npm);
            }
        }
        return file;
    }

    private void fetch(Npm npm) throws IOException, InterruptedException, NoSupply {
        System.out.println("Fetching " + npm + " from npm into " + cache);
        Path scratch = Files.createTempDirectory(cache, "fetch");
        try {
            Path tarball = pack(npm, scratch);
            String integrity = "sha512-" + Base64.getEncoder().encodeToString(digest("SHA-512", tarball));
            if (!integrity.equals(npm.integrity())) {
                throw new NoSupply("npm delivered " + npm + " with the integrity " + integrity
                        + ", but .mvn/supplies.txt pins another: check the npm registry this machine uses.");
            }
            List<Wanted> missing = new ArrayList<>(npm.files());
            extract(tarball, missing, scratch);
            if (!missing.isEmpty()) {
                throw new NoSupply(npm + " does not hold " + missing.get(0).path() + " as .mvn/supplies.txt pins it.");
            }
        } finally {
            try (Stream<Path> left = Files.list(scratch)) {
                for (Path file : left.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(scratch);
        }
    }

    private static Path pack(Npm npm, Path scratch) throws IOException, InterruptedException, NoSupply {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        Path messages = scratch.resolve("messages.txt");
        Process process;
        try {
            process = new ProcessBuilder(windows ? "npm.cmd" : "npm", "pack", npm.toString(), "--loglevel=error")
                    .directory(scratch.toFile())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(messages.toFile())
                    .start();
        } catch (IOException e) {
            throw new NoSupply("This build takes model weights and fonts from npm packages and npm was not found: "
                    + "install Node.js (18 or newer, it brings npm), see that npm is on the PATH, and run the build again.");
        }
        if (!process.waitFor(FETCH_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new NoSupply("npm did not deliver " + npm + " within " + FETCH_MINUTES
                    + " minutes: check the network and run the build again; what has arrived is kept.");
        }
        try (Stream<Path> files = Files.list(scratch)) {
            List<Path> tarballs = files.filter(f -> f.toString().endsWith(".tgz")).toList();
            if (process.exitValue() == 0 && tarballs.size() == 1) {
                return tarballs.get(0);
            }
        }
        String said = Files.readAllLines(messages).stream()
                .filter(line -> line.contains("code ") || line.contains("network "))
                .map(line -> line.replaceFirst("^npm (ERR!|error) ", ""))
                .findFirst()
                .orElse("exit status " + process.exitValue());
        throw new NoSupply("npm could not fetch " + npm + " (" + said + "): the first build needs the network or an npm "
                + "mirror (npm config set registry …); later builds find the files in " + scratch.getParent() + ".");
    }

    /** Puts what is wanted of a tarball into the cache and strikes it off the list. */
    private void extract(Path tarball, List<Wanted> missing, Path scratch) throws IOException {
        try (InputStream tar = new GZIPInputStream(Files.newInputStream(tarball), 1 << 16)) {
            byte[] header = new byte[512];
            while (tar.readNBytes(header, 0, 512) == 512 && header[0] != 0) {
                String prefix = text(header, 345, 155);
                String path = (prefix.isEmpty() ? "" : prefix + "/") + text(header, 0, 100);
                long size = Long.parseLong(text(header, 124, 12).strip(), 8);
                List<Wanted> here = missing.stream().filter(w -> w.path().equals(path)).toList();
                if (here.isEmpty()) {
                    tar.skipNBytes(size);
                } else {
                    byte[] content = tar.readNBytes(Math.toIntExact(size));
                    for (Wanted wanted : here) {
                        if (keep(wanted, content, scratch)) {
                            missing.remove(wanted);
                        }
                    }
                }
                tar.skipNBytes((512 - size % 512) % 512);
            }
        }
    }

    private boolean keep(Wanted wanted, byte[] content, Path scratch) throws IOException {
        int from = Math.toIntExact(Math.min(wanted.from(), content.length));
        int to = Math.toIntExact(Math.min(wanted.to(), content.length));
        Path file = scratch.resolve(wanted.sha256());
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(content, from, to - from);
        }
        if (!holds(file, wanted.sha256())) {
            return false;
        }
        Files.move(file, cache.resolve(wanted.sha256()), StandardCopyOption.ATOMIC_MOVE);
        return true;
    }

    private static boolean holds(Path file, String sha256) throws IOException {
        return Files.isRegularFile(file) && HexFormat.of().formatHex(digest("SHA-256", file)).equals(sha256);
    }

    private static byte[] digest(String algorithm, Path file) throws IOException {
        try (DigestOutputStream out =
                new DigestOutputStream(OutputStream.nullOutputStream(), MessageDigest.getInstance(algorithm))) {
            Files.copy(file, out);
            return out.getMessageDigest().digest();
        } catch (NoSuchAlgorithmException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private static String text(byte[] header, int from, int length) {
        String field = new String(header, from, length, StandardCharsets.UTF_8);
        int end = field.indexOf(0);
        return end < 0 ? field : field.substring(0, end);
    }
}
