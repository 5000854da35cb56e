package io.github.tucai.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadmeTest {
    private static final Path ROOT = Path.of(System.getProperty("tucai.root"));
    private static final Pattern SNIPPET = Pattern.compile("```java\\R(PhotoChecker checker.*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.zh-CN.md"})
    void theLinesThatWorkAreTheExamplesOwn(String readme) throws IOException {
        String source = Files.readString(
                ROOT.resolve("examples/quickstart/src/main/java/io/github/tucai/quickstart/Quickstart.java"));
        Matcher snippet = SNIPPET.matcher(Files.readString(ROOT.resolve(readme)));

        assertThat(snippet.find()).as("%s shows the quickstart", readme).isTrue();
        assertThat(source).contains(snippet.group(1).indent(8));
    }
}
