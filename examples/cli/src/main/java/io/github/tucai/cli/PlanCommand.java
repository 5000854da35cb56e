package io.github.tucai.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tucai.cli.output.Json;
import io.github.tucai.cli.output.WholeFile;
import io.github.tucai.photo.ImageDigest;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.print.Paper;
import io.github.tucai.print.Placement;
import io.github.tucai.print.PrintItem;
import io.github.tucai.print.PrintJob;
import io.github.tucai.print.PrintOrder;
import io.github.tucai.print.PrintOutcome;
import io.github.tucai.print.PrintProblem;
import io.github.tucai.print.PrintProfile;
import io.github.tucai.print.PrintVerification;
import io.github.tucai.print.Separators;
import io.github.tucai.print.SheetPlan;
import io.github.tucai.spi.PrintLayout;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code plan}: print sheets from product photos in a folder; here alone the file name binds photo and student. */
@Command(name = "plan", mixinStandardHelpOptions = true, resourceBundle = "io.github.tucai.cli.Messages")
final class PlanCommand implements Callable<Integer> {
    @Option(names = "--data", required = true, paramLabel = "FILE", descriptionKey = "data")
    Path data = Path.of("");

    @Option(names = "--photos", required = true, paramLabel = "DIR", descriptionKey = "photosDir")
    Path photos = Path.of("");

    @Option(names = "--paper", defaultValue = "A4", descriptionKey = "paper")
    String paper = "A4";

    @Option(names = "--separators", descriptionKey = "separators")
    boolean separators;

    @Option(names = "--out", required = true, paramLabel = "OUT.pdf", descriptionKey = "outPdf")
    Path out = Path.of("");

    @Option(names = "--verify", descriptionKey = "verify")
    boolean verify;

    @Spec
    CommandSpec spec = CommandSpec.create();

    private final Map<ImageDigest, Path> files = new HashMap<>();
    private final List<Integer> withoutPhoto = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        PrintProfile profile = Usage.value(spec, "--paper", this::profile);
        if (!Files.isDirectory(photos)) {
            throw new NotDirectoryException(photos.toString());
        }
        OutputFiles.of(spec, List.of(data)).write(out, ".pdf").write(manifestPath());
        PrintDataFile.Content content = PrintDataFile.read(data);
        if (!content.faults().isEmpty()) {
            content.faults().forEach(err::println);
            err.println(Texts.get("plan.nothing"));
            return ExitStatus.FOUND;
        }
        List<PrintItem> items = new ArrayList<>();
        for (PrintDataFile.Student student : content.students()) {
            photo(student).ifPresent(digest -> items.add(item(student, digest)));
        }
        withoutPhoto.forEach(row -> err.println(Texts.get("plan.noPhoto", String.valueOf(row))));
        if (items.isEmpty()) {
            err.println(Texts.get("plan.nobody"));
            return ExitStatus.FOUND;
        }
        OutputFiles.of(spec, files.values()).write(out).write(manifestPath());
        return print(new PrintJob(items, profile, PrintOrder.BY_CLASS, created()));
    }

    private int print(PrintJob job) throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        PrintLayout layout = Plugin.only(PrintLayout.class);
        PrintOutcome outcome = layout.write(
                job, digest -> Optional.ofNullable(files.get(digest)).map(PlanCommand::read), out);
        if (outcome instanceof PrintOutcome.Refused refused) {
            refused.problems().forEach(problem -> err.println(line(problem)));
            err.println(Texts.get("plan.nothing"));
            return ExitStatus.FOUND;
        }
        PrintOutcome.Written written = (PrintOutcome.Written) outcome;
        written.warnings().forEach(problem -> err.println(line(problem)));
        WholeFile.write(manifestPath(), Json.line(manifest(job, written)) + "\n");
        PrintVerification seen = verify ? layout.verify(job, out) : written.verification();
        seen.faults().forEach(err::println);
        spec.commandLine().getOut().println(Json.line(summary(seen)));
        return seen.holds() && withoutPhoto.isEmpty() ? ExitStatus.DONE : ExitStatus.FOUND;
    }

    private PrintProfile profile() {
        PrintProfile.Builder profile = PrintProfile.builder(Paper.parse(paper));
        return separators ? profile.separators(Separators.CLASS).build() : profile.build();
    }

    /** The print data's own time: equal input gives equal bytes. */
    private Instant created() throws IOException {
        return Files.getLastModifiedTime(data).toInstant();
    }

    private Optional<ImageDigest> photo(PrintDataFile.Student student) throws IOException {
        Path folder = photos.toAbsolutePath().normalize();
        Path file = folder.resolve(student.number().value() + ".jpg").normalize();
        if (!folder.equals(file.getParent()) || !Files.isRegularFile(file)) {
            withoutPhoto.add(student.row());
            return Optional.empty();
        }
        ImageDigest digest = read(file).digest();
        files.put(digest, file);
        return Optional.of(digest);
    }

    private static PhotoImage read(Path file) {
        try {
            return Photos.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PrintItem item(PrintDataFile.Student student, ImageDigest photo) {
        return new PrintItem(
                student.school(),
                student.college(),
                student.className(),
                student.number(),
                student.lastFour(),
                student.name(),
                photo,
                Map.of());
    }

    private Path manifestPath() {
        String name = String.valueOf(out.getFileName());
        return out.resolveSibling(name.substring(0, name.length() - ".pdf".length()) + ".json");
    }

    private static String line(PrintProblem problem) {
        return "item " + problem.row() + ", " + problem.field() + ": " + problem.message();
    }

    private static ObjectNode summary(PrintVerification seen) {
        ObjectNode node = Json.object();
        node.put("sheets", seen.sheets());
        node.put("students", seen.students());
        node.put("prints", seen.prints());
        node.put("largestOffsetMm", seen.largestOffsetMm());
        node.put("holds", seen.holds());
        return node;
    }

    private static ObjectNode manifest(PrintJob job, PrintOutcome.Written written) {
        ObjectNode node = Json.object();
        node.put("profile", job.profile().id());
        node.put("students", job.items().size());
        node.put("copies", job.profile().copies());
        node.put("sizeBytes", written.sizeBytes());
        ArrayNode sheets = node.putArray("sheets");
        for (SheetPlan sheet : written.sheets()) {
            ObjectNode page = sheets.addObject();
            page.put("number", sheet.number());
            page.put("widthMm", sheet.widthMm());
            page.put("heightMm", sheet.heightMm());
            ArrayNode prints = page.putArray("prints");
            sheet.placements().forEach(placement -> place(prints.addObject(), placement));
        }
        return node;
    }

    private static void place(ObjectNode node, Placement placement) {
        node.put("studentNumber", placement.item().studentNumber().value());
        node.put("copy", placement.copy());
        node.put("photo", placement.item().photo().hex());
        node.put("xMm", placement.print().xMm());
        node.put("yMm", placement.print().yMm());
        node.put("widthMm", placement.print().widthMm());
        node.put("heightMm", placement.print().heightMm());
    }
}
