/** The rules over photos, the workflow of a campaign, storage and delivery. */
module io.github.tucai.core {
    requires static org.jspecify;
    requires transitive io.github.tucai.api;
    requires transitive java.sql;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.datatype.jdk8;
    requires com.fasterxml.jackson.datatype.jsr310;
    requires dev.failsafe.core;
    requires org.slf4j;
    // Optional: what only storage needs. The builder names the one that is missing.
    requires static com.github.kagkarlsson.scheduler;
    requires static flyway.core;
    requires static org.jdbi.v3.core;

    exports io.github.tucai;
    exports io.github.tucai.check;

    uses io.github.tucai.spi.AuditSuite;
    uses io.github.tucai.spi.BundleFormat;
    uses io.github.tucai.spi.ChsiTransport;
    uses io.github.tucai.spi.CodeFormat;
    uses io.github.tucai.spi.CodeImageReader;
    uses io.github.tucai.spi.ImageAnalyzer;
    uses io.github.tucai.spi.PhotoFinisher;
}
