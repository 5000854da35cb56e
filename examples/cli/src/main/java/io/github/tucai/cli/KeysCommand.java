package io.github.tucai.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tucai.cli.output.Json;
import io.github.tucai.crypto.KeyRing;
import io.github.tucai.key.KeyId;
import io.github.tucai.key.KeyInfo;
import io.github.tucai.key.KeyUse;
import io.github.tucai.key.Suite;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code keys}: the key ring in a folder. Every command prints the keys it made or changed, one JSON object a line. */
@Command(name = "keys", mixinStandardHelpOptions = true, resourceBundle = "io.github.tucai.cli.Messages")
final class KeysCommand implements Runnable {
    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new picocli.CommandLine.ParameterException(spec.commandLine(), Texts.get("error.subcommand"));
    }

    @Command(name = "new", mixinStandardHelpOptions = true)
    int make(
            @Option(names = "--keys", required = true, paramLabel = "DIR", descriptionKey = "keys") Path folder,
            @Option(names = "--suite", defaultValue = "SM", descriptionKey = "suite") Suite suite,
            @Option(names = "--use", descriptionKey = "use") @Nullable KeyUse use)
            throws IOException {
        try (KeyRing ring = KeyRing.existsIn(folder)
                ? Rings.open(folder)
                : Rings.create(folder, spec.commandLine().getErr())) {
            uses(use).forEach(each -> print(ring.generate(each, suite)));
        }
        return ExitStatus.DONE;
    }

    @Command(name = "list", mixinStandardHelpOptions = true)
    int list(@Option(names = "--keys", required = true, paramLabel = "DIR", descriptionKey = "keys") Path folder) {
        try (KeyRing ring = Rings.open(folder)) {
            ring.keys().forEach(this::print);
        }
        return ExitStatus.DONE;
    }

    @Command(name = "rotate", mixinStandardHelpOptions = true)
    int rotate(
            @Option(names = "--keys", required = true, paramLabel = "DIR", descriptionKey = "keys") Path folder,
            @Option(names = "--suite", defaultValue = "SM", descriptionKey = "suite") Suite suite,
            @Option(names = "--use", descriptionKey = "use") @Nullable KeyUse use) {
        try (KeyRing ring = Rings.open(folder)) {
            uses(use).forEach(each -> print(ring.rotate(each, suite)));
        }
        return ExitStatus.DONE;
    }

    @Command(name = "retire", mixinStandardHelpOptions = true)
    int retire(
            @Option(names = "--keys", required = true, paramLabel = "DIR", descriptionKey = "keys") Path folder,
            @Parameters(arity = "1..*", paramLabel = "KEY", descriptionKey = "keyIds") List<String> ids) {
        try (KeyRing ring = Rings.open(folder)) {
            List<KeyId> keys = ids.stream()
                    .map(id -> Usage.value(spec, "KEY", () -> new KeyId(id)))
                    .toList();
            keys.forEach(key -> print(ring.retire(key)));
        }
        return ExitStatus.DONE;
    }

    /** The anchor's key is asked for by name: it does not live with the others. */
    private static List<KeyUse> uses(@Nullable KeyUse one) {
        return one == null ? List.copyOf(EnumSet.complementOf(EnumSet.of(KeyUse.TRUST_SIGNING))) : List.of(one);
    }

    private void print(KeyInfo key) {
        ObjectNode node = Json.object();
        node.put("id", key.id().value());
        node.put("use", key.use().name());
        node.put("suite", key.suite().name());
        node.put("state", key.state().name());
        node.put("own", key.own());
        node.put("createdAt", key.createdAt().toString());
        spec.commandLine().getOut().println(Json.line(node));
    }
}
