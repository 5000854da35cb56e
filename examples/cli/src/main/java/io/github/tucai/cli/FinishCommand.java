package io.github.tucai.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tucai.check.PhotoChecker;
import io.github.tucai.cli.output.Json;
import io.github.tucai.photo.Advice;
import io.github.tucai.photo.Declarations;
import io.github.tucai.photo.FinishedPhoto;
import io.github.tucai.photo.Finishing;
import io.github.tucai.photo.PhotoCheckResult;
import io.github.tucai.photo.ProductSpec;
import io.github.tucai.photo.Rgb;
import io.github.tucai.photo.Stage;
import io.github.tucai.photo.Verdict;
import io.github.tucai.spi.PhotoFinisher;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
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
        Finishing finishing = Plugin.only(PhotoFinisher.class).finish(Photos.read(in), product);
        if (finishing instanceof Finishing.Impossible impossible) {
            PrintWriter err = spec.commandLine().getErr();
            for (Advice reason : impossible.reasons()) {
                err.println(reason.in(Locale.getDefault()));
            }
            return ExitStatus.FOUND;
        }
        FinishedPhoto photo = ((Finishing.Done) finishing).photo();
        Files.write(out, photo.product().bytes());
        PhotoCheckResult check = checker.check(photo.product(), Stage.PRODUCT, Declarations.NONE);
        spec.commandLine().getOut().println(Json.line(proof(photo, check)));
        return check.verdict() == Verdict.REJECT ? ExitStatus.FOUND : ExitStatus.DONE;
    }

    private ProductSpec product(PhotoChecker checker) {
        ProductSpec product = checker.profile().product();
        if (background == null) {
            return product;
        }
        boolean keep = "keep".equalsIgnoreCase(background);
        return product.withBackground(keep ? Optional.empty() : Optional.of(Rgb.parse(background)));
    }

    private static ObjectNode proof(FinishedPhoto photo, PhotoCheckResult check) {
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
        node.put("verdict", check.verdict().name());
        check.failures().forEach(f -> node.withArray("failed").add(f.check().value()));
        return node;
    }
}
