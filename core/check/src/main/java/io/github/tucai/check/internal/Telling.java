package io.github.tucai.check.internal;

import io.github.tucai.photo.Answer;
import io.github.tucai.photo.CheckId;
import io.github.tucai.photo.Verdict;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * In which order faults are told. All are told; the gravest effect on the verdict comes first, a certain fault before a
 * doubtful one, and of those a cause before what it brings about: who takes off the cap shows brows and ears as well.
 */
final class Telling {
    /** What one fault alone can set off. No chain of these leads back to its start; a test holds that. */
    private static final Map<CheckId, Set<CheckId>> SETS_OFF = Map.ofEntries(
            causes("file-dimensions", "inter-eye-distance", "sharpness", "pixelation"),
            causes("file-compression", "compression-artefacts", "noise", "retouched"),
            causes("single-face", "face-centred", "shoulders-in-frame", "background-uniform"),
            causes("inter-eye-distance", "sharpness", "pixelation"),
            causes(
                    "head-yaw",
                    "ears-visible",
                    "gaze-forward",
                    "light-even",
                    "face-centred",
                    "face-width",
                    "shoulders-level"),
            causes("head-pitch", "head-top-margin", "eye-line", "eyes-open"),
            causes("head-roll", "shoulders-level"),
            causes("mouth-closed", "expression-natural"),
            causes(
                    "lenses-tinted",
                    "frame-over-eyes",
                    "eyes-open",
                    "gaze-forward",
                    "lenses-glare",
                    "contact-lenses-coloured"),
            causes("hair-over-eyes", "eyes-open", "gaze-forward", "hair-over-eyebrows"),
            causes("hair-over-ears", "ears-visible", "earrings"),
            causes(
                    "head-covering",
                    "hair-over-ears",
                    "hair-over-eyebrows",
                    "ears-visible",
                    "earrings",
                    "jewellery",
                    "head-top-margin",
                    "shadow-on-face"),
            causes("face-occluded", "mouth-closed", "expression-natural", "makeup", "natural-colour"),
            causes("exposure", "dynamic-range", "light-even", "natural-colour", "noise"),
            causes("light-source", "light-even", "highlights", "shadow-on-face", "background-shadow"),
            causes("shadow-on-face", "light-even"),
            causes("background-shadow", "background-uniform"),
            causes("pixelation", "sharpness"),
            causes("sharpness", "retouched", "recapture"));

    private Telling() {}

    /**
     * The findings that failed or are unsure, first things first.
     *
     * @param assessments in the order of the catalogue
     */
    static List<Assessment> inOrder(List<Assessment> assessments, boolean unsureReviewAccepted) {
        List<Assessment> faults = assessments.stream()
                .filter(assessment -> isFault(assessment.finding().answer()))
                .toList();
        Comparator<Assessment> gravestFirst = Comparator.comparing(
                (Assessment assessment) -> assessment.verdict(unsureReviewAccepted),
                Comparator.<Verdict>reverseOrder());
        return faults.stream()
                .sorted(gravestFirst
                        .thenComparing(assessment -> assessment.finding().answer() == Answer.UNSURE)
                        .thenComparing(
                                assessment -> isSetOff(assessment.finding().check(), faults))
                        .thenComparingDouble(
                                assessment -> assessment.finding().score().orElse(0)))
                .toList();
    }

    static Map<CheckId, Set<CheckId>> setsOff() {
        return SETS_OFF;
    }

    private static boolean isFault(Answer answer) {
        return answer == Answer.FAIL || answer == Answer.UNSURE;
    }

    private static boolean isSetOff(CheckId check, List<Assessment> faults) {
        return faults.stream()
                .map(other -> SETS_OFF.getOrDefault(other.finding().check(), Set.of()))
                .anyMatch(set -> set.contains(check));
    }

    private static Map.Entry<CheckId, Set<CheckId>> causes(String cause, String... effects) {
        return Map.entry(
                new CheckId(cause), Arrays.stream(effects).map(CheckId::new).collect(Collectors.toUnmodifiableSet()));
    }
}
