package io.github.tucai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FileNamesProperties {
    @Property(tries = 300)
    void noTwoFilesShareAName(@ForAll("files") List<Path> files) {
        List<String> names = FileNames.of(files, Set.of("index"));
        assertThat(names).hasSameSizeAs(files);
        assertThat(names.stream().map(name -> name.toLowerCase(Locale.ROOT)))
                .doesNotHaveDuplicates()
                .doesNotContain("index");
    }

    @Example
    void aNameThatNobodySharesStays() {
        assertThat(FileNames.of(
                        List.of(Path.of("a", "one.jpg"), Path.of("b", "two.jpg"), Path.of("c", "One.JPG")), Set.of()))
                .containsExactly("one.jpg", "two.jpg", "One-2.JPG");
        assertThat(FileNames.of(List.of(Path.of("a", "x"), Path.of("b", "x"), Path.of("x-2")), Set.of()))
                .containsExactly("x", "x-2", "x-2-2");
    }

    @Provide
    static Arbitrary<List<Path>> files() {
        Arbitrary<String> folder = Arbitraries.of("a", "b");
        Arbitrary<String> name = Arbitraries.of("p.jpg", "P.jpg", "p-2.jpg", "index", "INDEX", "p", ".p", "p-2-2.jpg");
        return folder.flatMap(in -> name.map(last -> Path.of(in, last))).list().ofMaxSize(12);
    }
}
