package io.github.tucai.calibration.page;

import io.github.tucai.calibration.limits.ChooseLimits;
import io.github.tucai.calibration.limits.EvaluateProfile;
import io.github.tucai.calibration.limits.FitEvidence;
import io.github.tucai.calibration.limits.JudgedPhotos;
import io.github.tucai.calibration.limits.LabelledPhotos;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** How right the checks are, and how their limits and weights are chosen. */
final class ChecksPage {
    private static final String ANSWERS =
            "Equal error rate (EER) in per cent; then, of the fine ones, how many FAIL and"
                    + " UNSURE; of the faulty ones, how many PASS and UNSURE; each with its rate and the 95 % interval of that."
                    + " Pictures whose label is unsure or whose checks are"
                    + " all skipped do not count. The limits were chosen on these pictures, and with fewer than ten faulty ones a"
                    + " rate says little. Groups are by what the sources or the labels say of a person.\n\n";
    private static final String LIMITS =
            "What stands in the profile, and what the rule gives for these measures; `good` and"
                    + " `faulty` are how many pictures it chose by. Numbers of the profile are changed by hand.\n\n";
    private static final String WEIGHTS =
            "Weights by logistic regression, with the rate on the pictures of the fit and on"
                    + " sources that a fit did not see:\n\n";

    private final LabelledPhotos photos;
    private final JudgedPhotos judged;
    private final Optional<Path> reading;

    ChecksPage(LabelledPhotos photos, JudgedPhotos judged, Optional<Path> reading) {
        this.photos = photos;
        this.judged = judged;
        this.reading = reading;
    }

    Page of(Origin origin) throws IOException {
        return new Page("How right the checks are, and how their limits were chosen", origin)
                .section("The rule for the limits", Page.resource("rule.md"))
                .section("How right the checks are", answers())
                .section("The limits of CN-DEGREE", LIMITS + Page.printed(out -> ChooseLimits.run(photos, out)))
                .section("The weights of evidence.json", WEIGHTS + rates())
                .tried("checks.md");
    }

    private String answers() throws IOException {
        return ANSWERS + Page.printed(out -> EvaluateProfile.run(photos, judged, reading, out));
    }

    /** The weights themselves are the file's. */
    private String rates() throws IOException {
        return Page.printed(out -> FitEvidence.run(
                        photos, new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8), out))
                .replaceAll("(?m)^(?=.)", "- ");
    }
}
