package io.github.tucai;

import io.github.tucai.PhotoStory.Step.Kind;
import io.github.tucai.campaign.internal.ledger.EventStore.Stored;
import io.github.tucai.capture.CaptureEvent;
import io.github.tucai.capture.PhotoRef;
import io.github.tucai.capture.ReviewOutcome;
import io.github.tucai.photo.CheckId;
import io.github.tucai.photo.ImageDigest;
import io.github.tucai.photo.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells the stories of a record's photos from its events. */
final class PhotoStories {
    private final Map<ImageDigest, Draft> drafts = new LinkedHashMap<>();
    /** What events of older logs, which name no photo, are about. */
    private @Nullable ImageDigest newest;

    private @Nullable ImageDigest suspected;
    private @Nullable ImageDigest locked;
    private final Map<Integer, ImageDigest> errata = new HashMap<>();
    private final Map<Integer, String> resolutions = new HashMap<>();

    private PhotoStories() {}

    static List<PhotoStory> of(List<Stored<CaptureEvent>> history) {
        PhotoStories stories = new PhotoStories();
        history.forEach(stored -> stories.tell(stored.event(), PhotoStory.Role.of(stored.actor())));
        return stories.drafts.values().stream().map(Draft::story).toList();
    }

    private void tell(CaptureEvent event, PhotoStory.Role by) {
        if (event instanceof CaptureEvent.PhotoRejected e) {
            begin(e.photo(), e.at(), Verdict.REJECT, e.failed());
        } else if (event instanceof CaptureEvent.PhotoSentToReview e) {
            begin(e.photo(), e.at(), Verdict.REVIEW, e.doubts());
        } else if (event instanceof CaptureEvent.PhotoAccepted e) {
            begin(e.photo(), e.at(), Verdict.ACCEPT, List.of());
        } else if (event instanceof CaptureEvent.PhotoChecked e) {
            about(e.photo(), draft -> draft.checks.add(e));
        } else if (event instanceof CaptureEvent.PersonAsked e) {
            about(e.photo().digest(), draft -> draft.asked = e.reason());
        } else if (event instanceof CaptureEvent.PhotoSeen e) {
            about(e.photo(), draft -> draft.looks.add(new PhotoStory.Look(e.at(), by)));
        } else {
            tellDecision(event, by);
        }
    }

    private void tellDecision(CaptureEvent event, PhotoStory.Role by) {
        if (event instanceof CaptureEvent.ViolationSuspected e) {
            suspected = e.photo().orElse(newest);
            about(
                    suspected,
                    draft -> draft.suspicion = new PhotoStory.Suspected(e.at(), by, e.reason(), Optional.empty()));
        } else if (event instanceof CaptureEvent.SuspicionAnswered e) {
            about(e.photo().orElse(suspected), draft -> draft.answer(e.answer()));
        } else if (event instanceof CaptureEvent.ReviewDecided e) {
            decided(e.photo().orElse(newest), e.at(), by, e.outcome(), e.reason());
        } else if (event instanceof CaptureEvent.Reset e) {
            decided(e.photo().orElse(newest), e.at(), by, ReviewOutcome.REJECTED, e.reason());
        } else if (event instanceof CaptureEvent.Locked e) {
            locked = e.photo().orElse(newest);
            decided(locked, e.at(), by, ReviewOutcome.VIOLATION, e.reason());
        } else if (event instanceof CaptureEvent.SecondLookDecided e) {
            decided(locked, e.at(), by, e.outcome(), e.reason());
        } else {
            tellStep(event, by);
        }
    }

    private void tellStep(CaptureEvent event, PhotoStory.Role by) {
        if (event instanceof CaptureEvent.SecondLookOrdered e) {
            step(locked, new PhotoStory.Step(e.at(), by, Kind.SECOND_LOOK_ORDERED, e.reason()));
        } else if (event instanceof CaptureEvent.Unlocked e) {
            step(locked, new PhotoStory.Step(e.at(), by, Kind.UNLOCKED, e.reason()));
        } else if (event instanceof CaptureEvent.ErratumRaised e) {
            e.photo()
                    .or(() -> Optional.ofNullable(newest))
                    .ifPresent(photo -> errata.put(e.erratum().number(), photo));
        } else if (event instanceof CaptureEvent.ErratumResolved e) {
            resolutions.put(e.number(), e.resolution());
        } else if (event instanceof CaptureEvent.WrongPersonConfirmed e) {
            String reason = resolutions.getOrDefault(e.number(), "");
            step(e.photo().orElse(errata.get(e.number())), new PhotoStory.Step(e.at(), by, Kind.WRONG_PERSON, reason));
        }
    }

    private void step(@Nullable ImageDigest photo, PhotoStory.Step step) {
        about(photo, draft -> draft.steps.add(step));
    }

    private void begin(PhotoRef photo, Instant at, Verdict verdict, List<CheckId> faults) {
        newest = photo.digest();
        drafts.put(photo.digest(), new Draft(photo.digest(), at, verdict, faults));
    }

    private void decided(
            @Nullable ImageDigest photo, Instant at, PhotoStory.Role by, ReviewOutcome outcome, String reason) {
        about(photo, draft -> draft.decisions.add(new PhotoStory.Decision(at, by, outcome, reason)));
    }

    private void about(@Nullable ImageDigest photo, Consumer<Draft> tell) {
        Draft draft = drafts.get(photo);
        if (draft != null) {
            tell.accept(draft);
        }
    }

    private static final class Draft {
        private final ImageDigest photo;
        private final Instant handedIn;
        private final Verdict machine;
        private final List<CheckId> faults;
        private final List<CaptureEvent.PhotoChecked> checks = new ArrayList<>();
        private final List<PhotoStory.Decision> decisions = new ArrayList<>();
        private final List<PhotoStory.Step> steps = new ArrayList<>();
        private final List<PhotoStory.Look> looks = new ArrayList<>();
        private @Nullable String asked;
        private PhotoStory.@Nullable Suspected suspicion;

        Draft(ImageDigest photo, Instant handedIn, Verdict machine, List<CheckId> faults) {
            this.photo = photo;
            this.handedIn = handedIn;
            this.machine = machine;
            this.faults = faults;
        }

        void answer(String answer) {
            PhotoStory.Suspected before = suspicion;
            if (before != null) {
                suspicion = new PhotoStory.Suspected(before.since(), before.by(), before.reason(), Optional.of(answer));
            }
        }

        PhotoStory story() {
            return new PhotoStory(
                    photo,
                    handedIn,
                    machine,
                    faults,
                    checks,
                    Optional.ofNullable(asked),
                    Optional.ofNullable(suspicion),
                    decisions,
                    steps,
                    looks);
        }
    }
}
