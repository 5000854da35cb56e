package io.github.tucai.examples.modules;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The finished jars start in a Java machine of their own. */
class StartTest {
    private static final String MODULE = "io.github.tucai.examples.modules";
    private static final String MAIN = MODULE + ".Providers";

    @TempDir
    private static Path folder;

    private static List<String> onTheModulePath = List.of();
    private static List<String> onTheClassPath = List.of();

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        onTheModulePath = run("--module-path", path(), "--module", MODULE + "/" + MAIN);
        onTheClassPath = run("--class-path", path(), MAIN);
    }

    @Test
    void allStartOnTheModulePath() {
        assertThat(onTheModulePath)
                .contains(
                        "module io.github.tucai.api",
                        "module io.github.tucai.campaign",
                        "module io.github.tucai.check",
                        "module io.github.tucai.crypto",
                        "module io.github.tucai.imaging",
                        "module io.github.tucai.print");
    }

    @Test
    void aCampaignStartsOnBothPathsAndNothingIsAddedByHand() throws IOException, InterruptedException {
        String main = "io.github.tucai.examples.modules.CampaignStart";
        Path one = Files.createDirectory(folder.resolve("module-path"));
        Path other = Files.createDirectory(folder.resolve("class-path"));

        assertThat(run("--module-path", path(), "--module", MODULE + "/" + main, one.toString()))
                .contains("campaign jiangsu-2024 with 1 school");
        assertThat(run("--class-path", path(), main, other.toString())).contains("campaign jiangsu-2024 with 1 school");
    }

    @Test
    void bothPathsFindTheSamePlugins() {
        assertThat(plugins(onTheModulePath)).isEqualTo(plugins(onTheClassPath)).isNotEmpty();
    }

    @Test
    void everyPartHasOneDefaultThatRunsHere() {
        assertThat(plugins(onTheClassPath))
                .allSatisfy(line -> assertThat(line).endsWith(" true"))
                .extracting(line -> line.split(" ")[1])
                .contains(
                        "AuditSuite",
                        "BundleFormat",
                        "CodeFormat",
                        "CodeImageReader",
                        "FeedbackForm",
                        "ImageAnalyzer",
                        "PhotoFinisher",
                        "PrintLayout");
    }

    @Test
    void everyModuleHasANameOfItsOwn() {
        for (String module : Jars.MODULES) {
            assertThat(ModuleFinder.of(Jars.of(module)).findAll())
                    .singleElement()
                    .satisfies(found -> {
                        assertThat(found.descriptor().name()).isEqualTo("io.github.tucai." + module);
                        assertThat(found.descriptor().isAutomatic()).isFalse();
                    });
        }
    }

    @Test
    void thePublishedPomOfImagingAsksForNoJarOfBoofCv() throws IOException {
        assertThat(Jars.projectRoot().resolve("imaging/dependency-reduced-pom.xml"))
                .content()
                .contains("<artifactId>onnxruntime</artifactId>")
                .doesNotContain(
                        "<groupId>org.boofcv</groupId>",
                        "<groupId>org.ddogleg</groupId>",
                        "<groupId>org.ejml</groupId>",
                        "<groupId>org.georegression</groupId>");
    }

    @Test
    void theJarOfImagingHoldsNoConverterOfNetworks() throws IOException {
        Set<String> converter = simpleNames(Jars.projectRoot().resolve("examples/convert/target/classes"));
        assertThat(converter).contains("TfLiteReader.class", "ProtoWriter.class");
        try (JarFile jar = new JarFile(Jars.of("imaging").toFile())) {
            assertThat(jar.stream()
                            .map(JarEntry::getName)
                            .filter(name -> !name.contains("/shaded/"))
                            .map(name -> name.substring(name.lastIndexOf('/') + 1)))
                    .contains("selfie_segmenter.onnx")
                    .noneMatch(name -> name.endsWith(".tflite"))
                    .doesNotContainAnyElementsOf(converter);
        }
    }

    private static Set<String> simpleNames(Path classes) throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class") && !name.equals("package-info.class"))
                    .collect(Collectors.toSet());
        }
    }

    private static List<String> plugins(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("plugin "))
                .sorted()
                .toList();
    }

    private static String path() {
        return Stream.concat(Stream.of(Jars.program()), Jars.runtime().stream())
                .map(Path::toString)
                .collect(joining(File.pathSeparator));
    }

    private static List<String> run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(folder, "out", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectErrorStream(true)
                .start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("ended in time").isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as(Files.readString(out)).isZero();
        return Files.readAllLines(out);
    }
}
