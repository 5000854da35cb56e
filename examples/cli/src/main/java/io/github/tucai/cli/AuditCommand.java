package io.github.tucai.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tucai.AuditLog;
import java.util.concurrent.Callable;
import org.h2.jdbcx.JdbcDataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code audit}: the hash chain of the event log. */
@Command(name = "audit", mixinStandardHelpOptions = true, resourceBundle = "io.github.tucai.cli.Messages")
final class AuditCommand implements Callable<Integer> {
    @Option(names = "--db", required = true, paramLabel = "URL", descriptionKey = "db")
    String url = "";

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (!url.startsWith("jdbc:h2:")) {
            throw new IllegalArgumentException(
                    "--db must be a URL of H2, such as jdbc:h2:file:./campaign;WRITE_DELAY=0");
        }
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(url);
        AuditLog.Report report = AuditLog.verify(database);
        ObjectNode node = Json.object();
        node.put("streams", report.streams());
        node.put("events", report.events());
        node.put("holds", report.holds());
        report.faults().forEach(fault -> node.withArray("faults").add(fault));
        spec.commandLine().getOut().println(Json.line(node));
        return report.holds() ? ExitStatus.DONE : ExitStatus.FOUND;
    }
}
