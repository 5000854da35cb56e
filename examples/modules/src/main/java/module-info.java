/** Starts with all published modules on the module path. */
module io.github.tucai.examples.modules {
    requires com.h2database;
    requires static org.jspecify;
    requires io.github.tucai.api;
    requires io.github.tucai.campaign;
    requires io.github.tucai.check;
    requires io.github.tucai.crypto;
    requires io.github.tucai.imaging;
    requires io.github.tucai.print;

    uses io.github.tucai.spi.AuditSuite;
    uses io.github.tucai.spi.BundleFormat;
    uses io.github.tucai.spi.BundleSealer;
    uses io.github.tucai.spi.ChsiTransport;
    uses io.github.tucai.spi.CodeFormat;
    uses io.github.tucai.spi.CodeImageReader;
    uses io.github.tucai.spi.CollectionCodeDecoder;
    uses io.github.tucai.spi.FeedbackForm;
    uses io.github.tucai.spi.ImageAnalyzer;
    uses io.github.tucai.spi.KeyProvider;
    uses io.github.tucai.spi.PhotoFinisher;
    uses io.github.tucai.spi.PrintLayout;
    uses io.github.tucai.spi.WorkCalendar;
}
