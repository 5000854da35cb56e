package io.github.tucai.photo;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything an analyzer measured in one photo, with its provenance. Immutable.
 *
 * <p>A measure that could not be taken (no face, eyes hidden) is absent; the judge answers SKIPPED for what depends on it.
 */
public final class Measurements {
    private final String analyzer;
    private final String analyzerVersion;
    private final Map<String, String> models;
    private final FileFacts file;
    private final Map<MeasureId, Measure> measures;
    private final @Nullable PictureHash hash;
    private final Duration decoding;
    private final Duration analysis;

    private Measurements(Builder builder) {
        this.analyzer = builder.analyzer;
        this.analyzerVersion = builder.analyzerVersion;
        this.models = Collections.unmodifiableMap(new LinkedHashMap<>(builder.models));
        this.file = builder.file;
        this.measures = Collections.unmodifiableMap(new LinkedHashMap<>(builder.measures));
        this.hash = builder.hash;
        this.decoding = builder.decoding;
        this.analysis = builder.analysis;
    }

    /** Starts the measurements of one analyzer over one file. */
    public static Builder builder(String analyzer, String analyzerVersion, FileFacts file) {
        return new Builder(analyzer, analyzerVersion, file);
    }

    /** Id of the analyzer. */
    public String analyzer() {
        return analyzer;
    }

    /** Version of the analyzer. */
    public String analyzerVersion() {
        return analyzerVersion;
    }

    /** SHA-256 in hexadecimal by model name. */
    public Map<String, String> models() {
        return models;
    }

    /** What the file says of itself. */
    public FileFacts file() {
        return file;
    }

    /** One measure, if it was taken. */
    public Optional<Measure> find(MeasureId id) {
        return Optional.ofNullable(measures.get(id));
    }

    /** All measures in the order they were taken. */
    public Map<MeasureId, Measure> all() {
        return measures;
    }

    /** What recognises the picture again; empty where the analyzer made none. */
    public Optional<PictureHash> hash() {
        return Optional.ofNullable(hash);
    }

    /** The same with one more measure, such as one that no analyzer can take. */
    public Measurements with(Measure measure) {
        Builder copy = new Builder(analyzer, analyzerVersion, file);
        copy.models.putAll(models);
        copy.measures.putAll(measures);
        copy.hash = hash;
        return copy.took(decoding, analysis).add(measure).build();
    }

    /** Time from the first byte to upright pixels. */
    public Duration decoding() {
        return decoding;
    }

    /** Time from pixels to measures, in one thread. */
    public Duration analysis() {
        return analysis;
    }

    /** Names the analyzer and counts the measures; the values describe a person's face and stay out. */
    @Override
    public String toString() {
        return "Measurements[" + analyzer + " " + analyzerVersion + ", " + measures.size() + " measures]";
    }

    /** Collects measures; not safe for concurrent use. */
    public static final class Builder {
        private final String analyzer;
        private final String analyzerVersion;
        private final FileFacts file;
        private final Map<String, String> models = new LinkedHashMap<>();
        private final Map<MeasureId, Measure> measures = new LinkedHashMap<>();
        private @Nullable PictureHash hash;
        private Duration decoding = Duration.ZERO;
        private Duration analysis = Duration.ZERO;

        private Builder(String analyzer, String analyzerVersion, FileFacts file) {
            this.analyzer = Objects.requireNonNull(analyzer, "analyzer");
            this.analyzerVersion = Objects.requireNonNull(analyzerVersion, "analyzerVersion");
            this.file = Objects.requireNonNull(file, "file");
        }

        /** Names a model that took part. */
        public Builder model(String name, String sha256) {
            models.put(name, sha256);
            return this;
        }

        /** Adds a measure; one with the same id is replaced. */
        public Builder add(Measure measure) {
            measures.put(measure.id(), measure);
            return this;
        }

        /** What recognises the picture again. */
        public Builder hash(PictureHash picture) {
            this.hash = picture;
            return this;
        }

        /** How long decoding and analysis took. */
        public Builder took(Duration decoding, Duration analysis) {
            this.decoding = Objects.requireNonNull(decoding, "decoding");
            this.analysis = Objects.requireNonNull(analysis, "analysis");
            return this;
        }

        /** The finished measurements. */
        public Measurements build() {
            return new Measurements(this);
        }
    }
}
