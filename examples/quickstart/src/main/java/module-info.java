/** The shortest program that embeds the library. */
module io.github.tucai.quickstart {
    requires static org.jspecify;
    requires io.github.tucai.check;
}
