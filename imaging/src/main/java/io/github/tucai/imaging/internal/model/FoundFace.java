package io.github.tucai.imaging.internal.model;

import org.jspecify.annotations.Nullable;

/**
 * A face that a detector saw, with what the landmark network made of it.
 *
 * @param landmarks null where the suspicion was too weak to look closer
 * @param isDoubtful whether the detector that should see it too does not
 */
public record FoundFace(DetectedFace detected, @Nullable FaceLandmarks landmarks, boolean isDoubtful) {
    /**
     * The detector's score, halved where the landmark network sees no face: it is sure where detectors are taken in by
     * rings, hands and patterns. Halved once more where it is doubtful.
     */
    public double score() {
        double presence = landmarks == null ? 0 : landmarks.presence();
        double score = detected.score() * (1 + presence) / 2;
        return isDoubtful ? score / 2 : score;
    }

    FoundFace doubted() {
        return new FoundFace(detected, landmarks, true);
    }

    /** Whether both networks together hold it for a face. */
    public boolean isFace() {
        return landmarks != null && score() >= 0.5;
    }

    /** Whether the landmarks slid over to a face that is known already. */
    boolean slidTo(DetectedFace known) {
        return landmarks != null
                && known.contains(landmarks.x(FaceLandmarks.NOSE_TIP), landmarks.y(FaceLandmarks.NOSE_TIP));
    }
}
