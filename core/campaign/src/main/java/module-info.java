/** The workflow of a campaign, its storage and delivery. */
module io.github.tucai.campaign {
    requires static org.jspecify;
    requires transitive io.github.tucai.api;
    requires transitive io.github.tucai.check;
    requires transitive java.sql;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.datatype.jdk8;
    requires com.fasterxml.jackson.datatype.jsr310;
    requires com.github.kagkarlsson.scheduler;
    requires dev.failsafe.core;
    requires flyway.core;
    // Jdbi needs it and, having no module descriptor, does not ask for it itself.
    requires io.leangen.geantyref;
    requires org.jdbi.v3.core;
    requires org.slf4j;

    exports io.github.tucai;

    uses io.github.tucai.spi.AuditSuite;
    uses io.github.tucai.spi.BundleFormat;
    uses io.github.tucai.spi.ChsiTransport;
    uses io.github.tucai.spi.CodeFormat;
    uses io.github.tucai.spi.CodeImageReader;
    uses io.github.tucai.spi.PhotoFinisher;
}
