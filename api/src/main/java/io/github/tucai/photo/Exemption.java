package io.github.tucai.photo;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What a person granted one student for religious, medical or cultural reasons (A2.3.4). The checks it suspends are SKIPPED
 * with the reason {@code exempt} and leave the verdict alone; all others stay, {@code face-occluded} and
 * {@code shadow-on-face} of a head covering among them.
 *
 * <p>The kind stands in the encrypted log of who granted it alone. Of it nothing is stored with a photo: {@link Declarations} keep
 * the suspended checks, since a faith or an illness is nobody's business there.
 *
 * @param kind why it was granted
 * @param suspended never empty, all of them among {@link #MEDICAL}
 */
public record Exemption(Kind kind, Set<CheckId> suspended) {
    /** Why an exemption was granted. */
    public enum Kind {
        /** A faith asks for it. */
        RELIGIOUS,
        /** A condition of the body asks for it. */
        MEDICAL,
        /** A custom asks for it, such as the dress of a people. */
        CULTURAL
    }

    /** What a head covering hides, and what is suspended with it. */
    public static final Set<CheckId> HEAD_COVERING = Set.of(
            new CheckId("head-covering"),
            new CheckId("head-top-margin"),
            new CheckId("ears-visible"),
            new CheckId("hair-over-ears"),
            new CheckId("hair-over-eyebrows"),
            new CheckId("earrings"),
            new CheckId("necklace"));

    /**
     * What a medical exemption may name: pose, expression, glasses and what is worn (A2.3.2 to A2.3.4), and where the head ends.
     * No condition of the body excuses a file, a light or a background, and none excuses a violation (A2.3.6).
     */
    public static final Set<CheckId> MEDICAL = Set.of(
            new CheckId("head-top-margin"),
            new CheckId("head-yaw"),
            new CheckId("head-pitch"),
            new CheckId("head-roll"),
            new CheckId("shoulders-level"),
            new CheckId("ears-visible"),
            new CheckId("gaze-forward"),
            new CheckId("eyes-open"),
            new CheckId("mouth-closed"),
            new CheckId("expression-natural"),
            new CheckId("glasses"),
            new CheckId("lenses-tinted"),
            new CheckId("contact-lenses-coloured"),
            new CheckId("frame-over-eyes"),
            new CheckId("lenses-glare"),
            new CheckId("earrings"),
            new CheckId("necklace"),
            new CheckId("jewellery"),
            new CheckId("hair-over-eyebrows"),
            new CheckId("hair-over-eyes"),
            new CheckId("hair-over-ears"),
            new CheckId("head-covering"),
            new CheckId("face-occluded"),
            new CheckId("makeup"));

    public Exemption {
        Objects.requireNonNull(kind, "kind");
        suspended = Set.copyOf(suspended);
        if (suspended.isEmpty()) {
            throw new IllegalArgumentException("an exemption names at least one check");
        }
        if (kind != Kind.MEDICAL && !suspended.equals(HEAD_COVERING)) {
            throw new IllegalArgumentException(
                    "only a medical exemption names its checks; others are for a head covering");
        }
        List<String> others = suspended.stream()
                .filter(check -> !MEDICAL.contains(check))
                .map(CheckId::value)
                .sorted()
                .toList();
        if (!others.isEmpty()) {
            throw new IllegalArgumentException("an exemption cannot suspend " + String.join(", ", others)
                    + "; it is about pose, expression, glasses and what is worn");
        }
    }

    /** A head covering worn for any of the reasons. */
    public static Exemption headCovering(Kind kind) {
        return new Exemption(kind, HEAD_COVERING);
    }

    /**
     * An eye patch, a missing ear, a tracheostomy …: what the person who grants it names.
     *
     * @throws IllegalArgumentException if it names none, or one that is not among {@link #MEDICAL}
     */
    public static Exemption medical(Set<CheckId> suspended) {
        return new Exemption(Kind.MEDICAL, suspended);
    }

    /** Counts the checks; what they are and why says something about a person's body or faith. */
    @Override
    public String toString() {
        return "Exemption[" + suspended.size() + " checks]";
    }
}
