package io.github.tucai.benchmarks.faults;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What to run.
 *
 * @param students how many
 * @param kills how many
 * @param database where the collector keeps its records
 * @param seed draws what the students do and where the kills fall
 * @param aim all kills at this window
 * @param storesTwice whether the registry now and then stores a delivery twice
 * @param sweeps whether the collector's sweep sees the vault
 */
record Settings(
        int students,
        int kills,
        Database database,
        long seed,
        Optional<Window> aim,
        boolean storesTwice,
        boolean sweeps) {
    static final String USAGE = "faults --students N --kills K [--db h2|postgresql] [--seed S] [--aim WINDOW]"
            + " [--registry stores-twice] [--without sweep]";

    /** Where records are kept. */
    enum Database {
        H2,
        POSTGRESQL;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Settings {
        if (students < 1 || kills < 0) {
            throw new IllegalArgumentException("at least one student and no fewer than no kills");
        }
    }

    static Settings of(int students, int kills, long seed) {
        return new Settings(students, kills, Database.H2, seed, Optional.empty(), false, true);
    }

    Settings withRegistryThatStoresTwice() {
        return new Settings(students, kills, database, seed, aim, true, sweeps);
    }

    Settings withoutSweep() {
        return new Settings(students, kills, database, seed, aim, storesTwice, false);
    }

    /**
     * Reads options.
     *
     * @throws IllegalArgumentException if they are none
     */
    static Settings parse(List<String> options) {
        Settings settings = of(300, 40, 1);
        Deque<String> left = new ArrayDeque<>(options);
        while (!left.isEmpty()) {
            String name = left.pop();
            if (left.isEmpty()) {
                throw new IllegalArgumentException(name + " says nothing");
            }
            settings = settings.with(name, left.pop());
        }
        return settings;
    }

    private Settings with(String name, String value) {
        return switch (name) {
            case "--students" -> new Settings(Integer.parseInt(value), kills, database, seed, aim, storesTwice, sweeps);
            case "--kills" -> new Settings(students, Integer.parseInt(value), database, seed, aim, storesTwice, sweeps);
            case "--db" ->
                new Settings(
                        students,
                        kills,
                        Database.valueOf(value.toUpperCase(Locale.ROOT)),
                        seed,
                        aim,
                        storesTwice,
                        sweeps);
            case "--seed" -> new Settings(students, kills, database, Long.parseLong(value), aim, storesTwice, sweeps);
            case "--aim" ->
                new Settings(students, kills, database, seed, Optional.of(Window.parse(value)), storesTwice, sweeps);
            case "--registry" -> only("stores-twice", value, withRegistryThatStoresTwice());
            case "--without" -> only("sweep", value, withoutSweep());
            default -> throw new IllegalArgumentException("no option " + name);
        };
    }

    private static Settings only(String wanted, String value, Settings changed) {
        if (!value.equals(wanted)) {
            throw new IllegalArgumentException("only " + wanted + " is known there");
        }
        return changed;
    }
}
