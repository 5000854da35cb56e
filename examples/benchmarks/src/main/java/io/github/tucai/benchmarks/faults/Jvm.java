package io.github.tucai.benchmarks.faults;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Starts one of these classes in a process of its own, quickly rather than for long. */
final class Jvm {
    private static final String CLASS_PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    private final Path archive;

    /** Classes are shared through this file, where the class path allows it. */
    Jvm(Path archive) {
        this.archive = archive;
    }

    Process start(Class<?> main, List<String> options, List<String> arguments, Path errors) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dsun.net.httpserver.nodelay=true"));
        command.addAll(options);
        command.addAll(List.of("-cp", CLASS_PATH, main.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()))
                .start();
    }

    /** For a process that ends by itself: the classes it loaded are kept for those after it. Folders cannot be shared. */
    List<String> archiving() {
        return Arrays.stream(CLASS_PATH.split(File.pathSeparator, -1)).noneMatch(part -> new File(part).isDirectory())
                ? List.of("-XX:ArchiveClassesAtExit=" + archive, "-Xlog:cds=off", "-Xlog:cds+dynamic=off")
                : List.of();
    }

    List<String> sharing() {
        return archive.toFile().exists()
                ? List.of("-XX:SharedArchiveFile=" + archive, "-Xshare:auto", "-Xlog:cds=off")
                : List.of();
    }
}
