/** Portraits drawn by our own code, with the truth about every landmark and pixel. */
module io.github.tucai.portraits {
    requires transitive java.desktop;
    requires static org.jspecify;

    exports io.github.tucai.portraits;
    exports io.github.tucai.portraits.spec;
}
