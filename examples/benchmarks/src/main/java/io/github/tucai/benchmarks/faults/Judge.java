package io.github.tucai.benchmarks.faults;

import io.github.tucai.photo.ImageDigest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares, when all is quiet, what students were told, what the records say, what lies in the registry's store and what lies
 * in the vault. Nothing is taken from what the collector thinks of itself but the records.
 */
final class Judge {
    /** What must not be. */
    enum Fault {
        /** Something told, or a photo that the record says is accepted, is not there. */
        LOST,
        /** The registry stored a delivery more than once. */
        DOUBLED,
        /** The registry holds as valid what it must not, or what nobody accepted at all. */
        WRONG,
        /** A file that no record names, or a name without its file. */
        ORPHANS
    }

    private final Map<String, List<Registry.Image>> stored;
    private final Map<Fault, List<String>> found = new TreeMap<>();
    private final Set<String> named = new HashSet<>();

    Judge(List<Registry.Image> images) {
        this.stored = images.stream().collect(Collectors.groupingBy(Registry.Image::enrolment));
        for (Fault fault : Fault.values()) {
            found.put(fault, new ArrayList<>());
        }
    }

    int count(Fault fault) {
        return found(fault).size();
    }

    List<String> found(Fault fault) {
        return found.getOrDefault(fault, List.of());
    }

    private void add(Fault fault, Object where, String what) {
        found(fault).add(where + ": " + what);
    }

    private List<Registry.Image> stored(Student student) {
        String number = Invented.claims(student.number()).enrolment().value();
        return stored.getOrDefault(
                ImageDigest.of(number.getBytes(StandardCharsets.UTF_8)).hex(), List.of());
    }

    /** Judges one student by what the last collector answered to {@link Student#judgement}. */
    void judge(Student student, Answer answer) {
        List<Registry.Image> images = stored(student);
        images.stream()
                .filter(image -> !student.photos().containsValue(image.name()))
                .forEach(image -> add(Fault.WRONG, student, "the registry has " + image.name()));
        judgeDoubled(student, images);
        if (student.hasVanished()) {
            add(Fault.LOST, student, "was told more than the record said later");
        }
        if (student.isErased()) {
            if (answer.isDone()) {
                add(Fault.LOST, student, "was told to be erased and is there");
            }
        } else if (!answer.isDone()) {
            if (!student.told().isEmpty()) {
                add(Fault.LOST, student, "has no record: " + answer.text());
            }
        } else {
            judge(student, new Testimony(answer.text()), images);
        }
    }

    /** One delivery stored again, two deliveries under one version, two images valid at once. */
    private void judgeDoubled(Student student, List<Registry.Image> images) {
        Map<String, Integer> counts = new TreeMap<>();
        Map<Integer, Set<String>> versions = new TreeMap<>();
        for (Registry.Image image : images) {
            counts.merge("stored: " + image.name(), 1, Integer::sum);
            versions.computeIfAbsent(image.version(), version -> new TreeSet<>())
                    .add(image.digest());
            if (image.valid()) {
                counts.merge("valid", 1, Integer::sum);
            }
        }
        versions.forEach((version, pictures) -> counts.put("version " + version, pictures.size()));
        counts.forEach((what, count) -> {
            for (int i = 1; i < count; i++) {
                add(Fault.DOUBLED, student, "more than once " + what);
            }
        });
    }

    private void judge(Student student, Testimony record, List<Registry.Image> images) {
        named.addAll(record.photos());
        List<Standing> told = student.told();
        for (Standing then : told) {
            if (!record.told().contains(then.word())) {
                add(Fault.LOST, student, "was told " + then + ", which the history does not say");
            }
        }
        if (!record.isReadable()) {
            add(Fault.LOST, student, "the product cannot be read");
        }
        Set<String> accepted = products(student, record.accepted());
        Set<String> withdrawn = products(student, record.withdrawn());
        for (Registry.Image image : images) {
            if (!accepted.contains(image.digest())) {
                add(Fault.WRONG, student, image.name() + " was never accepted and is registered");
            } else if (image.valid() && withdrawn.contains(image.digest())) {
                add(Fault.WRONG, student, image.name() + " is withdrawn and valid");
            }
        }
        judgeAccepted(student, record.now(), images);
    }

    private void judgeAccepted(Student student, Standing now, List<Registry.Image> images) {
        boolean due = now.hasAccepted()
                && !now.locked()
                && !now.isInReview()
                && !now.isSuspected()
                && (now.paid() || !Invented.paysOnline(student.number()));
        if (!due) {
            return;
        }
        Set<String> valid = images.stream()
                .filter(Registry.Image::valid)
                .map(Registry.Image::digest)
                .collect(Collectors.toSet());
        String product = product(student.photos().getOrDefault(now.accepted(), ""));
        String what = student.photos().get(now.accepted()) + " is accepted, the delivery " + now.delivery();
        if (!valid.contains(product)) {
            add(Fault.LOST, student, what + ", and it is not valid at the registry");
        }
        if (!valid.isEmpty() && !valid.contains(product)) {
            add(Fault.WRONG, student, what + ", and another is valid at the registry");
        }
    }

    private static Set<String> products(Student student, List<String> photos) {
        return photos.stream()
                .map(photo -> product(student.photos().getOrDefault(photo, "")))
                .collect(Collectors.toSet());
    }

    private static String product(String name) {
        return SpokenPhotos.product(SpokenPhotos.photo(name)).digest().hex();
    }

    /** Compares the files of the vault with what the judged records name, and with the rows that say whose a file is. */
    void judgeVault(Path folder, Set<String> rows) throws IOException {
        Map<String, Set<String>> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .forEach(name -> {
                        int dot = name.indexOf('.');
                        files.computeIfAbsent(name.substring(0, dot < 0 ? name.length() : dot), id -> new TreeSet<>())
                                .add(dot < 0 ? "" : name.substring(dot));
                    });
        }
        files.forEach((id, parts) -> {
            if (!named.contains(id)) {
                add(Fault.ORPHANS, "file " + id + parts, "no record names it");
            } else if (!parts.equals(Set.of("", ".key"))) {
                add(Fault.ORPHANS, "file " + id + parts, "not a photo and its key");
            }
        });
        named.stream().filter(id -> !files.containsKey(id)).forEach(id -> add(Fault.ORPHANS, "photo " + id, "no file"));
        rows.stream()
                .filter(id -> !named.contains(id))
                .forEach(id -> add(Fault.ORPHANS, "row " + id, "no record names it"));
        named.stream().filter(id -> !rows.contains(id)).forEach(id -> add(Fault.ORPHANS, "photo " + id, "no row"));
    }

    /** What the last collector says of a record. */
    private record Testimony(
            Standing now,
            Set<String> told,
            List<String> photos,
            List<String> accepted,
            List<String> withdrawn,
            boolean isReadable) {
        Testimony(String text) {
            this(text.split(" ", -1));
        }

        private Testimony(String[] words) {
            this(
                    Standing.parse(words[0]),
                    Set.copyOf(Desk.split(words[1])),
                    Desk.split(words[2]),
                    Desk.split(words[3]),
                    Desk.split(words[4]),
                    Boolean.parseBoolean(words[5]));
        }
    }
}
