package io.github.tucai.cli.demo;

import io.github.tucai.Evidence;
import io.github.tucai.PhotoAnswer;
import io.github.tucai.PhotoStory;
import io.github.tucai.Tucai;
import io.github.tucai.answer.Actor;
import io.github.tucai.answer.Outcome;
import io.github.tucai.capture.CaptureSession;
import io.github.tucai.capture.RecordId;
import io.github.tucai.capture.ReviewOutcome;
import io.github.tucai.cli.output.Overlay;
import io.github.tucai.failure.UndecodableImageException;
import io.github.tucai.imaging.Pictures;
import io.github.tucai.photo.Answer;
import io.github.tucai.photo.CheckId;
import io.github.tucai.photo.Declarations;
import io.github.tucai.photo.Finding;
import io.github.tucai.photo.FinishedPhoto;
import io.github.tucai.photo.ImageDigest;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.photo.Severity;
import io.github.tucai.photo.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

/** One student before the camera, from the first try to the accepted photo. */
final class Capture {
    /** Enough for a good photo even among photographs that nobody chose. */
    private static final int MOST_TAKES = 5;

    private static final Actor CENTRE = new Actor.Centre("centre");
    private static final LocalTime OPEN = LocalTime.of(9, 0);
    private static final LocalTime AFTER_HOURS = LocalTime.of(18, 0);

    private final Tucai tucai;
    private final DemoClock clock;
    private final Folders folders;
    private final PhotoSource photos;
    private final Story story;
    private final Cast.Student student;
    private int takes;

    Capture(Tucai tucai, DemoClock clock, Folders folders, PhotoSource photos, Story story) {
        this.tucai = tucai;
        this.clock = clock;
        this.folders = folders;
        this.photos = photos;
        this.story = story;
        this.student = story.student();
    }

    /**
     * Plays the student's part.
     *
     * @param code the picture of the code on the student's phone
     * @param forged a picture of a code that another authority made
     */
    void play(PhotoImage code, PhotoImage forged) {
        switch (student.turn()) {
            case DAY_TOO_EARLY -> {
                clock.moveTo(student.school().first().minusDays(1).atTime(OPEN));
                present(code);
            }
            case HOUR_TOO_LATE -> {
                clock.moveTo(student.school().day().minusDays(1).atTime(AFTER_HOURS));
                present(code);
            }
            case FORGED_CODE -> {
                begin();
                present(forged);
            }
            case NONE, FAULTY_PHOTO, ASKS_FOR_PERSON, UNKNOWN_AT_THE_REGISTRY, VIOLATION -> {}
        }
        begin();
        Optional<CaptureSession> session = present(code);
        session.ifPresent(this::takePhotos);
        if (student.turn() == Cast.Turn.VIOLATION) {
            violation(session.orElseThrow().record(), code);
        }
    }

    private void begin() {
        clock.moveTo(student.school().day().atTime(OPEN.plusMinutes(20L * student.number())));
    }

    private Optional<CaptureSession> present(PhotoImage code) {
        Outcome<CaptureSession> outcome = tucai.capture().present(new Actor.CodeHolder(), code, student.lastFour());
        return outcome.fold(
                session -> {
                    tell(Story.Tone.GOOD, "code read from the picture, decrypted and verified; session open");
                    tucai.capture()
                            .consent(session.student(), session, "2024-1", Declarations.NONE)
                            .orElseThrow();
                    return Optional.of(session);
                },
                refusal -> {
                    tell(Story.Tone.BAD, "refused: " + refusal.en());
                    return Optional.empty();
                });
    }

    private void takePhotos(CaptureSession session) {
        boolean isFaulty = student.turn() == Cast.Turn.FAULTY_PHOTO || student.turn() == Cast.Turn.ASKS_FOR_PERSON;
        if (isFaulty && handIn(session, photos.faulty(student))) {
            return;
        }
        if (student.turn() == Cast.Turn.ASKS_FOR_PERSON) {
            askForPerson(session);
        }
        while (takes < MOST_TAKES && !handIn(session, photos.good(student, takes))) {
            clock.moveBySeconds(90);
        }
    }

    /** Whether the photo was accepted in the end. */
    private boolean handIn(CaptureSession session, PhotoImage photo) {
        takes++;
        clock.moveBySeconds(60);
        Outcome<PhotoAnswer> outcome = tucai.capture().handIn(session.student(), session, photo);
        if (outcome instanceof Outcome.Refused<PhotoAnswer> refused) {
            tell(Story.Tone.BAD, "refused: " + refused.refusal().en());
            return false;
        }
        PhotoAnswer answer = ((Outcome.Done<PhotoAnswer>) outcome).value();
        showCheck(photo, answer);
        return switch (answer.verdict()) {
            case ACCEPT -> accepted(answer);
            case REVIEW -> review(answer);
            case REJECT -> rejected(answer);
        };
    }

    private boolean accepted(PhotoAnswer answer) {
        tell(Story.Tone.GOOD, "photo " + takes + " accepted: all rules hold");
        answer.product().map(FinishedPhoto::product).ifPresent(this::keepProduct);
        return true;
    }

    private boolean rejected(PhotoAnswer answer) {
        String faults = answer.check().failures().stream()
                .filter(f -> f.severity() == Severity.REQUIRED)
                .map(f -> f.advice().en())
                .collect(Collectors.joining(" "));
        String unfinished = answer.notFinished().stream().map(a -> a.en()).collect(Collectors.joining(" "));
        tell(Story.Tone.BAD, "photo " + takes + " rejected: " + (faults.isEmpty() ? unfinished : faults));
        return false;
    }

    private boolean review(PhotoAnswer answer) {
        List<CheckId> doubts = answer.record().lastFaults();
        tell(Story.Tone.DOUBT, "photo " + takes + " goes to a person: " + doubts);
        clock.moveBySeconds(600);
        RecordId record = answer.record().id();
        ImageDigest photo = answer.record().inReview().orElseThrow().digest();
        look(administrator(), record, photo);
        tucai.capture()
                .decideReview(administrator(), record, photo, ReviewOutcome.ACCEPTED, "the doubt is unfounded")
                .orElseThrow();
        tell(Story.Tone.GOOD, "the school accepted it; " + reads(record, photo));
        keepProduct(tucai.capture().product(administrator(), record).orElseThrow());
        return true;
    }

    /** The student whose photo a machine rejected has a person look at it. */
    private void askForPerson(CaptureSession session) {
        Actor who = session.student();
        PhotoStory rejected = lastPhoto(who, session.record());
        tucai.capture()
                .askForPerson(who, session.record(), rejected.photo(), "I looked straight into the camera")
                .orElseThrow();
        tell(Story.Tone.DOUBT, "hands it in anyway, because: \"I looked straight into the camera\"");
        clock.moveBySeconds(600);
        look(administrator(), session.record(), rejected.photo());
        tucai.capture()
                .decideReview(
                        administrator(),
                        session.record(),
                        rejected.photo(),
                        ReviewOutcome.REJECTED,
                        "the nose points past the camera")
                .orElseThrow();
        tell(Story.Tone.BAD, "the school wants it taken again; " + reads(session.record(), rejected.photo()));
    }

    private void violation(RecordId record, PhotoImage code) {
        Actor who = new Actor.Student(student.claims().enrolment());
        clock.moveBySeconds(3 * 3600);
        ImageDigest photo = lastPhoto(who, record).photo();
        tucai.capture()
                .suspectViolation(CENTRE, record, photo, "it looks photographed from a print")
                .orElseThrow();
        tell(
                Story.Tone.DOUBT,
                "the centre suspects it; the student reads: \"" + suspicion(who, record) + "\". Nothing is delivered");
        tucai.capture()
                .answerSuspicion(who, record, photo, "it was my old photo")
                .orElseThrow();
        look(administrator(), record, photo);
        tellRefused(tucai.capture().confirmViolation(administrator(), record, photo, "the edge of the paper shows"));
        clock.moveTo(student.school().day().plusDays(1).atTime(AFTER_HOURS));
        tucai.capture()
                .confirmViolation(administrator(), record, photo, "the edge of the paper shows")
                .orElseThrow();
        tell(Story.Tone.BAD, "the school confirmed it: withdrawn and locked; " + reads(record, photo));
        clock.moveTo(student.school().day().plusDays(2).atTime(OPEN));
        present(code);
        clock.moveBySeconds(1800);
        tucai.capture()
                .unlock(administrator(), record, "student was told; a fresh photo will be taken")
                .orElseThrow();
        tell(Story.Tone.PLAIN, "unlocked by the school's administrator, with the reason");
        present(code).ifPresent(this::takePhotos);
    }

    /** Somebody who decides opens the photo; what they see is shown. */
    private void look(Actor who, RecordId record, ImageDigest photo) {
        Evidence evidence = tucai.capture().evidence(who, record, photo).orElseThrow();
        String found = evidence.story().checks().stream()
                .flatMap(check -> check.findings().stream())
                .filter(finding -> finding.answer() == Answer.FAIL || finding.answer() == Answer.UNSURE)
                .map(Capture::found)
                .distinct()
                .collect(Collectors.joining("; "));
        tell(
                Story.Tone.PLAIN,
                "the school opened the photo, " + (found.isEmpty() ? "in which no check found anything" : found)
                        + ", with " + evidence.history().size() + " lines of history");
        String file = String.format(Locale.ROOT, "checks/student-%02d-%d-seen.png", student.number(), takes);
        try {
            ImageIO.write(
                    Pictures.upright(evidence.photo()),
                    "png",
                    folders.file(file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        story.show(file, "what the school opened");
    }

    private static String found(Finding finding) {
        String value = finding.value().isPresent()
                ? String.format(Locale.ROOT, " %.3g%s", finding.value().getAsDouble(), finding.unit())
                : "";
        return finding.check() + value + (finding.limit().isEmpty() ? "" : " (limit " + finding.limit() + ")");
    }

    /** What the student reads of a photo's decisions. */
    private String reads(RecordId record, ImageDigest photo) {
        PhotoStory read =
                tucai.capture().photos(new Actor.Student(student.claims().enrolment()), record).orElseThrow().stream()
                        .filter(one -> one.photo().equals(photo))
                        .findFirst()
                        .orElseThrow();
        PhotoStory.Decision decision = read.decisions().get(read.decisions().size() - 1);
        return "the student reads: opened by "
                + read.looks().stream()
                        .map(look -> look.by().name().toLowerCase(Locale.ROOT))
                        .distinct()
                        .collect(Collectors.joining(", "))
                + "; the machine said " + read.machine() + ", the "
                + decision.by().name().toLowerCase(Locale.ROOT) + " said " + decision.outcome() + ": "
                + decision.reason();
    }

    private String suspicion(Actor who, RecordId record) {
        return lastPhoto(who, record).suspicion().orElseThrow().reason();
    }

    private PhotoStory lastPhoto(Actor who, RecordId record) {
        List<PhotoStory> all = tucai.capture().photos(who, record).orElseThrow();
        return all.get(all.size() - 1);
    }

    private void tellRefused(Outcome<?> outcome) {
        if (outcome instanceof Outcome.Refused<?> refused) {
            tell(Story.Tone.BAD, "refused: " + refused.refusal().en());
        }
    }

    private Actor administrator() {
        return new Actor.SchoolAdministrator("admin", student.school().school().code());
    }

    private void showCheck(PhotoImage photo, PhotoAnswer answer) {
        String file = String.format(Locale.ROOT, "checks/student-%02d-%d.png", student.number(), takes);
        try {
            ImageIO.write(
                    Overlay.draw(Pictures.upright(photo), answer.check()),
                    "png",
                    folders.file(file).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UndecodableImageException e) {
            tell(Story.Tone.BAD, String.valueOf(e.getMessage()));
            return;
        }
        story.show(file, caption(answer));
    }

    private static String caption(PhotoAnswer answer) {
        if (answer.verdict() == Verdict.ACCEPT) {
            return "accepted";
        }
        return answer.check().failures().stream()
                .map(Finding::check)
                .map(CheckId::value)
                .limit(3)
                .collect(Collectors.joining(", "));
    }

    private void keepProduct(PhotoImage product) {
        String file = String.format(Locale.ROOT, "products/student-%02d.jpg", student.number());
        try {
            Files.write(folders.file(file), product.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        story.product(file);
    }

    private void tell(Story.Tone tone, String text) {
        story.tell(clock.local(), tone, text);
    }
}
