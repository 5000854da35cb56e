package io.github.tucai.check.internal.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tucai.failure.PluginException;
import io.github.tucai.spi.Plugin;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginsTest {
    @TempDir
    private Path folder;

    @Test
    void takesTheOnlyOneThatCanRun() throws Exception {
        try (URLClassLoader classes = installed(Red.class, Broken.class)) {
            assertThat(Plugins.only(Kind.class, ServiceLoader.load(Kind.class, classes))
                            .id())
                    .isEqualTo("red");
        }
    }

    @Test
    void namesTheCandidatesWhereThereAreSeveral() throws Exception {
        try (URLClassLoader classes = installed(Red.class, Blue.class)) {
            assertThatThrownBy(() -> Plugins.only(Kind.class, ServiceLoader.load(Kind.class, classes)))
                    .isInstanceOf(PluginException.class)
                    .hasMessage("Expected one Kind, found [blue, red]; choose one on the builder");
        }
    }

    @Test
    void saysSoWhereThereIsNone() throws Exception {
        try (URLClassLoader classes = installed()) {
            assertThatThrownBy(() -> Plugins.only(Kind.class, ServiceLoader.load(Kind.class, classes)))
                    .isInstanceOf(PluginException.class)
                    .hasMessageContaining("Found no Kind");
        }
    }

    @Test
    void takesTheNamedOneAmongSeveral() throws Exception {
        try (URLClassLoader classes = installed(Red.class, Blue.class)) {
            assertThat(Plugins.named("blue", Kind.class, ServiceLoader.load(Kind.class, classes))
                            .id())
                    .isEqualTo("blue");
            assertThatThrownBy(() -> Plugins.named("green", Kind.class, ServiceLoader.load(Kind.class, classes)))
                    .isInstanceOf(PluginException.class)
                    .hasMessageContaining("'green'");
        }
    }

    @Test
    void refusesANamedOneThatCannotRunHere() throws Exception {
        try (URLClassLoader classes = installed(Broken.class)) {
            assertThatThrownBy(() -> Plugins.named("broken", Kind.class, ServiceLoader.load(Kind.class, classes)))
                    .isInstanceOf(PluginException.class)
                    .hasMessageContaining("cannot run");
        }
    }

    @Test
    void translatesAProviderThatDoesNotLoad() throws Exception {
        write("no.such.Provider");
        try (URLClassLoader classes = loader()) {
            assertThatThrownBy(() -> Plugins.only(Kind.class, ServiceLoader.load(Kind.class, classes)))
                    .isInstanceOf(PluginException.class)
                    .hasMessageContaining("Kind");
        }
    }

    private URLClassLoader installed(Class<?>... providers) throws IOException {
        write(Arrays.stream(providers).map(Class::getName).collect(Collectors.joining("\n")));
        return loader();
    }

    private void write(String names) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(Kind.class.getName()), names);
    }

    private URLClassLoader loader() throws IOException {
        return new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
    }

    /** A kind of plug-in. */
    public interface Kind extends Plugin {}

    /** Runs here. */
    public static final class Red implements Kind {
        @Override
        public String id() {
            return "red";
        }
    }

    /** Runs here too. */
    public static final class Blue implements Kind {
        @Override
        public String id() {
            return "blue";
        }
    }

    /** Its native library is missing. */
    public static final class Broken implements Kind {
        @Override
        public String id() {
            return "broken";
        }

        @Override
        public boolean isAvailable() {
            return false;
        }
    }
}
