package io.github.tucai.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tucai.AuditLog;
import io.github.tucai.cli.output.Json;
import io.github.tucai.crypto.KeyRing;
import io.github.tucai.key.KeyInfo;
import io.github.tucai.key.KeyUse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code audit}: the chains and the anchors of the event log. */
@Command(name = "audit", mixinStandardHelpOptions = true, resourceBundle = "io.github.tucai.cli.Messages")
final class AuditCommand implements Callable<Integer> {
    @Option(names = "--db", required = true, paramLabel = "URL", descriptionKey = "db")
    String url = "";

    @Option(names = "--user", paramLabel = "NAME", descriptionKey = "dbUser")
    @Nullable
    String user;

    @Option(names = "--keys", paramLabel = "DIR", descriptionKey = "auditKeys")
    @Nullable
    Path keys;

    @Option(names = "--seen", paramLabel = "HASH", descriptionKey = "seen")
    List<String> seen = List.of();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        List<KeyInfo> signers = keys == null ? List.of() : signers(keys);
        DataSource database = AuditDatabase.of(url, user)
                .orElseThrow(() -> new ParameterException(spec.commandLine(), Texts.get("error.db")));
        AuditLog.Report report = AuditLog.verify(database, signers, seen);
        ObjectNode node = Json.object();
        node.put("streams", report.streams());
        node.put("events", report.events());
        node.put("anchors", report.anchors());
        node.put("unanchored", report.unanchored());
        report.newest().ifPresent(anchor -> {
            ObjectNode newest = node.putObject("newest");
            newest.put("number", anchor.number());
            newest.put("taken", anchor.taken().toString());
            newest.put("hash", anchor.hash());
            anchor.signer().ifPresent(key -> newest.put("signer", key.value()));
        });
        node.put("signatures", signers.isEmpty() ? "not checked" : "checked");
        node.put("holds", report.holds());
        report.faults().forEach(fault -> node.withArray("faults").add(fault));
        spec.commandLine().getOut().println(Json.line(node));
        return report.holds() ? ExitStatus.DONE : ExitStatus.FOUND;
    }

    /** A ring without such a key would leave signatures unlooked at, though somebody asked for them. */
    private List<KeyInfo> signers(Path folder) {
        try (KeyRing ring = Rings.open(folder)) {
            List<KeyInfo> signers = ring.keys().stream()
                    .filter(key -> key.use() == KeyUse.AUDIT_SIGNING)
                    .toList();
            if (signers.isEmpty()) {
                throw new ParameterException(spec.commandLine(), Texts.get("error.auditKeys"));
            }
            return signers;
        }
    }
}
