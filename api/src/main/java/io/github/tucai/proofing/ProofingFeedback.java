package io.github.tucai.proofing;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * What a school answers after proofing: the 电子图像校对反馈表 (A3). Only the school, the graduating class and the number of
 * pictures are needed; what is absent stays a blank to be filled by hand.
 */
public final class ProofingFeedback {
    private final String unit;
    private final int graduatingClass;
    private final int pictures;
    private final String addressee;
    private final Optional<LocalDate> received;
    private final Optional<Satisfaction> photoQuality;
    private final Optional<Satisfaction> centreWork;
    private final String opinions;
    private final String handler;
    private final String phone;
    private final Optional<LocalDate> signed;

    private ProofingFeedback(Builder builder) {
        unit = text(builder.unit, "unit", 64, false);
        if (unit.isBlank()) {
            throw new IllegalArgumentException("unit must not be blank");
        }
        graduatingClass = builder.graduatingClass;
        pictures = builder.pictures;
        addressee = text(builder.addressee, "addressee", 64, false);
        received = builder.received;
        photoQuality = builder.photoQuality;
        centreWork = builder.centreWork;
        opinions = text(builder.opinions, "opinions", 400, true);
        handler = text(builder.handler, "handler", 32, false);
        phone = text(builder.phone, "phone", 32, false);
        signed = builder.signed;
        if (graduatingClass < 1900 || graduatingClass > 9999) {
            throw new IllegalArgumentException("graduatingClass must be a year of four digits, got " + graduatingClass);
        }
        if (pictures < 0 || pictures > 9_999_999) {
            throw new IllegalArgumentException("pictures must be 0 to 9999999, got " + pictures);
        }
        if (received.isPresent() && signed.isPresent() && signed.get().isBefore(received.get())) {
            throw new IllegalArgumentException(
                    "signed must not be before received, got " + signed.get() + " before " + received.get());
        }
    }

    /**
     * Starts a form.
     *
     * @param unit the school's name, 1 to 64 characters
     * @param graduatingClass the year, such as 2025
     * @param pictures how many electronic photos the school received
     */
    public static Builder of(String unit, int graduatingClass, int pictures) {
        return new Builder(unit, graduatingClass, pictures);
    }

    public String unit() {
        return unit;
    }

    public int graduatingClass() {
        return graduatingClass;
    }

    public int pictures() {
        return pictures;
    }

    /** Whom the form goes to. */
    public String addressee() {
        return addressee;
    }

    /** The day the school received the pictures. */
    public Optional<LocalDate> received() {
        return received;
    }

    public Optional<Satisfaction> photoQuality() {
        return photoQuality;
    }

    public Optional<Satisfaction> centreWork() {
        return centreWork;
    }

    /** Opinions and suggestions, at most 400 characters, lines apart by {@code \n}; empty for none. */
    public String opinions() {
        return opinions;
    }

    /** Who handled it at the school; empty for a blank. */
    public String handler() {
        return handler;
    }

    /** The handler's phone; empty for a blank. */
    public String phone() {
        return phone;
    }

    /** The day beside the seal. */
    public Optional<LocalDate> signed() {
        return signed;
    }

    /** Names no person. */
    @Override
    public String toString() {
        return "ProofingFeedback[" + graduatingClass + ", " + pictures + " pictures]";
    }

    private static String text(String value, String name, int most, boolean lines) {
        Objects.requireNonNull(value, name);
        int length = value.codePointCount(0, value.length());
        if (length > most) {
            throw new IllegalArgumentException(name + " must have at most " + most + " characters, got " + length);
        }
        if (value.codePoints().anyMatch(c -> Character.isISOControl(c) && !(lines && c == '\n'))) {
            throw new IllegalArgumentException(name + " must not contain control characters");
        }
        return value;
    }

    /** Collects the answers; {@link #build()} checks them. */
    public static final class Builder {
        private final String unit;
        private final int graduatingClass;
        private final int pictures;
        private String addressee = "省招就中心";
        private Optional<LocalDate> received = Optional.empty();
        private Optional<Satisfaction> photoQuality = Optional.empty();
        private Optional<Satisfaction> centreWork = Optional.empty();
        private String opinions = "";
        private String handler = "";
        private String phone = "";
        private Optional<LocalDate> signed = Optional.empty();

        private Builder(String unit, int graduatingClass, int pictures) {
            this.unit = unit;
            this.graduatingClass = graduatingClass;
            this.pictures = pictures;
        }

        public Builder addressee(String name) {
            addressee = name;
            return this;
        }

        public Builder received(LocalDate day) {
            received = Optional.of(day);
            return this;
        }

        public Builder photoQuality(Satisfaction level) {
            photoQuality = Optional.of(level);
            return this;
        }

        public Builder centreWork(Satisfaction level) {
            centreWork = Optional.of(level);
            return this;
        }

        public Builder opinions(String text) {
            opinions = text;
            return this;
        }

        public Builder handler(String name) {
            handler = name;
            return this;
        }

        public Builder phone(String number) {
            phone = number;
            return this;
        }

        public Builder signed(LocalDate day) {
            signed = Optional.of(day);
            return this;
        }

        /**
         * Checks and builds.
         *
         * @throws IllegalArgumentException if an answer is too long or the dates contradict each other
         */
        public ProofingFeedback build() {
            return new ProofingFeedback(this);
        }
    }
}
