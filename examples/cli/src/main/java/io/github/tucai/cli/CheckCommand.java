package io.github.tucai.cli;

import io.github.tucai.check.MeasuredPhoto;
import io.github.tucai.check.PhotoCheckJson;
import io.github.tucai.check.PhotoChecker;
import io.github.tucai.check.PhotoProfiles;
import io.github.tucai.cli.output.Overlay;
import io.github.tucai.cli.output.WholeFile;
import io.github.tucai.cli.report.Report;
import io.github.tucai.failure.UndecodableImageException;
import io.github.tucai.imaging.Pictures;
import io.github.tucai.photo.Advice;
import io.github.tucai.photo.CheckId;
import io.github.tucai.photo.Declarations;
import io.github.tucai.photo.PhotoCheckResult;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.photo.Stage;
import io.github.tucai.photo.Verdict;
import java.awt.image.BufferedImage;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
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

    @Option(names = "--report", paramLabel = "DIR", descriptionKey = "report")
    @Nullable
    Path reports;

    @Option(names = "--measures", paramLabel = "FILE", descriptionKey = "measuresWrite")
    @Nullable
    Path measures;

    @Option(names = "--overlay", paramLabel = "DIR", descriptionKey = "overlay")
    @Nullable
    Path overlays;

    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "photos")
    List<Path> files = List.of();

    @Spec
    CommandSpec spec = CommandSpec.create();

    /** A file with the name of what is written about it. */
    private record Job(Path file, String name) {}

    /**
     * What a file gave.
     *
     * @param text its line
     * @param result null where there was none
     * @param status what it adds to the command's exit status
     * @param measured its line among the stored measurements; null where the file holds no picture
     * @param card on the report's sheet; null where no report is written
     */
    private record Line(
            String text,
            @Nullable PhotoCheckResult result,
            int status,
            @Nullable String measured,
            Report.@Nullable Card card) {}

    private final CheckText total = new CheckText();
    private List<Path> photos = List.of();
    private int status = ExitStatus.DONE;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (threads < 1) {
            throw new ParameterException(spec.commandLine(), Texts.get("error.threads", String.valueOf(threads)));
        }
        PhotoChecker checker = Usage.value(spec, "--profile", () -> PhotoChecker.builder()
                .profile(ProfileFiles.named(profile))
                .build());
        photos = PhotoFiles.of(files);
        List<Job> jobs = jobs();
        makeFolders();
        holdOutputs(jobs);
        if (measures == null) {
            run(checker, jobs, null);
        } else {
            WholeFile.write(measures, out -> {
                Writer measured = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
                run(checker, jobs, measured);
                measured.flush();
            });
        }
        if (!json && photos.size() > 1) {
            spec.commandLine().getErr().println(total.total());
        }
        return status;
    }

    private void makeFolders() throws IOException {
        for (Path folder : Arrays.asList(overlays, reports)) {
            if (folder != null) {
                Files.createDirectories(folder);
            }
        }
    }

    /** No photo and no profile is written over by what is written about photos. */
    private void holdOutputs(List<Job> jobs) {
        List<Path> read = new ArrayList<>(photos);
        ProfileFiles.file(profile).ifPresent(read::add);
        OutputFiles outputs = OutputFiles.of(spec, read);
        if (measures != null) {
            outputs.write(measures);
        }
        for (Job job : jobs) {
            if (overlays != null) {
                outputs.write(overlay(job));
            }
            if (reports != null) {
                outputs.write(Report.file(reports, job.name()));
            }
        }
        if (reports != null) {
            outputs.write(Report.index(reports));
        }
    }

    private Path overlay(Job job) {
        return Objects.requireNonNull(overlays).resolve(job.name() + ".png");
    }

    private void run(PhotoChecker checker, List<Job> jobs, @Nullable Writer measured)
            throws IOException, InterruptedException {
        try (Report report = reports == null ? null : new Report(reports, CheckCommand::title);
                Progress progress = Progress.of("check", photos.size())) {
            OrderedRun.over(jobs, Math.min(threads, photos.size()), job -> check(checker, job, report), line -> {
                tell(line, report, measured);
                progress.step("");
            });
        }
    }

    private List<Job> jobs() {
        List<String> names = FileNames.of(photos, Report.TAKEN);
        return IntStream.range(0, photos.size())
                .mapToObj(i -> new Job(photos.get(i), names.get(i)))
                .toList();
    }

    private void tell(Line line, @Nullable Report report, @Nullable Writer measured) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line.text());
        out.flush();
        if (line.result() == null) {
            total.countError();
        } else {
            total.count(line.result());
        }
        status = Math.max(status, line.status());
        try {
            if (measured != null && line.measured() != null) {
                measured.write(line.measured() + "\n");
            }
            if (report != null && line.card() != null) {
                report.add(line.card());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Line check(PhotoChecker checker, Job job, @Nullable Report report) {
        String file = job.file().toString();
        try {
            PhotoImage photo = Photos.read(job.file());
            PhotoCheckResult result = checker.check(photo, stage, declarations());
            BufferedImage picture = overlays == null && report == null ? null : upright(photo);
            if (overlays != null) {
                overlay(picture, result, overlay(job));
            }
            Report.Card card = report == null ? null : report.page(file, job.name(), result, picture);
            String text = json ? PhotoCheckJson.write(file, result) : CheckText.of(job.file(), result);
            return new Line(text, result, status(result), measured(file, result), card);
        } catch (IOException | RuntimeException e) {
            // One bad file never ends the run; its line says what happened.
            String error = Failures.message(e);
            String text = json
                    ? PhotoCheckJson.writeError(file, checker.profile().id(), stage.name(), error)
                    : CheckText.ofError(job.file(), error);
            // What stands in the photo is an answer; a file that is not there is none.
            int failed = e instanceof IOException ? ExitStatus.FAILURE : ExitStatus.FOUND;
            return new Line(text, null, failed, null, report == null ? null : Report.unreadable(job.name(), error));
        }
    }

    private static int status(PhotoCheckResult result) {
        return result.verdict() == Verdict.ACCEPT ? ExitStatus.DONE : ExitStatus.FOUND;
    }

    private @Nullable String measured(String file, PhotoCheckResult result) {
        return measures != null && result.measurements().file().isDecoded()
                ? new MeasuredPhoto(file, stage, declarations(), result.measurements()).toJson()
                : null;
    }

    private static @Nullable BufferedImage upright(PhotoImage photo) {
        try {
            return Pictures.upright(photo);
        } catch (UndecodableImageException e) {
            // The result says already that the file is no picture; there is nothing to draw on.
            return null;
        }
    }

    private static Advice title(CheckId check) {
        return PhotoProfiles.title(check).orElseGet(() -> new Advice(check.value(), check.value()));
    }

    private Declarations declarations() {
        return wearsGlasses == null ? Declarations.NONE : Declarations.NONE.withGlasses(wearsGlasses == YesNo.YES);
    }

    private static void overlay(@Nullable BufferedImage picture, PhotoCheckResult result, Path target)
            throws IOException {
        if (picture == null) {
            Files.deleteIfExists(target);
        } else {
            WholeFile.png(target, Overlay.draw(picture, result));
        }
    }
}
