/** Values, the vocabulary of the rules, exceptions and plug-in contracts. */
module io.github.tucai.api {
    requires static transitive org.jspecify;
    requires transitive jakarta.validation;

    exports io.github.tucai.answer;
    exports io.github.tucai.capture;
    exports io.github.tucai.code;
    exports io.github.tucai.constraint;
    exports io.github.tucai.delivery;
    exports io.github.tucai.failure;
    exports io.github.tucai.graduate;
    exports io.github.tucai.key;
    exports io.github.tucai.payment;
    exports io.github.tucai.photo;
    exports io.github.tucai.print;
    exports io.github.tucai.proofing;
    exports io.github.tucai.schedule;
    exports io.github.tucai.school;
    exports io.github.tucai.spi;
}
