package io.github.tucai.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tucai.Campaigns;
import io.github.tucai.RowRebuild;
import io.github.tucai.cli.output.Json;
import io.github.tucai.failure.TucaiException;
import io.github.tucai.schedule.Campaign;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code rebuild}: the rows that lists and reports read, made anew from the event log. */
@Command(name = "rebuild", mixinStandardHelpOptions = true, resourceBundle = "io.github.tucai.cli.Messages")
final class RebuildCommand implements Callable<Integer> {
    private static final int KEY_BYTES = 32;

    @Option(names = "--db", required = true, paramLabel = "URL", descriptionKey = "db")
    String url = "";

    @Option(names = "--user", paramLabel = "NAME", descriptionKey = "dbUser")
    @Nullable
    String user;

    @Option(names = "--campaign", paramLabel = "FILE", descriptionKey = "rebuildCampaign")
    @Nullable
    Path campaign;

    @Option(names = "--kek", required = true, paramLabel = "ID=FILE", descriptionKey = "kek")
    Map<String, Path> keks = Map.of();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Override
    @SuppressWarnings("try")
    public Integer call() throws IOException {
        DataSource database = AuditDatabase.of(url, user)
                .orElseThrow(() -> new ParameterException(spec.commandLine(), Texts.get("error.db")));
        Campaign run = campaign == null ? Campaigns.jiangsu2024() : Campaigns.read(campaign);
        Map<String, byte[]> keys = keys();
        // Held, so that a file of H2 is opened once.
        try (Connection open = database.getConnection()) {
            int streams = RowRebuild.run(database, run, keys);
            ObjectNode node = Json.object();
            node.put("campaign", run.id());
            node.put("streams", streams);
            spec.commandLine().getOut().println(Json.line(node));
            return ExitStatus.DONE;
        } catch (SQLException e) {
            throw new TucaiException("the database cannot be reached; check URL, user and that it runs", e);
        } finally {
            keys.values().forEach(key -> Arrays.fill(key, (byte) 0));
        }
    }

    private Map<String, byte[]> keys() throws IOException {
        Map<String, byte[]> keys = new LinkedHashMap<>();
        for (Map.Entry<String, Path> kek : keks.entrySet()) {
            byte[] key = Files.readAllBytes(kek.getValue());
            if (key.length != KEY_BYTES) {
                throw new ParameterException(
                        spec.commandLine(),
                        Texts.get("error.kek", kek.getValue().getFileName(), KEY_BYTES, key.length));
            }
            keys.put(kek.getKey(), key);
        }
        return keys;
    }
}
