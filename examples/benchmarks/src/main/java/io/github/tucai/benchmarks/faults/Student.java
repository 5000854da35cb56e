package io.github.tucai.benchmarks.faults;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * What one student, and those who look after them, do, drawn from the seed, and what they were told. An answer that came
 * before a kill binds; an order that a kill cut may have been carried out or not. Used by one thread at a time.
 */
final class Student {
    private static final int LEAST_STEPS = 6;
    private static final int MOST_STEPS = 13;

    /** One in so many; the others are there to the end. */
    private static final int MAY_BE_ERASED = 3;

    private final int number;
    private final String newer;
    private final SplittableRandom random;
    private final List<Standing> told = new ArrayList<>();
    private final Map<String, String> photos = new LinkedHashMap<>();
    private String code;
    private String lastPhoto = "";
    private int left;
    private int payments;
    private boolean unsure;
    private boolean sessionOver;
    private boolean admitted;
    private boolean saidToBeAnother;
    private boolean erasing;
    private boolean erased;
    private boolean vanished;

    /** With the code of a student, and a newer one that names another school. */
    Student(int number, String code, String newer, long seed) {
        this.number = number;
        this.code = code;
        this.newer = newer;
        this.random = new SplittableRandom(seed * 1_000_003 + number);
        this.left = random.nextInt(LEAST_STEPS, MOST_STEPS + 1);
        this.admitted = !Invented.isLateAtTheRegistry(number);
    }

    int number() {
        return number;
    }

    /** How much of the story is left. */
    int left() {
        return left;
    }

    boolean isErased() {
        return erased;
    }

    /** Whether something that they were told is known to be gone. */
    boolean hasVanished() {
        return vanished;
    }

    /** All they were told, oldest first. */
    List<Standing> told() {
        return told;
    }

    /** How the record stood when they were told last. */
    Optional<Standing> standing() {
        return told.isEmpty() ? Optional.empty() : Optional.of(told.get(told.size() - 1));
    }

    /** Names of all photos that were handed in, by digest. */
    Map<String, String> photos() {
        return photos;
    }

    /** Whether the registry has to learn of the code before a delivery is sent again; said once. */
    boolean isToBeAdmitted() {
        boolean late = !admitted;
        admitted = true;
        return late;
    }

    /** The next order of the story. */
    String next() {
        left--;
        Standing now = standing().orElse(null);
        if (now == null || sessionOver) {
            sessionOver = false;
            return "present " + code;
        }
        if (unsure) {
            return look(now);
        }
        if (now.locked()) {
            return locked(now);
        }
        if (saidToBeAnother && random.nextInt(3) == 0) {
            saidToBeAnother = false;
            return order("wrong-person", now);
        }
        if (now.isSuspected()) {
            return suspected(now);
        }
        if (now.isInReview()) {
            return aboutPhoto(pick("accept", "accept", "accept", "reject", "suspect"), now, now.review());
        }
        return now.hasAccepted() ? withAccepted(now) : withoutAccepted(now);
    }

    private String locked(Standing now) {
        int drawn = random.nextInt(10);
        if (drawn < 5) {
            return order("unlock", now);
        }
        return drawn < 9
                ? order("second-look", now) + " " + pick("ACCEPTED", "ACCEPTED", "REJECTED", "VIOLATION")
                : look(now);
    }

    /** Another photo is one answer. */
    private String suspected(Standing now) {
        return switch (random.nextInt(8)) {
            case 0 -> handIn(now);
            case 1 -> aboutPhoto("answer", now, now.suspected());
            default -> aboutPhoto(pick("accept", "accept", "reject", "violation", "confirm"), now, now.suspected());
        };
    }

    private String withoutAccepted(Standing now) {
        if (!now.consented()) {
            return order("consent", now);
        }
        boolean asks = now.state().equals("RETAKE") && lastPhoto.startsWith("bad") && random.nextInt(4) == 0;
        return asks
                ? aboutPhoto("ask", now, SpokenPhotos.photo(lastPhoto).digest().hex())
                : handIn(now);
    }

    private String withAccepted(Standing now) {
        if (Invented.paysOnline(number) && !now.paid() && random.nextInt(10) < 6) {
            return pay(now);
        }
        if (now.waitsForAPerson() && random.nextInt(10) < 6) {
            return order("send-again", now);
        }
        int drawn = random.nextInt(100);
        if (drawn < 36) {
            return handIn(now);
        }
        if (drawn < 52) {
            return aboutPhoto("reset", now, now.accepted());
        }
        if (drawn < 70) {
            return aboutPhoto("suspect", now, now.accepted());
        }
        if (drawn < 77) {
            saidToBeAnother = true;
            return aboutPhoto("erratum", now, now.accepted());
        }
        if (drawn < 80) {
            code = newer;
            return "present " + code;
        }
        if (drawn < 85 && now.paid()) {
            return order("refund", now) + " " + reference();
        }
        if (drawn < 92 && number % MAY_BE_ERASED == 0 && left >= 0) {
            return erase(now);
        }
        return drawn < 95 ? "present " + code : look(now);
    }

    /** Erases the record now, as somebody wished; empty where there is none, or the student is to stay. */
    Optional<String> eraseNow() {
        return erased || unsure || number % MAY_BE_ERASED != 0
                ? Optional.empty()
                : standing().map(this::erase);
    }

    private String erase(Standing now) {
        erasing = true;
        return order("erase", now);
    }

    /** What is still to be done at the end, so that all that is accepted can be delivered; empty where nothing is. */
    Optional<String> settle() {
        Standing now = standing().orElse(null);
        if (erased || now == null) {
            return unsure && !erased ? Optional.of("present " + code) : Optional.empty();
        }
        if (unsure) {
            return Optional.of(look(now));
        }
        if (now.isSuspected() && !now.locked()) {
            return Optional.of(aboutPhoto(pick("accept", "reject", "confirm"), now, now.suspected()));
        }
        if (now.isInReview() && !now.locked()) {
            return Optional.of(aboutPhoto(pick("accept", "reject"), now, now.review()));
        }
        if (now.hasAccepted() && Invented.paysOnline(number) && !now.paid() && !now.locked()) {
            return Optional.of(pay(now));
        }
        return now.waitsForAPerson() ? Optional.of(order("send-again", now)) : Optional.empty();
    }

    /** Asks how the record stands, at the end. */
    Optional<String> lookAgain() {
        return erased ? Optional.empty() : standing().map(Student::look);
    }

    /** Asks what the record says of all that the student was told; empty where there never was one. */
    Optional<String> judgement() {
        return standing()
                .map(now -> order("judge", now)
                        + " "
                        + told.stream()
                                .filter(then -> then.record().equals(now.record()))
                                .map(then -> Integer.toString(then.events()))
                                .distinct()
                                .collect(Collectors.joining(" ")));
    }

    private String pay(Standing now) {
        payments++;
        return order("pay", now) + " " + reference();
    }

    /** The bank's number of the last payment. */
    private String reference() {
        return "P" + number + "-" + payments;
    }

    private String handIn(Standing now) {
        String kind = pick("ok", "ok", "ok", "doubt", "bad");
        String name = kind + "-" + number + "-" + (photos.size() + 1);
        photos.put(SpokenPhotos.photo(name).digest().hex(), name);
        lastPhoto = name;
        return order("hand-in", now) + " " + name;
    }

    private static String look(Standing now) {
        return order("look", now);
    }

    private static String order(String verb, Standing now) {
        return verb + " " + now.record();
    }

    private static String aboutPhoto(String verb, Standing now, String digest) {
        return order(verb, now) + " " + digest;
    }

    private String pick(String... among) {
        return among[random.nextInt(among.length)];
    }

    /** What came back for the last order. */
    void took(Answer answer) {
        switch (answer.kind()) {
            case DONE -> done(answer.text());
            case REFUSED -> refused(answer.text());
            default -> unsure = true;
        }
    }

    private void done(String text) {
        unsure = false;
        if (erasing && !text.contains(",")) {
            erased = true;
            return;
        }
        erasing = false;
        Standing now = Standing.parse(text);
        Standing before = standing().orElse(null);
        vanished |= before != null && before.record().equals(now.record()) && now.events() < before.events();
        told.add(now);
    }

    private void refused(String reason) {
        if (erasing && (reason.equals("UNKNOWN") || reason.equals("ERASED"))) {
            // The kill came after the erasure.
            erased = true;
            return;
        }
        vanished |= reason.equals("UNKNOWN") && unsure;
        sessionOver = reason.equals("NO_SESSION");
        unsure |= !sessionOver;
    }

    @Override
    public String toString() {
        return "student " + number;
    }
}
