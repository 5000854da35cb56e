package io.github.tucai.calibration.page;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What is written from what.
 *
 * @param testdata labelled photos: {@code portraits}, {@code derived} and their manifests
 * @param pages where the pages go
 * @param work where measures go that are no part of the pages
 * @param parts which pages: {@code checks}, {@code imaging}, {@code degrees}
 * @param reading a second reading of the labels, as {@code EvaluateProfile} takes it
 * @param sample which pictures are simulated with
 */
record Setting(Path testdata, Path pages, Path work, List<String> parts, Optional<Path> reading, Sample sample) {
    static final List<String> ALL = List.of("checks", "imaging", "degrees");

    /**
     * Every so many of the portraits, by name.
     *
     * @param toned what {@code SimulateTones} gets
     * @param recaptured what {@code SimulateRecaptures} gets
     * @param retouched what {@code SimulateRetouching} gets
     * @param compressed what {@code SimulateCompressions} gets
     */
    record Sample(int toned, int recaptured, int retouched, int compressed) {
        /** All simulations in some minutes. */
        static final Sample USUAL = new Sample(8, 5, 2, 4);

        static List<Path> every(int step, List<Path> files) {
            return IntStream.iterate(0, place -> place < files.size(), place -> place + step)
                    .mapToObj(files::get)
                    .toList();
        }
    }

    Setting {
        parts = List.copyOf(parts);
        if (!ALL.containsAll(parts)) {
            throw new IllegalArgumentException("parts must be of " + ALL + ", got " + parts);
        }
    }

    /** Reads {@code testdata=DIR pages=DIR work=DIR [parts=checks,imaging,degrees] [reading=FILE]}; an empty value is none. */
    static Setting parse(String... arguments) {
        Map<String, String> given = new LinkedHashMap<>();
        for (String argument : arguments) {
            String[] parts = argument.split("=", 2);
            if (parts.length == 2 && !parts[1].isEmpty()) {
                given.put(parts[0], parts[1]);
            }
        }
        return new Setting(
                path(given, "testdata"),
                path(given, "pages"),
                path(given, "work"),
                List.of(given.getOrDefault("parts", String.join(",", ALL)).split(",", -1)),
                Optional.ofNullable(given.get("reading")).map(Path::of),
                Sample.USUAL);
    }

    private static Path path(Map<String, String> given, String name) {
        return Path.of(Objects.requireNonNull(given.get(name), () -> name + "=DIR is missing"));
    }

    /** What was typed, without the folders of the machine. */
    String command() {
        String what = parts.equals(ALL) ? "" : " -Dcalibrate.parts=" + String.join(",", parts);
        String read = reading.map(file -> " -Dcalibrate.reading=" + file.getFileName())
                .orElse("");
        return "mvn -q -Pcalibrate -pl examples/calibration -am process-classes" + what + read;
    }
}
