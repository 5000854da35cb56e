package io.github.tucai.imaging.internal.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The faces of a picture as one or two detectors see them, each once: the main face first, then by score. */
public final class FacesFound {
    /** From here on a detector's suspicion counts as a face. */
    public static final double FACE = 0.5;

    private final List<DetectedFace> faces;

    private FacesFound(List<DetectedFace> faces) {
        this.faces = faces;
    }

    /** Joins what the detectors saw; the first one's square stands where both mean the same face. */
    static FacesFound join(List<DetectedFace> first, List<DetectedFace> second) {
        List<DetectedFace> joined = new ArrayList<>(first);
        for (DetectedFace face : second) {
            int same = indexOfSame(joined, face);
            if (same < 0) {
                joined.add(face);
            } else if (joined.get(same).score() < face.score()) {
                joined.set(same, face);
            }
        }
        // The largest true face is the main one: a sharper but smaller one behind stays the second.
        joined.sort(Comparator.comparing((DetectedFace face) -> face.score() < FACE)
                .thenComparing(face -> face.score() < FACE ? -face.score() : -face.side()));
        return new FacesFound(List.copyOf(joined));
    }

    private static int indexOfSame(List<DetectedFace> faces, DetectedFace face) {
        for (int i = 0; i < faces.size(); i++) {
            if (faces.get(i).isSameFaceAs(face)) {
                return i;
            }
        }
        return -1;
    }

    /** The largest face, or the best suspicion where there is none. */
    public Optional<DetectedFace> main() {
        return faces.stream().findFirst();
    }

    /** The strongest of the others. */
    public Optional<DetectedFace> other() {
        return faces.stream().skip(1).max(Comparator.comparingDouble(DetectedFace::score));
    }

    /** How many count as faces. */
    public int count() {
        return (int) faces.stream().filter(face -> face.score() >= FACE).count();
    }
}
