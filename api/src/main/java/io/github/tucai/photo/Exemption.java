package io.github.tucai.photo;

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
 * @param suspended never empty
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
    }

    /** A head covering worn for any of the reasons. */
    public static Exemption headCovering(Kind kind) {
        return new Exemption(kind, HEAD_COVERING);
    }

    /** An eye patch, a missing ear, a tracheostomy …: whatever checks the person who granted it named. */
    public static Exemption medical(Set<CheckId> suspended) {
        return new Exemption(Kind.MEDICAL, suspended);
    }

    /** Counts the checks; what they are and why says something about a person's body or faith. */
    @Override
    public String toString() {
        return "Exemption[" + suspended.size() + " checks]";
    }
}
