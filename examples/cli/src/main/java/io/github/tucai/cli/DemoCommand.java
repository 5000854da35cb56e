package io.github.tucai.cli;

import io.github.tucai.cli.demo.Demo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code demo}: a whole campaign on embedded defaults. */
@Command(name = "demo", mixinStandardHelpOptions = true, resourceBundle = "io.github.tucai.cli.Messages")
final class DemoCommand implements Callable<Integer> {
    @Option(names = "--out", required = true, paramLabel = "DIR", descriptionKey = "outDir")
    Path out = Path.of("");

    @Option(names = "--photos", paramLabel = "DIR", descriptionKey = "demoPhotos")
    @Nullable
    Path photos;

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (Progress progress = Progress.of("demo", Demo.steps())) {
            Path page = Demo.run(out, Optional.ofNullable(photos), progress::step);
            spec.commandLine().getOut().println(page);
        }
        return ExitStatus.DONE;
    }
}
