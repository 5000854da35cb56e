package io.github.tucai.cli;

import io.github.tucai.PhotoCheckJson;
import io.github.tucai.PhotoChecker;
import io.github.tucai.failure.UndecodableImageException;
import io.github.tucai.imaging.Pictures;
import io.github.tucai.photo.Answer;
import io.github.tucai.photo.Declarations;
import io.github.tucai.photo.Finding;
import io.github.tucai.photo.PhotoCheckResult;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.photo.Stage;
import io.github.tucai.photo.Verdict;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code check}: photos against every rule of a profile. */
@Command(name = "check", mixinStandardHelpOptions = true, resourceBundle = "io.github.tucai.cli.Messages")
final class CheckCommand implements Callable<Integer> {
    /** Whether the student usually wears glasses, as the student says. */
    enum YesNo {
        YES,
        NO
    }

    @Option(names = "--profile", defaultValue = "CN-DEGREE", paramLabel = "ID", descriptionKey = "profile")
    String profile = "CN-DEGREE";

    @Option(names = "--stage", defaultValue = "submission", descriptionKey = "stage")
    Stage stage = Stage.SUBMISSION;

    @Option(names = "--threads", paramLabel = "N", descriptionKey = "threads")
    int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--wears-glasses", paramLabel = "yes|no", descriptionKey = "glasses")
    @Nullable
    YesNo wearsGlasses;

    @Option(names = "--json", descriptionKey = "json")
    boolean json;

    @Option(names = "--overlay", paramLabel = "DIR", descriptionKey = "overlay")
    @Nullable
    Path overlays;

    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "photos")
    List<Path> files = List.of();

    @Spec
    CommandSpec spec = CommandSpec.create();

    /** One file's line, and whether it was accepted. */
    private record Line(String text, boolean accepted) {}

    private int status = ExitStatus.DONE;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (threads < 1) {
            throw new ParameterException(spec.commandLine(), Texts.get("error.threads", String.valueOf(threads)));
        }
        PhotoChecker checker = Usage.value(
                spec, "--profile", () -> PhotoChecker.builder().profile(profile).build());
        if (overlays != null) {
            Files.createDirectories(overlays);
        }
        PrintWriter out = spec.commandLine().getOut();
        try (Progress progress = Progress.of("check", files.size())) {
            OrderedRun.over(files, Math.min(threads, files.size()), file -> check(checker, file), line -> {
                out.println(line.text());
                out.flush();
                status = line.accepted() ? status : ExitStatus.FOUND;
                progress.step("");
            });
        }
        return status;
    }

    private Line check(PhotoChecker checker, Path file) {
        try {
            PhotoImage photo = Photos.read(file);
            PhotoCheckResult result = checker.check(photo, stage, declarations());
            if (overlays != null) {
                overlay(photo, result, overlays.resolve(file.getFileName() + ".png"));
            }
            String text = json ? PhotoCheckJson.write(file.toString(), result) : summary(file, result);
            return new Line(text, result.verdict() == Verdict.ACCEPT);
        } catch (IOException | RuntimeException e) {
            // One bad file never ends the run; its line says what happened.
            String error = Failures.message(e);
            String text = json
                    ? PhotoCheckJson.writeError(
                            file.toString(), checker.profile().id(), stage.name(), error)
                    : file + "  ERROR  " + error;
            return new Line(text, false);
        }
    }

    private Declarations declarations() {
        return wearsGlasses == null ? Declarations.NONE : Declarations.NONE.withGlasses(wearsGlasses == YesNo.YES);
    }

    private static void overlay(PhotoImage photo, PhotoCheckResult result, Path target) throws IOException {
        try {
            ImageIO.write(Overlay.draw(Pictures.upright(photo), result), "png", target.toFile());
        } catch (UndecodableImageException e) {
            // The result says already that the file is no picture; there is nothing to draw on.
            Files.deleteIfExists(target);
        }
    }

    private static String summary(Path file, PhotoCheckResult result) {
        StringBuilder text = new StringBuilder();
        text.append(file).append("  ").append(result.verdict());
        for (Finding finding : result.findings()) {
            if (finding.answer() == Answer.FAIL || finding.answer() == Answer.UNSURE) {
                text.append(System.lineSeparator()).append("    ").append(line(finding));
            }
        }
        return text.toString();
    }

    private static String line(Finding finding) {
        String value = finding.value().isPresent()
                ? String.format(Locale.ROOT, "%.4g %s", finding.value().getAsDouble(), finding.unit())
                : "";
        return Optional.of(finding.limit())
                        .filter(limit -> !limit.isEmpty())
                        .map(limit ->
                                String.format("%-7s %-22s %s (%s)", finding.answer(), finding.check(), value, limit))
                        .orElseGet(() -> String.format("%-7s %-22s %s", finding.answer(), finding.check(), value))
                + "  " + finding.advice().in(Locale.getDefault());
    }
}
