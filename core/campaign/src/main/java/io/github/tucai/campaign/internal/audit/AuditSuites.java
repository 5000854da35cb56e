package io.github.tucai.campaign.internal.audit;

import io.github.tucai.check.internal.plugin.Plugins;
import io.github.tucai.failure.PluginException;
import io.github.tucai.spi.AuditSuite;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/** The audit suites at hand: the platform's, and those of plug-ins. */
public final class AuditSuites {
    private final AuditSuite preferred;
    private final Map<String, AuditSuite> byAlgorithm = new HashMap<>();

    private AuditSuites(AuditSuite preferred, List<AuditSuite> all) {
        this.preferred = preferred;
        for (AuditSuite suite : all) {
            AuditSuite other = byAlgorithm.put(suite.algorithm(), suite);
            if (other != null) {
                throw new PluginException("Two audit suites, [" + other.id() + ", " + suite.id() + "], both hash with "
                        + suite.algorithm() + "; leave one out");
            }
        }
    }

    /** With these plug-ins: the only one is preferred, or the platform's where there is none. */
    public static AuditSuites of(List<AuditSuite> plugins) {
        AuditSuite own = new JdkAuditSuite();
        List<AuditSuite> all = new ArrayList<>(plugins);
        all.add(own);
        if (plugins.size() > 1) {
            throw new PluginException("Expected at most one AuditSuite, found "
                    + plugins.stream().map(AuditSuite::id).sorted().toList() + "; choose one on the builder");
        }
        return new AuditSuites(plugins.isEmpty() ? own : plugins.get(0), all);
    }

    /** With every plug-in that is installed. */
    public static AuditSuites installed() {
        return of(Plugins.available(AuditSuite.class, ServiceLoader.load(AuditSuite.class)));
    }

    /** What new rows are made with. */
    public AuditSuite preferred() {
        return preferred;
    }

    /** The suite that hashes with this algorithm. */
    Optional<AuditSuite> named(String algorithm) {
        return Optional.ofNullable(byAlgorithm.get(algorithm));
    }
}
