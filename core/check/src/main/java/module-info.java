/** Judges photos: profiles, checks, live guidance. */
// The campaign is built after this module, and the compiler warns that it does not know it yet.
@SuppressWarnings("module")
module io.github.tucai.check {
    requires static org.jspecify;
    requires transitive io.github.tucai.api;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;

    exports io.github.tucai.check;
    exports io.github.tucai.check.internal.plugin to
            io.github.tucai.campaign;

    uses io.github.tucai.spi.ImageAnalyzer;
    uses io.github.tucai.spi.PhotoFinisher;
}
