package io.github.tucai.cli;

import io.github.tucai.failure.PluginException;
import java.util.List;
import java.util.ServiceLoader;

/** Finds the one installed plug-in of a kind. */
final class Plugin {
    private Plugin() {}

    static <T extends io.github.tucai.spi.Plugin> T only(Class<T> kind) {
        List<T> found = ServiceLoader.load(kind).stream()
                .map(ServiceLoader.Provider::get)
                .filter(io.github.tucai.spi.Plugin::isAvailable)
                .toList();
        if (found.size() != 1) {
            throw new PluginException("Expected one " + kind.getSimpleName() + ", found "
                    + found.stream().map(io.github.tucai.spi.Plugin::id).toList());
        }
        return found.get(0);
    }
}
