package io.github.tucai.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tucai.cli.output.Json;
import io.github.tucai.cli.output.QrPicture;
import io.github.tucai.cli.output.WholeFile;
import io.github.tucai.code.CodeClaims;
import io.github.tucai.code.CollectionCode;
import io.github.tucai.crypto.CodeIssuer;
import io.github.tucai.crypto.KeyRing;
import io.github.tucai.crypto.Tc1;
import io.github.tucai.key.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code code issue}: TC1 codes as text and PNG, as the sandbox registry hands them out. */
@Command(name = "issue", mixinStandardHelpOptions = true, resourceBundle = "io.github.tucai.cli.Messages")
final class CodeIssueCommand implements Callable<Integer> {
    @Option(names = "--keys", required = true, paramLabel = "DIR", descriptionKey = "keys")
    Path keys = Path.of("");

    @Option(names = "--claims", required = true, paramLabel = "FILE.json", descriptionKey = "claims")
    Path claims = Path.of("");

    @Option(names = "--suite", defaultValue = "SM", descriptionKey = "suite")
    Suite suite = Suite.SM;

    @Option(names = "--out", required = true, paramLabel = "DIR", descriptionKey = "outDir")
    Path out = Path.of("");

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        JsonNode given = Json.MAPPER.readTree(Files.readString(claims));
        SecureRandom random = new SecureRandom();
        // All are read before one is issued: a fault in the last leaves no code behind.
        List<CodeClaims> all = new ArrayList<>();
        for (JsonNode one :
                given.isArray() ? given : Json.MAPPER.createArrayNode().add(given)) {
            all.add(Claims.read(one, random));
        }
        Files.createDirectories(out);
        OutputFiles files = OutputFiles.of(spec, List.of(claims));
        for (int i = 0; i < all.size(); i++) {
            files.write(out.resolve(name(i) + ".txt")).write(out.resolve(name(i) + ".png"));
        }
        try (KeyRing ring = Rings.open(keys)) {
            CodeIssuer issuer = Tc1.issuer(ring, suite, random);
            for (int i = 0; i < all.size(); i++) {
                issue(issuer.issue(all.get(i)), name(i));
            }
        }
        return ExitStatus.DONE;
    }

    /** Files are numbered in the order of the claims: a file name tells nothing of a person. */
    private static String name(int place) {
        return String.format(Locale.ROOT, "code-%04d", place + 1);
    }

    private void issue(CollectionCode code, String name) throws IOException {
        WholeFile.write(out.resolve(name + ".txt"), code.text() + "\n");
        QrPicture.write(code.text(), out.resolve(name + ".png"));
        spec.commandLine().getOut().println(code.text());
    }
}
