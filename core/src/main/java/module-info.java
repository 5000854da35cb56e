/** The rules over photos, the workflow of a campaign, storage and delivery. */
module io.github.tucai.core {
    requires static org.jspecify;
    requires transitive io.github.tucai.api;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;

    exports io.github.tucai;

    uses io.github.tucai.spi.ImageAnalyzer;
}
