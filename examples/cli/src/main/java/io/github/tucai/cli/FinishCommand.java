package io.github.tucai.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tucai.check.PhotoChecker;
import io.github.tucai.check.ProductMaker;
import io.github.tucai.cli.output.Json;
import io.github.tucai.cli.output.WholeFile;
import io.github.tucai.photo.Answer;
import io.github.tucai.photo.Declarations;
import io.github.tucai.photo.FinishedPhoto;
import io.github.tucai.photo.Finishing;
import io.github.tucai.photo.PhotoCheckResult;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.photo.ProductSpec;
import io.github.tucai.photo.Rgb;
import io.github.tucai.photo.Severity;
import io.github.tucai.photo.Stage;
import io.github.tucai.photo.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code finish}: the product photo, its check and its proof. */
@Command(name = "finish", mixinStandardHelpOptions = true, resourceBundle = "io.github.tucai.cli.Messages")
final class FinishCommand implements Callable<Integer> {
    @Option(names = "--profile", defaultValue = "CN-DEGREE", paramLabel = "ID", descriptionKey = "profile")
    String profile = "CN-DEGREE";

    @Option(names = "--background", paramLabel = "COLOUR|keep", descriptionKey = "background")
    @Nullable
    String background;

    @Option(names = "--force", descriptionKey = "force")
    boolean force;

    @Parameters(index = "0", paramLabel = "IN", descriptionKey = "in")
    Path in = Path.of("");

    @Parameters(index = "1", paramLabel = "OUT.jpg", descriptionKey = "outJpg")
    Path out = Path.of("");

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        PhotoChecker checker = Usage.value(spec, "--profile", () -> PhotoChecker.builder()
                .profile(ProfileFiles.named(profile))
                .build());
        ProductSpec product = Usage.value(spec, "--background", () -> product(checker));
        OutputFiles.of(spec, List.of(in)).write(out, ".jpg", ".jpeg");
        PhotoImage original = Photos.read(in);
        PhotoCheckResult submission = checker.check(original, Stage.SUBMISSION, Declarations.NONE);
        Finishing finishing = ProductMaker.installed().make(original, submission.measurements(), product);
        boolean isPicture = submission.measurements().file().isDecoded();
        if (isRefused(submission) && !(force && isPicture)) {
            refused(submission, finishing);
            return isPicture ? ExitStatus.FOUND : ExitStatus.FAILURE;
        }
        if (finishing instanceof Finishing.Impossible impossible) {
            impossible.reasons().forEach(reason -> tell(reason.in(Locale.getDefault())));
            return ExitStatus.FOUND;
        }
        FinishedPhoto photo = ((Finishing.Done) finishing).photo();
        PhotoCheckResult check = checker.check(photo.product(), Stage.PRODUCT, Declarations.NONE);
        WholeFile.write(out, photo.product().bytes());
        spec.commandLine().getOut().println(Json.line(proof(photo, submission, check)));
        if (isRefused(submission)) {
            tell(Texts.get("finish.forced"));
        }
        return isRefused(submission) || isRefused(check) ? ExitStatus.FOUND : ExitStatus.DONE;
    }

    /** A photo that a person has to look at is not refused: the proof tells its verdict. */
    private static boolean isRefused(PhotoCheckResult check) {
        return check.verdict() == Verdict.REJECT;
    }

    private void refused(PhotoCheckResult submission, Finishing finishing) {
        submission.told().stream()
                .filter(finding -> finding.answer() == Answer.FAIL && finding.severity() == Severity.REQUIRED)
                .forEach(finding ->
                        tell(finding.check().value() + ": " + finding.advice().in(Locale.getDefault())));
        boolean forceHelps = finishing instanceof Finishing.Done;
        tell(Texts.get("finish.refused", in) + " " + Texts.get(forceHelps ? "finish.force" : "finish.noForce"));
    }

    private void tell(String words) {
        spec.commandLine().getErr().println(words);
    }

    private ProductSpec product(PhotoChecker checker) {
        ProductSpec product = checker.profile().product();
        if (background == null) {
            return product;
        }
        boolean keep = "keep".equalsIgnoreCase(background);
        return product.withBackground(keep ? Optional.empty() : Optional.of(Rgb.parse(background)));
    }

    private static ObjectNode proof(FinishedPhoto photo, PhotoCheckResult submission, PhotoCheckResult check) {
        FinishedPhoto.Proof proof = photo.proof();
        ObjectNode node = Json.object();
        node.put("original", proof.original().hex());
        node.put("product", proof.product().hex());
        node.putArray("crop")
                .add(proof.crop().x())
                .add(proof.crop().y())
                .add(proof.crop().width())
                .add(proof.crop().height());
        node.put("scale", proof.scale());
        node.put("background", proof.background());
        node.put("quality", proof.quality());
        node.put("sizeBytes", photo.product().sizeBytes());
        node.put("facePixelsChanged", proof.facePixelsChanged());
        node.put("forced", isRefused(submission));
        verdict(node.putObject("submission"), submission);
        verdict(node, check);
        return node;
    }

    private static void verdict(ObjectNode node, PhotoCheckResult check) {
        node.put("verdict", check.verdict().name());
        check.failures().forEach(f -> node.withArray("failed").add(f.check().value()));
    }
}
