package io.github.tucai.benchmarks.faults;

import java.nio.file.Path;

/** Knows the windows of the vault by its files: a key, whose name ends so, and a photo beside it. */
final class VaultEar implements WatchedFiles.Ear {
    private static final String KEY = ".key";

    private final Points points;
    private final boolean sweeps;

    /** With a sweep that sees nothing, if it is not to sweep. */
    VaultEar(Points points, boolean sweeps) {
        this.points = points;
        this.sweeps = sweeps;
    }

    @Override
    public void writing(Path file) {
        if (name(file).contains(KEY)) {
            points.at(Window.BEFORE_VAULT);
        }
    }

    @Override
    public void placed(Path file) {
        points.at(name(file).endsWith(KEY) ? Window.HALF_VAULT : Window.AFTER_VAULT);
    }

    @Override
    public void deleted(Path file) {
        if (points.doing() == Points.Doing.ERASING) {
            points.at(Window.ERASING);
        } else if (points.doing() == Points.Doing.OWN) {
            points.at(Window.SWEEPING);
        }
    }

    @Override
    public boolean listing(Path folder) {
        return sweeps;
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
