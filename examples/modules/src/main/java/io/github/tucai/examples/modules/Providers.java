package io.github.tucai.examples.modules;

import io.github.tucai.spi.AuditSuite;
import io.github.tucai.spi.BundleFormat;
import io.github.tucai.spi.BundleSealer;
import io.github.tucai.spi.ChsiTransport;
import io.github.tucai.spi.CodeFormat;
import io.github.tucai.spi.CodeImageReader;
import io.github.tucai.spi.CollectionCodeDecoder;
import io.github.tucai.spi.FeedbackForm;
import io.github.tucai.spi.ImageAnalyzer;
import io.github.tucai.spi.KeyProvider;
import io.github.tucai.spi.PhotoFinisher;
import io.github.tucai.spi.Plugin;
import io.github.tucai.spi.PrintLayout;
import io.github.tucai.spi.WorkCalendar;
import java.util.List;
import java.util.ServiceLoader;

/** Starts every plug-in that is found and prints, one to a line: contract, class, id, and whether it can run here. */
final class Providers {
    private static final List<Class<? extends Plugin>> CONTRACTS = List.of(
            AuditSuite.class,
            BundleFormat.class,
            BundleSealer.class,
            ChsiTransport.class,
            CodeFormat.class,
            CodeImageReader.class,
            CollectionCodeDecoder.class,
            FeedbackForm.class,
            ImageAnalyzer.class,
            KeyProvider.class,
            PhotoFinisher.class,
            PrintLayout.class,
            WorkCalendar.class);

    private Providers() {}

    public static void main(String[] args) {
        for (Class<? extends Plugin> contract : CONTRACTS) {
            for (Plugin plugin : ServiceLoader.load(contract)) {
                System.out.println("plugin " + contract.getSimpleName() + " "
                        + plugin.getClass().getName() + " " + plugin.id() + " " + plugin.isAvailable());
            }
        }
        // On the class path the boot layer holds modules of the JDK only.
        ModuleLayer.boot().modules().stream()
                .map(Module::getName)
                .filter(name -> name.startsWith("io.github.tucai"))
                .sorted()
                .forEach(name -> System.out.println("module " + name));
    }
}
