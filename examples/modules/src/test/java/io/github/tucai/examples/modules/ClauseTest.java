package io.github.tucai.examples.modules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.tucai.contract.Clause;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Every clause that the project serves so far is held by a law, not only by examples. */
class ClauseTest {
    /** Ids as the notice and its annexes are numbered in the requirements. */
    private static final List<String> SERVED = List.of(
            "N0.1", "N0.2", "N0.3", "N0.4", "N1.1", "N2.1a", "N2.1b", "N2.2a", "N2.2b", "N2.2c", "N2.4a", "N2.4b",
            "N3.1", "N3.3", "N4.3", "A1.0", "A1.2", "A2.3.1", "A2.3.2", "A2.3.3", "A3");

    @Test
    void everyClauseHasAProperty() {
        Map<String, TreeSet<String>> properties = propertiesByClause();
        assertThat(SERVED)
                .as("clauses that no jqwik property cites with @Clause")
                .allMatch(properties::containsKey);
    }

    private static Map<String, TreeSet<String>> propertiesByClause() {
        Map<String, TreeSet<String>> properties = new TreeMap<>();
        for (JavaClass type : new ClassFileImporter().importPaths(Jars.compiled("test-classes"))) {
            for (JavaMethod method : type.getMethods()) {
                if (method.isAnnotatedWith(Property.class)) {
                    clauses(method).forEach(clause -> properties
                            .computeIfAbsent(clause, id -> new TreeSet<>())
                            .add(method.getFullName()));
                }
            }
        }
        return properties;
    }

    private static Stream<String> clauses(JavaMethod method) {
        return Stream.concat(
                        method.tryGetAnnotationOfType(Clause.class).stream(),
                        method.getOwner().tryGetAnnotationOfType(Clause.class).stream())
                .flatMap(clause -> Stream.of(clause.value()));
    }
}
