package io.github.tucai.check;

import io.github.tucai.check.internal.PhotoJudge;
import io.github.tucai.check.internal.plugin.Plugins;
import io.github.tucai.failure.UndecodableImageException;
import io.github.tucai.photo.AnalysisMode;
import io.github.tucai.photo.Declarations;
import io.github.tucai.photo.Measure;
import io.github.tucai.photo.Measurements;
import io.github.tucai.photo.Measures;
import io.github.tucai.photo.PhotoCheckResult;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.photo.PhotoProfile;
import io.github.tucai.photo.PictureHash;
import io.github.tucai.photo.Stage;
import io.github.tucai.spi.ImageAnalyzer;
import io.github.tucai.spi.UsedPhotos;
import java.util.Objects;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * Checks photos against a profile: measures, judges, tells all faults at once. Needs an {@link ImageAnalyzer}
 * ({@code tucai-imaging} holds one) and no database. Safe for concurrent use; a check runs in the caller's thread.
 */
public final class PhotoChecker {
    private final ImageAnalyzer analyzer;
    private final PhotoProfile profile;
    private final PhotoJudge judge = new PhotoJudge();

    private PhotoChecker(ImageAnalyzer analyzer, PhotoProfile profile) {
        this.analyzer = analyzer;
        this.profile = profile;
    }

    /** Starts a checker; without a word more it takes the only installed analyzer and {@code CN-DEGREE}. */
    public static Builder builder() {
        return new Builder();
    }

    /** The rules it checks against. */
    public PhotoProfile profile() {
        return profile;
    }

    /** Checks what a student hands in, nothing declared. */
    public PhotoCheckResult check(PhotoImage image) {
        return check(image, Stage.SUBMISSION, Declarations.NONE);
    }

    /**
     * Checks one photo.
     *
     * @return for bytes that are no picture too: REJECT, {@code file-format} says why, everything else is SKIPPED
     * @throws io.github.tucai.failure.PluginException if the analyzer fails
     */
    public PhotoCheckResult check(PhotoImage image, Stage stage, Declarations declarations) {
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(declarations, "declarations");
        return check(image, AnalysisMode.FULL, stage, declarations, null);
    }

    /**
     * Checks one photo, and whether it was used before.
     *
     * @param used what it is compared with; without, {@code duplicate} is SKIPPED
     */
    public PhotoCheckResult check(PhotoImage image, Stage stage, Declarations declarations, UsedPhotos used) {
        return check(image, AnalysisMode.FULL, stage, declarations, Objects.requireNonNull(used, "used"));
    }

    /**
     * Checks a frame of a camera by what can be measured quickly, for {@link LiveGuide}. What was not measured is SKIPPED, so
     * the verdict says nothing: only a photo that {@link #check} accepts is accepted.
     */
    public PhotoCheckResult preview(PhotoImage frame) {
        return check(frame, AnalysisMode.PREVIEW, Stage.SUBMISSION, Declarations.NONE, null);
    }

    private PhotoCheckResult check(
            PhotoImage image, AnalysisMode mode, Stage stage, Declarations declarations, @Nullable UsedPhotos used) {
        Measurements measurements;
        try {
            measurements = analyzer.analyze(image, mode);
        } catch (UndecodableImageException e) {
            Measurements.Builder nothing = PhotoJudge.nothingMeasured(analyzer.id(), "", image.sizeBytes());
            return judge.undecodable(e, nothing, profile, stage);
        }
        return judge(used == null ? measurements : compared(measurements, image, used), stage, declarations);
    }

    private static Measurements compared(Measurements measurements, PhotoImage image, UsedPhotos used) {
        double sixtyFourths = used.nearest(image.digest(), measurements.hash()) * 64.0 / PictureHash.BITS;
        return measurements.with(new Measure(Measures.DUPLICATE_DISTANCE, sixtyFourths, "bits", null, 1));
    }

    /** Judges what was measured before: another profile over stored measurements needs no photo. Pure. */
    public PhotoCheckResult judge(Measurements measurements, Stage stage, Declarations declarations) {
        return judge.judge(measurements, profile, stage, declarations);
    }

    /** Collects what a checker needs; not safe for concurrent use. */
    public static final class Builder {
        private @Nullable ImageAnalyzer analyzer;
        private @Nullable String analyzerId;
        private @Nullable PhotoProfile profile;

        private Builder() {}

        /** The installed analyzer with this id. */
        public Builder analyzer(String id) {
            this.analyzerId = Objects.requireNonNull(id, "id");
            this.analyzer = null;
            return this;
        }

        /** This analyzer; no lookup happens. */
        public Builder analyzer(ImageAnalyzer instance) {
            this.analyzer = Objects.requireNonNull(instance, "instance");
            this.analyzerId = null;
            return this;
        }

        /**
         * A shipped profile.
         *
         * @throws IllegalArgumentException if none has this id
         */
        public Builder profile(String id) {
            return profile(PhotoProfiles.get(id));
        }

        /** A profile of one's own. */
        public Builder profile(PhotoProfile rules) {
            this.profile = Objects.requireNonNull(rules, "rules");
            return this;
        }

        /**
         * The checker.
         *
         * @throws io.github.tucai.failure.PluginException if no analyzer, or more than one, is installed and none was chosen
         */
        public PhotoChecker build() {
            PhotoProfile rules = profile == null ? PhotoProfiles.get(PhotoProfiles.CN_DEGREE) : profile;
            return new PhotoChecker(chosen(), rules);
        }

        private ImageAnalyzer chosen() {
            if (analyzer != null) {
                return analyzer;
            }
            ServiceLoader<ImageAnalyzer> installed = ServiceLoader.load(ImageAnalyzer.class);
            return analyzerId == null
                    ? Plugins.only(ImageAnalyzer.class, installed)
                    : Plugins.named(analyzerId, ImageAnalyzer.class, installed);
        }
    }
}
