package io.github.tucai.examples.modules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.github.tucai.spi.Plugin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Arrows between the modules point to the API, and third parties stay in the module that declares them. */
class ArrowsTest {
    private static Map<String, JavaClasses> modules = Map.of();

    @BeforeAll
    static void read() {
        modules = Jars.MODULES.stream().collect(toMap(identity(), ArrowsTest::classesOf));
    }

    @Test
    void theApiNeedsTheJdkAndJakartaValidationOnly() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(packages("api", "java..", "javax..", "jakarta.validation..", "org.jspecify.."))
                .check(modules.get("api"));
    }

    @Test
    void coreMeetsTheOthersThroughTheirContractsOnly() {
        apart("imaging", "crypto", "print").check(modules.get("core"));
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "ai.onnxruntime..",
                        "boofcv..",
                        "com.google.zxing..",
                        "com.twelvemonkeys..",
                        "org.apache.fontbox..",
                        "org.apache.pdfbox..",
                        "org.bouncycastle..")
                .check(modules.get("core"));
    }

    @Test
    void implementationsKnowNeitherCoreNorEachOther() {
        apart("core", "crypto", "print").check(modules.get("imaging"));
        apart("core", "imaging", "print").check(modules.get("crypto"));
        apart("core", "imaging", "crypto").check(modules.get("print"));
    }

    @Test
    void programsThatEmbedTheLibraryUseNoInternalPackage() {
        List<Path> programs = Jars.compiled("classes").stream()
                .filter(folder -> folder.startsWith(Jars.projectRoot().resolve("examples")))
                .toList();
        String[] internal = modules.values().stream()
                .flatMap(classes -> packageNames(classes).stream())
                .filter(name -> name.contains(".internal"))
                .toArray(String[]::new);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(internal)
                .check(new ClassFileImporter().importPaths(programs));
    }

    @Test
    void aPackageLivesInOneModule() {
        Map<String, String> owner = new HashMap<>();
        modules.forEach((module, classes) -> {
            for (String name : packageNames(classes)) {
                assertThat(owner.put(name, module)).as(name).isNull();
            }
        });
    }

    @Test
    void everyPluginContractIsLookedUpAtTheStart() throws IOException {
        Set<String> contracts = modules.get("api").stream()
                .filter(type -> type.isInterface() && type.isAssignableTo(Plugin.class))
                .filter(type -> !type.isEquivalentTo(Plugin.class))
                .map(JavaClass::getName)
                .collect(Collectors.toSet());
        Module program = Providers.class.getModule();
        assertThat(program.isNamed()).as("tests run on the class path").isFalse();
        try (var jar = new JarFile(Jars.program().toFile());
                var descriptor = jar.getInputStream(jar.getEntry("module-info.class"))) {
            assertThat(ModuleDescriptor.read(descriptor).uses()).containsExactlyInAnyOrderElementsOf(contracts);
        }
    }

    private static ArchRule apart(String... others) {
        String[] theirs = List.of(others).stream()
                .flatMap(other -> packageNames(modules.get(other)).stream())
                .toArray(String[]::new);
        return noClasses().should().dependOnClassesThat().resideInAnyPackage(theirs);
    }

    private static String[] packages(String module, String... more) {
        Set<String> names = packageNames(modules.get(module));
        names.addAll(List.of(more));
        return names.toArray(String[]::new);
    }

    private static Set<String> packageNames(JavaClasses classes) {
        return classes.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());
    }

    private static JavaClasses classesOf(String module) {
        try (JarFile jar = new JarFile(Jars.of(module).toFile())) {
            return new ClassFileImporter()
                    .withImportOption(location -> !location.contains("/shaded/"))
                    .importJar(jar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
