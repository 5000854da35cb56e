package io.github.tucai.examples.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What CONTRIBUTING.md tells people to touch is there. */
class ContributingTest {
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
    /** A folder or file by its path, a file by its name, or a type. */
    private static final Pattern NAMED =
            Pattern.compile("[\\w.-]+(/[\\w.-]+)+|[\\w-]+\\.(json|sql|txt|java|properties)|[A-Z]\\w*[a-z]\\w*");

    @Test
    void everyFileThatItNamesExists() throws IOException {
        List<String> named = Files.readAllLines(Jars.projectRoot().resolve("CONTRIBUTING.md")).stream()
                .filter(line -> line.startsWith("| "))
                .flatMap(line -> QUOTED.matcher(line).results())
                .map(MatchResult::group)
                .map(quoted -> quoted.substring(1, quoted.length() - 1))
                .filter(quoted -> NAMED.matcher(quoted).matches())
                .toList();

        assertThat(named).hasSizeGreaterThan(50).isSubsetOf(names());
    }

    /** Paths from the root, file names, and names of types, of all that is not built. */
    private static Set<String> names() throws IOException {
        Path root = Jars.projectRoot();
        Set<String> names = new HashSet<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = folder.getFileName().toString();
                boolean left = name.equals("target") || name.equals(".git");
                names.add(root.relativize(folder).toString());
                return left ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = file.getFileName().toString();
                names.add(root.relativize(file).toString());
                names.add(name);
                names.add(name.replaceFirst("\\.java$", ""));
                return FileVisitResult.CONTINUE;
            }
        });
        return names;
    }
}
