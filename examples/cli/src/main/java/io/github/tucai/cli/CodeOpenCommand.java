package io.github.tucai.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tucai.cli.output.Json;
import io.github.tucai.code.CodeOpening;
import io.github.tucai.code.CodeReading;
import io.github.tucai.code.CodeRejection;
import io.github.tucai.code.CollectionCode;
import io.github.tucai.crypto.KeyRing;
import io.github.tucai.crypto.Tc1;
import io.github.tucai.spi.CodeImageReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code code open}: the masked claims of a code, or why it is refused. */
@Command(name = "open", mixinStandardHelpOptions = true, resourceBundle = "io.github.tucai.cli.Messages")
final class CodeOpenCommand implements Callable<Integer> {
    private static final Duration BUDGET = Duration.ofSeconds(2);
    private static final long MOST_TEXT_BYTES = 64 << 10;

    @Option(names = "--keys", required = true, paramLabel = "DIR", descriptionKey = "keys")
    Path keys = Path.of("");

    @Parameters(arity = "1", paramLabel = "TEXT|IMAGE", descriptionKey = "codeOrPicture")
    String codeOrPicture = "";

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        List<String> texts = List.of(codeOrPicture);
        if (isFile(codeOrPicture)) {
            CodeReading reading = Plugin.only(CodeImageReader.class).read(Photos.read(Path.of(codeOrPicture)), BUDGET);
            if (reading.failure().equals(Optional.of(CodeReading.Failure.NOT_AN_IMAGE)) && isText(codeOrPicture)) {
                texts = List.of(TextBytes.decode(Files.readAllBytes(Path.of(codeOrPicture))));
            } else if (reading.failure().isPresent()) {
                String failure = reading.failure().get().name();
                return refused(failure, Texts.get("code.failure." + failure));
            } else {
                texts = reading.symbols().stream().map(CodeReading.Symbol::text).toList();
            }
        }
        // A poster may show other symbols beside the code.
        CodeOpening opening = texts.stream()
                .flatMap(text -> code(text).stream())
                .findFirst()
                .map(this::open)
                .orElse(new CodeOpening.Refused(CodeRejection.UNKNOWN_FORMAT));
        if (opening instanceof CodeOpening.Refused refused) {
            return refused(
                    refused.reason().name(),
                    Texts.get("code.refused." + refused.reason().name()));
        }
        spec.commandLine().getOut().println(Json.line(Claims.write(((CodeOpening.Opened) opening).claims())));
        return ExitStatus.DONE;
    }

    private static Optional<CollectionCode> code(String text) {
        try {
            return Optional.of(Tc1.clean(CollectionCode.parse(text)))
                    .filter(code -> code.text().startsWith(Tc1.PREFIX));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private CodeOpening open(CollectionCode code) {
        try (KeyRing ring = Rings.open(keys)) {
            return Tc1.decoder(ring).open(code, Instant.now());
        }
    }

    private int refused(String reason, String advice) {
        ObjectNode node = Json.object();
        node.put("refused", reason);
        spec.commandLine().getOut().println(Json.line(node));
        spec.commandLine().getErr().println(advice);
        return ExitStatus.FOUND;
    }

    /** As {@code code issue} writes it, or saved from a mail. */
    private static boolean isText(String file) throws IOException {
        return Files.size(Path.of(file)) <= MOST_TEXT_BYTES
                && code(TextBytes.decode(Files.readAllBytes(Path.of(file)))).isPresent();
    }

    private static boolean isFile(String text) {
        try {
            return Files.isRegularFile(Path.of(text));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
