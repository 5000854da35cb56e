/** Default collection codes, sealed bundles, keys and the transports to the registry. */
module io.github.tucai.crypto {
    requires static transitive org.jspecify;
    requires transitive io.github.tucai.api;
    requires java.net.http;
    requires org.bouncycastle.pkix;
    requires org.bouncycastle.provider;
    requires org.bouncycastle.tls;
    requires org.bouncycastle.util;
    requires org.slf4j;

    exports io.github.tucai.crypto;

    provides io.github.tucai.spi.AuditSuite with
            io.github.tucai.crypto.SmAuditSuite;
    provides io.github.tucai.spi.BundleFormat with
            io.github.tucai.crypto.internal.CmsBundleFormat;
    provides io.github.tucai.spi.CodeFormat with
            io.github.tucai.crypto.internal.Tc1CodeFormat;
}
