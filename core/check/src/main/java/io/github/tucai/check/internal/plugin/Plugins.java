package io.github.tucai.check.internal.plugin;

import io.github.tucai.failure.PluginException;
import io.github.tucai.spi.Plugin;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** Chooses one plug-in of a kind. Order on the class path never decides. */
public final class Plugins {
    private Plugins() {}

    /**
     * The only one that can run here.
     *
     * @throws PluginException if there is none or several
     */
    public static <P extends Plugin> P only(Class<P> kind, ServiceLoader<P> loader) {
        List<P> all = load(kind, loader);
        List<P> available = all.stream().filter(Plugin::isAvailable).toList();
        if (available.size() == 1) {
            return available.get(0);
        }
        if (available.isEmpty()) {
            throw new PluginException("Found no " + kind.getSimpleName() + " that can run here"
                    + (all.isEmpty() ? "" : ", only " + ids(all))
                    + "; add a module that provides one (tucai-imaging, tucai-crypto and tucai-print hold ours), or pass"
                    + " an instance to the builder");
        }
        throw new PluginException(
                "Expected one " + kind.getSimpleName() + ", found " + ids(available) + "; choose one on the builder");
    }

    /**
     * The one with an id.
     *
     * @throws PluginException if there is none, or it cannot run here
     */
    public static <P extends Plugin> P named(String id, Class<P> kind, ServiceLoader<P> loader) {
        List<P> all = load(kind, loader);
        List<P> matching = all.stream().filter(plugin -> plugin.id().equals(id)).toList();
        if (matching.size() != 1) {
            throw new PluginException("Expected one " + kind.getSimpleName() + " '" + id + "', found " + matching.size()
                    + " among " + ids(all));
        }
        if (!matching.get(0).isAvailable()) {
            throw new PluginException(kind.getSimpleName() + " '" + id + "' cannot run on this machine");
        }
        return matching.get(0);
    }

    /** All that can run here. */
    public static <P extends Plugin> List<P> available(Class<P> kind, ServiceLoader<P> loader) {
        return load(kind, loader).stream().filter(Plugin::isAvailable).toList();
    }

    private static <P extends Plugin> List<P> load(Class<P> kind, ServiceLoader<P> loader) {
        try {
            List<P> all = new ArrayList<>();
            loader.forEach(all::add);
            return all;
        } catch (ServiceConfigurationError e) {
            throw new PluginException("A provider of " + kind.getSimpleName() + " could not be loaded", e);
        }
    }

    private static String ids(List<? extends Plugin> plugins) {
        return plugins.stream().map(Plugin::id).sorted().collect(Collectors.joining(", ", "[", "]"));
    }
}
