package io.github.tucai.photo;

import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of a photo that no pixel shows: the student's declaration, a recorded exemption, the time of capture.
 *
 * @param wearsGlassesUsually empty where nobody said (A2.3.3)
 * @param exempt checks suspended for this student by a recorded exemption (A2.3.4)
 * @param capturedAt when the picture was taken, if known (A2.3.1)
 */
public record Declarations(Optional<Boolean> wearsGlassesUsually, Set<CheckId> exempt, Optional<Instant> capturedAt) {
    /** Nothing is known. */
    public static final Declarations NONE = new Declarations(Optional.empty(), Set.of(), Optional.empty());

    public Declarations {
        Objects.requireNonNull(wearsGlassesUsually, "wearsGlassesUsually");
        exempt = Set.copyOf(exempt);
        Objects.requireNonNull(capturedAt, "capturedAt");
    }

    /** The same, with the student's word on glasses. */
    public Declarations withGlasses(boolean usually) {
        return new Declarations(Optional.of(usually), exempt, capturedAt);
    }

    /** The same, with the checks of this exemption suspended too. */
    public Declarations withExemption(Exemption exemption) {
        Set<CheckId> both = new HashSet<>(exempt);
        both.addAll(exemption.suspended());
        return new Declarations(wearsGlassesUsually, both, capturedAt);
    }

    /** The same, with the time of capture. */
    public Declarations takenAt(Instant when) {
        return new Declarations(wearsGlassesUsually, exempt, Optional.of(when));
    }
}
