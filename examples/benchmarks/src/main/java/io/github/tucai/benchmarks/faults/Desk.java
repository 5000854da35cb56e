package io.github.tucai.benchmarks.faults;

import io.github.tucai.CaptureService;
import io.github.tucai.HistoryEntry;
import io.github.tucai.PhotoAnswer;
import io.github.tucai.ProductChoice;
import io.github.tucai.Tucai;
import io.github.tucai.answer.Actor;
import io.github.tucai.answer.Outcome;
import io.github.tucai.capture.CaptureEvent;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.CaptureSession;
import io.github.tucai.capture.PhotoRef;
import io.github.tucai.capture.RecordId;
import io.github.tucai.capture.ReviewOutcome;
import io.github.tucai.capture.Violation;
import io.github.tucai.code.CollectionCode;
import io.github.tucai.payment.Fee;
import io.github.tucai.payment.Payment;
import io.github.tucai.photo.Declarations;
import io.github.tucai.photo.ImageDigest;
import io.github.tucai.proofing.Erratum;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** In the collector: carries orders out through the public operations, and nothing else does. An answer is one line. */
final class Desk {
    private static final String REASON = "drawn";

    private final Tucai tucai;

    Desk(Tucai tucai) {
        this.tucai = tucai;
    }

    /** Carries out an order of one verb and its words. */
    Outcome<String> carryOut(String verb, List<String> words) throws InterruptedException {
        return switch (verb) {
            case "open" -> {
                Invented.open(tucai.schools());
                yield Outcome.done("");
            }
            case "idle" ->
                Outcome.done(
                        Boolean.toString(tucai.delivery().awaitIdle(Duration.ofSeconds(Long.parseLong(words.get(0))))));
            case "sweep" -> tucai.protection().sweep(Invented.CENTRE).map(swept -> Integer.toString(swept));
            case "present" -> present(words.get(0));
            case "erase" ->
                tucai.protection()
                        .erase(Invented.CENTRE, new RecordId(words.get(0)))
                        .map(RecordId::value);
            case "judge" -> judge(new RecordId(words.get(0)), words.subList(1, words.size()));
            default ->
                record(new RecordId(words.get(0)))
                        .then(record -> onRecord(verb, record, words.subList(1, words.size())))
                        .map(record -> Standing.of(record).word());
        };
    }

    private Outcome<String> present(String code) {
        return tucai.capture()
                .present(new Actor.CodeHolder(), CollectionCode.parse(code), Invented.LAST_FOUR)
                .then(session -> tucai.capture().record(Invented.CENTRE, session.record()))
                .map(record -> Standing.of(record).word());
    }

    private Outcome<CaptureRecord> record(RecordId id) {
        return tucai.capture().record(Invented.CENTRE, id);
    }

    private Outcome<CaptureRecord> onRecord(String verb, CaptureRecord record, List<String> words) {
        return switch (verb) {
            case "look" -> Outcome.done(record);
            case "consent" -> {
                CaptureSession session = record.session().orElseThrow();
                yield tucai.capture()
                        .consent(session.student(), session, "2024-1", Declarations.NONE.withGlasses(false));
            }
            case "hand-in" -> handIn(record, words.get(0));
            case "pay" ->
                tucai.payment()
                        .recordStudentPayment(
                                Invented.CENTRE, record.id(), new Payment(Fee.OF_THE_NOTICE, words.get(0)))
                        .then(booking -> record(record.id()));
            case "refund" ->
                tucai.payment()
                        .recordRefund(Invented.CENTRE, words.get(0), REASON)
                        .then(booking -> record(record.id()));
            case "send-again" -> sendAgain(record);
            case "second-look" -> secondLook(record, ReviewOutcome.valueOf(words.get(0)));
            case "wrong-person" -> wrongPerson(record);
            case "unlock" -> tucai.capture().unlock(staff("unlocker", record), record.id(), REASON);
            default -> aboutPhoto(verb, record, new ImageDigest(words.get(0)));
        };
    }

    /** What somebody does about the photo that they saw. */
    private Outcome<CaptureRecord> aboutPhoto(String verb, CaptureRecord record, ImageDigest photo) {
        Actor reviewer = staff("reviewer", record);
        return switch (verb) {
            case "accept" -> decide(record, photo, ReviewOutcome.ACCEPTED);
            case "reject" -> decide(record, photo, ReviewOutcome.REJECTED);
            case "violation" -> decide(record, photo, ReviewOutcome.VIOLATION);
            case "reset" -> tucai.capture().reset(reviewer, record.id(), photo, REASON);
            case "suspect" -> tucai.capture().suspectViolation(staff("raiser", record), record.id(), photo, REASON);
            case "erratum" -> raise(record, photo);
            case "ask" -> tucai.capture().askForPerson(student(record), record.id(), photo, REASON);
            case "answer" -> tucai.capture().answerSuspicion(student(record), record.id(), photo, REASON);
            case "confirm" ->
                tucai.capture().evidence(reviewer, record.id(), photo).then(seen -> tucai.capture()
                        .confirmViolation(reviewer, record.id(), photo, REASON));
            default -> throw new IllegalArgumentException("no such order: " + verb);
        };
    }

    /** Nobody decides on what they have not seen. */
    private Outcome<CaptureRecord> decide(CaptureRecord record, ImageDigest photo, ReviewOutcome outcome) {
        Actor reviewer = staff("reviewer", record);
        return tucai.capture().evidence(reviewer, record.id(), photo).then(seen -> tucai.capture()
                .decideReview(reviewer, record.id(), photo, outcome, REASON));
    }

    /** Ordered by the centre unless it is, and decided by somebody who was not in it before. */
    private Outcome<CaptureRecord> secondLook(CaptureRecord record, ReviewOutcome outcome) {
        CaptureService capture = tucai.capture();
        boolean isOrdered = record.violation().flatMap(Violation::secondLook).isPresent();
        Actor colleague = staff("colleague", record);
        return (isOrdered ? Outcome.done(record) : capture.orderSecondLook(Invented.CENTRE, record.id(), REASON))
                .then(ordered -> capture.evidence(
                        colleague,
                        record.id(),
                        ordered.violation().orElseThrow().photo().digest()))
                .then(seen -> capture.decideSecondLook(colleague, record.id(), outcome, REASON));
    }

    /** Publishes the school's photos unless this one is, and says that it is another person's. */
    private Outcome<CaptureRecord> raise(CaptureRecord record, ImageDigest photo) {
        Outcome<?> published = record.publishedInRound().isPresent()
                ? Outcome.done(record)
                : tucai.proofing().publish(Invented.CENTRE, record.school().orElseThrow());
        return published.then(round -> tucai.proofing()
                .raiseErratum(staff("reviewer", record), record.id(), photo, Erratum.Kind.WRONG_PERSON, REASON));
    }

    /** What was said of a photo, wherever that stands by now. */
    private Outcome<CaptureRecord> wrongPerson(CaptureRecord record) {
        return record.openErrata().stream()
                .findFirst()
                .map(said -> tucai.proofing().confirmWrongPerson(Invented.CENTRE, record.id(), said.number(), REASON))
                .orElseGet(() -> Outcome.done(record));
    }

    private Outcome<CaptureRecord> handIn(CaptureRecord record, String photo) {
        CaptureSession session = record.session().orElseThrow();
        return tucai.capture()
                .handIn(session.student(), session, SpokenPhotos.photo(photo))
                .map(PhotoAnswer::record);
    }

    /** What the registry refused, or did not answer for long. */
    private Outcome<CaptureRecord> sendAgain(CaptureRecord record) {
        Standing now = Standing.of(record);
        if (now.isTellingStuck()) {
            return tucai.delivery().retryWithdrawal(Invented.CENTRE, record.id(), now.withdrawal(), REASON);
        }
        if (now.delivery().equals("REFUSED")) {
            ProductChoice choice = now.version() % 2 == 0 ? ProductChoice.ANEW : ProductChoice.SAME;
            return tucai.delivery().resend(Invented.CENTRE, record.id(), choice, REASON);
        }
        return tucai.delivery()
                .retry(Invented.CENTRE, record.id(), now.version())
                .then(this::record);
    }

    /**
     * How a record stands now, how it stood after the events of those numbers, which photos it names and which of them it
     * accepted or withdrew for a violation: five words.
     */
    private Outcome<String> judge(RecordId id, List<String> told) {
        return tucai.capture()
                .record(Invented.CENTRE, id)
                .then(record -> tucai.capture().history(Invented.CENTRE, id).map(lines -> {
                    List<CaptureEvent> events =
                            lines.stream().map(HistoryEntry::event).toList();
                    return String.join(
                            " ",
                            Standing.of(CaptureRecord.replay(id, events)).word(),
                            words(told.stream().map(number -> then(id, events, Integer.parseInt(number)))),
                            words(events.stream()
                                    .flatMap(event -> photo(event).stream())
                                    .map(photo -> photo.vault().value())),
                            words(new Acceptances(id, events).accepted().stream()),
                            words(new Acceptances(id, events).withdrawn().stream()),
                            readable(record));
                }));
    }

    private static String words(Stream<String> all) {
        return all.distinct().collect(Collectors.joining(";", "=", ""));
    }

    private static String then(RecordId id, List<CaptureEvent> events, int number) {
        return Standing.of(CaptureRecord.replay(id, events.subList(0, Math.min(number, events.size()))))
                .word();
    }

    /** Whether the vault gives the product that the record names. */
    private String readable(CaptureRecord record) {
        return Boolean.toString(record.product()
                .map(product -> tucai.capture()
                        .product(Invented.CENTRE, record.id())
                        .fold(photo -> photo.digest().equals(product.digest()), refusal -> false))
                .orElse(true));
    }

    private static Optional<PhotoRef> photo(CaptureEvent event) {
        if (event instanceof CaptureEvent.PhotoRejected no) {
            return Optional.of(no.photo());
        }
        if (event instanceof CaptureEvent.PhotoSentToReview doubt) {
            return Optional.of(doubt.photo());
        }
        if (event instanceof CaptureEvent.PhotoAccepted yes) {
            return Optional.of(yes.photo());
        }
        return event instanceof CaptureEvent.Finished done ? Optional.of(done.product()) : Optional.empty();
    }

    private static Actor student(CaptureRecord record) {
        return record.session().orElseThrow().student();
    }

    private static Actor staff(String account, CaptureRecord record) {
        return Invented.staff(account, record.claims().orElseThrow().school());
    }

    /** Splits what {@link #words} joined. */
    static List<String> split(String words) {
        return words.length() < 2 ? List.of() : Arrays.asList(words.substring(1).split(";", -1));
    }
}
