package io.github.tucai.photo;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One collector's rules for photos, as data: what a submission and a product are held to, and what the product is. Two
 * profiles are compared by {@link #digest()}. Immutable.
 *
 * <p>Shipped ones and files are read by {@code io.github.tucai.check.PhotoProfiles}.
 */
public final class PhotoProfile {
    private static final Pattern ID = Pattern.compile("[A-Z0-9]+(-[A-Z0-9]+)*");

    private final String id;
    private final Advice title;
    private final String digest;
    private final ProductSpec product;
    private final List<Rgb> backgrounds;
    private final Map<Stage, Set<String>> formats;
    private final List<String> editors;
    private final Set<CheckId> mayBeUnmeasured;
    private final boolean unsureReviewAccepted;
    private final Map<CheckId, CheckRule> rules;

    private PhotoProfile(Builder builder) {
        this.id = builder.id;
        this.title = Objects.requireNonNull(builder.title, "title");
        this.digest = Objects.requireNonNull(builder.digest, "digest");
        this.product = Objects.requireNonNull(builder.product, "product");
        this.backgrounds = List.copyOf(builder.backgrounds);
        this.formats = Map.copyOf(builder.formats);
        this.editors = List.copyOf(builder.editors);
        this.mayBeUnmeasured = Set.copyOf(builder.mayBeUnmeasured);
        this.unsureReviewAccepted = builder.unsureReviewAccepted;
        this.rules = Collections.unmodifiableMap(new LinkedHashMap<>(builder.rules));
    }

    /** Starts a profile. */
    public static Builder builder(String id) {
        return new Builder(id);
    }

    /** Such as {@code CN-DEGREE}. */
    public String id() {
        return id;
    }

    /** Name for people. */
    public Advice title() {
        return title;
    }

    /** SHA-256 of the data it was read from, hexadecimal; what a result names. */
    public String digest() {
        return digest;
    }

    /** What a finished photo has to be. */
    public ProductSpec product() {
        return product;
    }

    /** Colours the product's background may have; empty: any. */
    public List<Rgb> backgrounds() {
        return backgrounds;
    }

    /** File formats of a stage, as {@link FileFacts#format()} names them. */
    public Set<String> formats(Stage stage) {
        return formats.getOrDefault(stage, Set.of("jpeg"));
    }

    /** Lower-case parts of names of programs whose trace in a file sends it to a person (A2.3.6). */
    public List<String> editors() {
        return editors;
    }

    /** REQUIRED checks that leave the verdict alone where the analyzer has no measure for them. */
    public Set<CheckId> mayBeUnmeasured() {
        return mayBeUnmeasured;
    }

    /** Whether an UNSURE of a REVIEW check leaves the verdict alone. */
    public boolean unsureReviewAccepted() {
        return unsureReviewAccepted;
    }

    /** The rule of each check it has one for. */
    public Map<CheckId, CheckRule> rules() {
        return rules;
    }

    /**
     * The same rules where the finisher is told another background; empty keeps the photo's own. Id and digest stay: what
     * was chosen is part of the check, not of the rule book.
     */
    public PhotoProfile withBackground(Optional<Rgb> background) {
        Builder copy = new Builder(id)
                .title(title)
                .digest(digest)
                .product(product.withBackground(background))
                .backgrounds(backgrounds)
                .editors(editors)
                .mayBeUnmeasured(mayBeUnmeasured)
                .unsureReviewAccepted(unsureReviewAccepted);
        formats.forEach(copy::formats);
        rules.values().forEach(copy::rule);
        return copy.build();
    }

    @Override
    public String toString() {
        return "PhotoProfile[" + id + ", " + digest.substring(0, Math.min(8, digest.length())) + "]";
    }

    /** Collects the parts of a profile; not safe for concurrent use. */
    public static final class Builder {
        private final String id;
        private Advice title;
        private String digest = "";
        private @Nullable ProductSpec product;
        private List<Rgb> backgrounds = List.of();
        private final Map<Stage, Set<String>> formats = new LinkedHashMap<>();
        private List<String> editors = List.of();
        private Set<CheckId> mayBeUnmeasured = Set.of();
        private boolean unsureReviewAccepted = true;
        private final Map<CheckId, CheckRule> rules = new LinkedHashMap<>();

        private Builder(String id) {
            if (!ID.matcher(id).matches()) {
                throw new IllegalArgumentException(
                        "a profile id is capital letters and digits joined by hyphens, got '" + id + "'");
            }
            this.id = id;
            this.title = new Advice(id, id);
        }

        /** Name for people; the id where none is given. */
        public Builder title(Advice names) {
            this.title = names;
            return this;
        }

        /** SHA-256 of the data, hexadecimal. */
        public Builder digest(String sha256) {
            this.digest = sha256;
            return this;
        }

        /** Needed. */
        public Builder product(ProductSpec spec) {
            this.product = spec;
            return this;
        }

        /** See {@link PhotoProfile#backgrounds()}. */
        public Builder backgrounds(List<Rgb> colours) {
            this.backgrounds = colours;
            return this;
        }

        /** See {@link PhotoProfile#formats(Stage)}; JPEG where none are given. */
        public Builder formats(Stage stage, Set<String> names) {
            formats.put(stage, Set.copyOf(names));
            return this;
        }

        /** See {@link PhotoProfile#editors()}. */
        public Builder editors(List<String> names) {
            this.editors = names;
            return this;
        }

        /** See {@link PhotoProfile#mayBeUnmeasured()}. */
        public Builder mayBeUnmeasured(Set<CheckId> checks) {
            this.mayBeUnmeasured = checks;
            return this;
        }

        /** See {@link PhotoProfile#unsureReviewAccepted()}; true where nothing is said. */
        public Builder unsureReviewAccepted(boolean accepted) {
            this.unsureReviewAccepted = accepted;
            return this;
        }

        /** Adds a rule; one of the same check is replaced. */
        public Builder rule(CheckRule rule) {
            rules.put(rule.check(), rule);
            return this;
        }

        /** The profile. */
        public PhotoProfile build() {
            return new PhotoProfile(this);
        }
    }
}
