package io.github.tucai.imaging.internal.model;

import io.github.tucai.imaging.internal.pixel.Picture;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The faces and suspicions in a picture, each once: the main face first. */
public final class FacesFound {
    // Weaker suspicions are told without a closer look; no true face of the labelled photos is among them.
    private static final double WORTH_A_LOOK = 0.3;
    private static final int MOST_LOOKS = 4;

    private final List<FoundFace> faces;

    private FacesFound(List<FoundFace> faces) {
        this.faces = faces;
    }

    /** Looks closer at what one detector saw. */
    static FacesFound confirm(Picture picture, List<DetectedFace> detected, LandmarkNetwork network) {
        return confirm(picture, detected, face -> false, network);
    }

    /**
     * Looks closer at what two detectors saw. The one for small faces sees large ones too, so a second face that only the
     * other sees is doubtful: that one is taken in by hands and leaves, and so is the landmark network.
     */
    static FacesFound confirm(
            Picture picture, List<DetectedFace> near, List<DetectedFace> small, LandmarkNetwork network) {
        List<DetectedFace> detected = new ArrayList<>(near);
        detected.addAll(small);
        return confirm(picture, detected, face -> small.stream().noneMatch(face::isSameFaceAs), network);
    }

    private static FacesFound confirm(
            Picture picture, List<DetectedFace> detected, Predicate<DetectedFace> doubt, LandmarkNetwork network) {
        List<FoundFace> faces = new ArrayList<>();
        for (DetectedFace face : onceEach(detected)) {
            boolean isWorthALook = face.score() >= WORTH_A_LOOK && faces.size() < MOST_LOOKS;
            FoundFace found = new FoundFace(face, isWorthALook ? network.find(picture, face) : null, false);
            if (faces.stream().noneMatch(known -> found.slidTo(known.detected()))) {
                faces.add(found);
            }
        }
        // The largest true face is the main one: a sharper but smaller one behind stays the second.
        faces.sort(Comparator.comparing((FoundFace face) -> !face.isFace())
                .thenComparing(face -> doubt.test(face.detected()))
                .thenComparing(face -> face.isFace() ? -face.detected().side() : -face.score()));
        List<FoundFace> judged = new ArrayList<>();
        for (FoundFace face : faces) {
            judged.add(judged.isEmpty() || !doubt.test(face.detected()) ? face : face.doubted());
        }
        return new FacesFound(List.copyOf(judged));
    }

    /** Best first; where two detectors mean the same face, the better one's square stands. */
    private static List<DetectedFace> onceEach(List<DetectedFace> detected) {
        List<DetectedFace> kept = new ArrayList<>();
        detected.stream()
                .sorted(Comparator.comparingDouble(DetectedFace::score).reversed())
                .filter(face -> kept.stream().noneMatch(face::isSameFaceAs))
                .forEach(kept::add);
        return kept;
    }

    /** The largest face; empty where there is none. */
    public Optional<FoundFace> main() {
        return faces.stream().filter(FoundFace::isFace).findFirst();
    }

    /** The main face, or the strongest suspicion where there is no face. */
    public Optional<FoundFace> first() {
        return faces.stream().findFirst();
    }

    /** The strongest of the others. */
    public Optional<FoundFace> other() {
        return faces.stream().skip(1).max(Comparator.comparingDouble(FoundFace::score));
    }

    /** How many are faces. */
    public int count() {
        return (int) faces.stream().filter(FoundFace::isFace).count();
    }
}
