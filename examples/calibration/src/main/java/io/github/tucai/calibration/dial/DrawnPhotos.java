package io.github.tucai.calibration.dial;

import io.github.tucai.calibration.Count;
import io.github.tucai.calibration.limits.JudgedPhotos;
import io.github.tucai.calibration.limits.LabelledPhotos;
import io.github.tucai.photo.Answer;
import io.github.tucai.photo.Finding;
import io.github.tucai.photo.PhotoCheckResult;
import io.github.tucai.photo.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Photos with one kind of fault, of every severity, and what is told of them. */
public final class DrawnPhotos {
    /** Mean luma of the face's skin below which it is called dark, as measured on the photo before anything was drawn. */
    private static final double DARK = 0.35;

    private final Degree degree;
    private final List<Drawn> drawn;
    private final Map<String, Drawn> untouched = new LinkedHashMap<>();

    private DrawnPhotos(Degree degree, List<Drawn> drawn) {
        this.degree = degree;
        this.drawn = drawn;
        drawn.stream().filter(photo -> photo.severity() == 0).forEach(photo -> untouched.put(photo.base(), photo));
    }

    /**
     * One photo.
     *
     * @param base the portrait that it was drawn on
     * @param severity 0 where nothing was drawn
     * @param measures as text
     */
    public record Drawn(String base, double severity, Map<String, String> measures, PhotoCheckResult result) {
        boolean isTold(Degree degree) {
            return degree.checks().stream()
                    .map(check -> result.finding(check).map(Finding::answer).orElse(Answer.SKIPPED))
                    .anyMatch(answer -> answer == Answer.FAIL || answer == Answer.UNSURE);
        }

        boolean isFailed(Degree degree) {
            return degree.checks().stream()
                    .anyMatch(
                            check -> result.finding(check).map(Finding::answer).orElse(Answer.SKIPPED) == Answer.FAIL);
        }
    }

    /** Reads what {@link SimulateDegrees} measured and judges it. */
    public static DrawnPhotos read(Path folder, Degree degree, JudgedPhotos judged) throws IOException {
        List<Drawn> drawn = new ArrayList<>();
        LabelledPhotos.table(folder.resolve(degree + ".csv"))
                .forEach((name, row) -> drawn.add(new Drawn(
                        row.getOrDefault("base", ""),
                        Double.parseDouble(row.getOrDefault("severity", "0")),
                        row,
                        judged.check(row))));
        return new DrawnPhotos(degree, drawn);
    }

    /** What was drawn. */
    public Degree degree() {
        return degree;
    }

    /** The portraits drawn on. */
    public List<String> bases() {
        return List.copyOf(untouched.keySet());
    }

    /** All of them, those with nothing drawn too. */
    public List<Drawn> all() {
        return List.copyOf(drawn);
    }

    /** How many portraits their own checks tell though nothing was drawn. */
    Count untouchedTold() {
        return Count.of(untouched.values().stream(), photo -> photo.isTold(degree));
    }

    /** How many of this severity are told, of portraits of which nothing was told before. */
    Count told(double severity) {
        return Count.of(passedBefore().filter(photo -> photo.severity() == severity), photo -> photo.isTold(degree));
    }

    /** The same, how many fail. */
    Count failed(double severity) {
        return Count.of(passedBefore().filter(photo -> photo.severity() == severity), photo -> photo.isFailed(degree));
    }

    /** How many plain ones are told. */
    Count plainTold() {
        return plainTold(photo -> true);
    }

    /** The same of faces whose skin is dark, or is not. */
    Count plainTold(boolean dark) {
        return plainTold(photo -> isDark(photo) == dark);
    }

    private Count plainTold(Predicate<Drawn> which) {
        return Count.of(plain().filter(which), photo -> photo.isTold(degree));
    }

    /** How many plain ones are accepted all the same, of portraits that were accepted before. */
    Count plainAccepted() {
        return Count.of(
                plain().filter(photo -> before(photo).result().verdict() == Verdict.ACCEPT),
                photo -> photo.result().verdict() == Verdict.ACCEPT);
    }

    private boolean isDark(Drawn photo) {
        String luminance = before(photo).measures().getOrDefault("skin.luminance", "");
        return !luminance.isEmpty() && Double.parseDouble(luminance) < DARK;
    }

    private Stream<Drawn> plain() {
        return passedBefore().filter(photo -> photo.severity() >= degree.plain());
    }

    private Stream<Drawn> passedBefore() {
        return drawn.stream()
                .filter(photo -> photo.severity() > 0 && !before(photo).isTold(degree));
    }

    private Drawn before(Drawn photo) {
        return untouched.getOrDefault(photo.base(), photo);
    }
}
