package io.github.tucai.check.internal;

import io.github.tucai.photo.Advice;
import io.github.tucai.photo.Answer;
import io.github.tucai.photo.CheckId;
import io.github.tucai.photo.Finding;
import io.github.tucai.photo.Measure;
import io.github.tucai.photo.MeasureId;
import io.github.tucai.photo.Measurements;
import io.github.tucai.photo.Measures;
import io.github.tucai.photo.PhotoCheckResult;
import io.github.tucai.photo.Severity;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What in a camera frame a person can put right. A frame is smaller than the photo will be and no file of anybody's, so
 * checks of the file and of pixels do not count; where the head stands in the frame does, although only the photo's own
 * crop is judged later.
 */
public final class LiveCues {
    private static final CheckId SINGLE_FACE = new CheckId("single-face");
    private static final CheckId FACE_WIDTH = new CheckId("face-width");
    private static final CheckId HEAD_TOP = new CheckId("head-top-margin");
    private static final CheckId FACE_CENTRED = new CheckId("face-centred");

    /** First things first: who is in the picture, where, how the head is held, then the face. */
    private static final List<CheckId> ORDER = Stream.of(
                    "file-format",
                    "single-face",
                    "face-occluded",
                    "face-width",
                    "head-top-margin",
                    "face-centred",
                    "head-roll",
                    "head-yaw",
                    "head-pitch",
                    "eyes-open",
                    "gaze-forward",
                    "mouth-closed",
                    "expression-natural")
            .map(CheckId::new)
            .toList();

    // A registration photo shows a face of 3/8 to 5/8 of its width (教毕指〔2017〕99号: 180 to 300 of 480 pixels); a frame
    // has
    // to hold such a crop, and a face of less than half of that comes out coarse. Tolerances are ours.
    private static final double WIDEST_FACE = 0.62;
    private static final double NARROWEST_FACE = 0.19;
    private static final double OFF_CENTRE = 0.15;
    /** Eyes to crown by eyes to chin, with some hair. */
    private static final double CROWN = 1.25;

    private LiveCues() {}

    /**
     * One thing to put right.
     *
     * @param rank 0 is the most important
     * @param words what to do
     */
    public record Cue(int rank, Advice words) {}

    /** What is wrong in a frame, one a check and one for each thing to change: the most important. */
    public static Map<CheckId, Cue> of(PhotoCheckResult frame) {
        Map<CheckId, Words> wrong = new LinkedHashMap<>();
        frame.told().stream()
                .filter(LiveCues::counts)
                .forEach(finding ->
                        wrong.put(finding.check(), CheckCatalogue.shipped().inFull(finding.check(), finding.advice())));
        framing(frame.measurements(), wrong);
        Map<CheckId, Cue> cues = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        wrong.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> rank(entry.getKey())))
                .filter(entry ->
                        entry.getValue().move().map(Move::axis).map(taken::add).orElse(true))
                .forEach(entry -> cues.put(
                        entry.getKey(),
                        new Cue(rank(entry.getKey()), entry.getValue().advice())));
        return cues;
    }

    /** Whether there is one face and nothing to put right. */
    public static boolean isGood(PhotoCheckResult frame, Map<CheckId, Cue> cues) {
        return cues.isEmpty() && frame.finding(SINGLE_FACE).map(Finding::answer).equals(Optional.of(Answer.PASS));
    }

    private static boolean counts(Finding finding) {
        boolean decides = finding.severity() == Severity.REQUIRED || finding.severity() == Severity.REVIEW;
        return decides
                && (ORDER.contains(finding.check())
                        || (CheckCatalogue.shipped().needsFace(finding.check())
                                && !finding.check().value().equals("inter-eye-distance")));
    }

    private static int rank(CheckId check) {
        int place = ORDER.indexOf(check);
        return place >= 0
                ? place
                : ORDER.size() + CheckCatalogue.shipped().ids().indexOf(check);
    }

    private static void framing(Measurements frame, Map<CheckId, Words> wrong) {
        Optional<Double> face = value(frame, Measures.FACE_WIDTH);
        Optional<Double> axis = value(frame, Measures.FACE_AXIS);
        if (!frame.file().isDecoded() || face.isEmpty() || axis.isEmpty()) {
            return;
        }
        double width = frame.file().width();
        double room = Math.min(width, frame.file().height() * 0.75);
        if (face.get() > WIDEST_FACE * room) {
            wrong.putIfAbsent(FACE_WIDTH, CheckCatalogue.shipped().above(FACE_WIDTH));
        } else if (face.get() < NARROWEST_FACE * room) {
            wrong.putIfAbsent(FACE_WIDTH, CheckCatalogue.shipped().below(FACE_WIDTH));
        }
        if (Math.abs(axis.get() / width - 0.5) > OFF_CENTRE) {
            wrong.putIfAbsent(FACE_CENTRED, CheckCatalogue.shipped().below(FACE_CENTRED));
        }
        Optional<Double> eyes = value(frame, Measures.EYE_LINE);
        Optional<Double> chin = value(frame, Measures.CHIN_LINE);
        if (eyes.isPresent() && chin.isPresent() && eyes.get() - CROWN * (chin.get() - eyes.get()) < 0) {
            wrong.putIfAbsent(HEAD_TOP, CheckCatalogue.shipped().below(HEAD_TOP));
        }
    }

    private static Optional<Double> value(Measurements frame, MeasureId id) {
        return frame.find(id).map(Measure::value);
    }
}
