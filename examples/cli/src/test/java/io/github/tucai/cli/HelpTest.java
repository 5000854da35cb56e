package io.github.tucai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

@Isolated("it changes the locale")
class HelpTest {
    private static final Locale BEFORE = Locale.getDefault();

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(BEFORE);
    }

    static Stream<String> commands() {
        return below("", Main.commandLine());
    }

    private static Stream<String> below(String path, CommandLine line) {
        return line.getSubcommands().entrySet().stream()
                .filter(command -> !command.getKey().equals("help"))
                .flatMap(command -> Stream.concat(
                        Stream.of((path + " " + command.getKey()).strip()),
                        below(path + " " + command.getKey(), command.getValue())));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHelpsInEnglish(String command) {
        assertThat(help(Locale.ENGLISH, command + " --help"))
                .contains("Usage: tucai " + command, "Shows this help and ends.")
                .doesNotContain("${", "$");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHelpsInChinese(String command) {
        String help = help(Locale.SIMPLIFIED_CHINESE, command + " --help");

        assertThat(help).contains("用法", "显示本帮助。").doesNotContain("${", "$");
        assertThat(help).doesNotContainPattern("[a-z]+ [a-z]+ [a-z]+ [a-z]+\\.");
    }

    @Test
    void theListOfCommandsTellsThemApart() {
        assertThat(help(Locale.ENGLISH, "--help"))
                .contains("Checks photos against every rule", "Lays out print sheets", "Makes the product photo")
                .containsOnlyOnce("registration photos");
        assertThat(help(Locale.CHINA, "--help")).contains("按规则逐项检测照片", "用成品照片排版冲印");
    }

    @Test
    void anyOtherLanguageGetsEnglish() {
        assertThat(help(Locale.forLanguageTag("ar-EG"), "check --help")).contains("Checks photos");
    }

    @Test
    void bothLanguagesSayTheSameThings() throws IOException {
        assertThat(texts("Messages_zh.properties").keySet())
                .isEqualTo(texts("Messages.properties").keySet());
    }

    @Test
    void noTextLosesAnApostrophe() throws IOException {
        // A single one is a quote to MessageFormat and swallows what follows.
        for (String file : new String[] {"Messages.properties", "Messages_zh.properties"}) {
            texts(file).forEach((key, text) -> {
                if (String.valueOf(key).matches("(error|keys|plan|code|deadline)\\..*")) {
                    assertThat(String.valueOf(text)).as("%s", key).doesNotContain("'");
                }
            });
        }
    }

    private static String help(Locale locale, String line) {
        Locale.setDefault(locale);
        return Cli.run((Object[]) line.strip().split(" ")).isDone().out();
    }

    private static Properties texts(String file) throws IOException {
        Properties texts = new Properties();
        try (InputStream in = Objects.requireNonNull(Main.class.getResourceAsStream(file))) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts;
    }
}
