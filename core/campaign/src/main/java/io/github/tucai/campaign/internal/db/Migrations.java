package io.github.tucai.campaign.internal.db;

import io.github.tucai.failure.TucaiException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/** Brings the tables up to date. Reads its scripts itself, since Flyway cannot look into a named module. */
final class Migrations {
    private static final List<String> SCRIPTS = List.of(
            "V1__campaign.sql",
            "V2__anchors.sql",
            "V3__protection.sql",
            "V4__handed_in_photo.sql",
            "V5__wrong_factor.sql",
            "V6__kept_photo.sql",
            "V7__delivery.sql",
            "V8__payment_booking.sql",
            "V9__listed_school.sql",
            "V10__rows.sql");

    private Migrations() {}

    static void run(DataSource dataSource) {
        try {
            Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(dataSource)
                    .table("tucai_schema_history")
                    .outOfOrder(true)
                    .resourceProvider(new OwnScripts())
                    .loggers("slf4j")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new TucaiException(
                    "the tables could not be brought up to date; give the database user the right to create tables, or"
                            + " restore the backup if a migration was changed by hand",
                    e);
        }
    }

    private static final class OwnScripts implements ResourceProvider {
        @Override
        public @Nullable LoadableResource getResource(String name) {
            return SCRIPTS.contains(name) ? new Script(name) : null;
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return SCRIPTS.stream()
                    .filter(name ->
                            name.startsWith(prefix) && Arrays.stream(suffixes).anyMatch(name::endsWith))
                    .<LoadableResource>map(Script::new)
                    .toList();
        }
    }

    private static final class Script extends LoadableResource {
        private final String name;

        Script(String name) {
            this.name = name;
        }

        @Override
        public Reader read() {
            try (InputStream in = Migrations.class.getResourceAsStream(name)) {
                if (in == null) {
                    throw new IllegalStateException(name + " is missing from the jar");
                }
                return new StringReader(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new TucaiException("cannot read " + name + " from the jar", e);
            }
        }

        @Override
        public String getAbsolutePath() {
            return name;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return name;
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public String getRelativePath() {
            return name;
        }
    }
}
