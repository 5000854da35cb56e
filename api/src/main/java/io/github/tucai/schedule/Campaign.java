package io.github.tucai.schedule;

import io.github.tucai.payment.Fee;
import io.github.tucai.payment.PaymentAccount;
import io.github.tucai.school.Contact;
import java.time.Duration;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One collection campaign: its year and class, the regions with their windows, the hours, and what the centre decided where
 * the notice leaves it open. Immutable.
 *
 * <pre>{@code
 * Campaign campaign = Campaign.builder("jiangsu-2024", 2024)
 *         .region(new CaptureRegion("xuzhou", "徐州"), CaptureWindow.parse("2024-03-15..2024-04-03"))
 *         .account(account)
 *         .build();
 * }</pre>
 */
public final class Campaign {
    /** The zone of every local date and time of a campaign. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,64}");

    private final String id;
    private final String name;
    private final int year;
    private final int graduatingClass;
    private final Map<String, CaptureRegion> regions;
    private final Map<String, CaptureWindow> windows;
    private final DailyHours hours;
    private final String profile;
    private final Fee fee;
    private final int printsPerStudent;
    private final int proofingWorkingDays;
    private final MonthDay paymentDue;
    private final PaymentAccount account;
    private final List<Contact> contacts;
    private final boolean paymentBeforeDelivery;
    private final boolean secondFactor;
    private final UncheckedFactor uncheckedFactor;
    private final boolean paperHeldForFeedback;
    private final int daysToAnswer;
    private final boolean retakeEndsSuspicion;
    private final Duration sessionLength;
    private final String note;

    private Campaign(Builder builder) {
        this.id = builder.id;
        this.name = builder.name.isEmpty() ? builder.id : builder.name;
        this.year = builder.year;
        this.graduatingClass = builder.graduatingClass;
        this.regions = Collections.unmodifiableMap(new LinkedHashMap<>(builder.regions));
        this.windows = Map.copyOf(builder.windows);
        this.hours = builder.hours;
        this.profile = builder.profile;
        this.fee = builder.fee;
        this.printsPerStudent = builder.printsPerStudent;
        this.proofingWorkingDays = builder.proofingWorkingDays;
        this.paymentDue = builder.paymentDue;
        this.account = builder.account.orElseThrow(() -> new IllegalStateException(
                "campaign " + builder.id + " has no account; name the designated account of N3.3"));
        this.contacts = List.copyOf(builder.contacts);
        this.paymentBeforeDelivery = builder.paymentBeforeDelivery;
        this.secondFactor = builder.secondFactor;
        this.uncheckedFactor = builder.uncheckedFactor;
        this.paperHeldForFeedback = builder.paperHeldForFeedback;
        this.daysToAnswer = builder.daysToAnswer;
        this.retakeEndsSuspicion = builder.retakeEndsSuspicion;
        this.sessionLength = builder.sessionLength;
        this.note = builder.note;
    }

    /**
     * Starts a campaign.
     *
     * @param id 1 to 64 of {@code a-z 0-9 -}
     * @param year of collection, 2000 to 2999; the graduating class is the year after unless said otherwise (N1.1)
     */
    public static Builder builder(String id, int year) {
        return new Builder(id, year);
    }

    /** Stable id, such as {@code jiangsu-2024}. */
    public String id() {
        return id;
    }

    /** For people; the id where none was given. */
    public String name() {
        return name;
    }

    /** The year of collection. */
    public int year() {
        return year;
    }

    /** The year in which these students graduate. */
    public int graduatingClass() {
        return graduatingClass;
    }

    /** All regions, in the order they were given; one may have no window. */
    public Collection<CaptureRegion> regions() {
        return regions.values();
    }

    /** The region with this id. */
    public Optional<CaptureRegion> region(String regionId) {
        return Optional.ofNullable(regions.get(regionId));
    }

    /** The window of a region; empty where the centre set none, and then it is closed (N2.1a). */
    public Optional<CaptureWindow> window(CaptureRegion region) {
        return Optional.ofNullable(windows.get(region.id()));
    }

    /** The hours of every day of a window (A1.2). */
    public DailyHours hours() {
        return hours;
    }

    /** The id of the photo profile. */
    public String profile() {
        return profile;
    }

    /** For one student (N3.1). */
    public Fee fee() {
        return fee;
    }

    /** Paper prints for one student (N3.1). */
    public int printsPerStudent() {
        return printsPerStudent;
    }

    /** Working days a school has for proofreading (N2.4b). */
    public int proofingWorkingDays() {
        return proofingWorkingDays;
    }

    /** The last day of payment, inclusive (N3.3). */
    public LocalDate paymentDue() {
        return paymentDue.atYear(year);
    }

    /** Where schools pay to. */
    public PaymentAccount account() {
        return account;
    }

    /** Whom to call at the centre (N6). */
    public List<Contact> contacts() {
        return contacts;
    }

    /** Whether a photo is sent only once it is paid, where students pay themselves. A policy of ours. */
    public boolean paymentBeforeDelivery() {
        return paymentBeforeDelivery;
    }

    /** Whether a code is accepted only with the last four of the ID. A policy of ours. */
    public boolean secondFactor() {
        return secondFactor;
    }

    /** What becomes of a code that hides the last four of the ID, where {@link #secondFactor()} asks for them. */
    public UncheckedFactor uncheckedFactor() {
        return uncheckedFactor;
    }

    /** Whether the print run, too, waits for the written feedback. A policy of ours. */
    public boolean paperHeldForFeedback() {
        return paperHeldForFeedback;
    }

    /**
     * Until the end of how many capture days, after the one on which the student was told, no suspicion is confirmed as a
     * violation. A policy of ours.
     */
    public int daysToAnswer() {
        return daysToAnswer;
    }

    /** Whether an accepted retake ends a suspicion against the photo before. A policy of ours. */
    public boolean retakeEndsSuspicion() {
        return retakeEndsSuspicion;
    }

    /** How long a capture session lasts. */
    public Duration sessionLength() {
        return sessionLength;
    }

    /** What a reader must know, such as that contacts are invented; empty where nothing. */
    public String note() {
        return note;
    }

    @Override
    public String toString() {
        return "Campaign[" + id + ", class of " + graduatingClass + ", " + regions.size() + " regions]";
    }

    /** Collects a campaign; not safe for concurrent use. */
    public static final class Builder {
        private final String id;
        private final int year;
        private final Map<String, CaptureRegion> regions = new LinkedHashMap<>();
        private final Map<String, CaptureWindow> windows = new LinkedHashMap<>();
        private final List<Contact> contacts = new ArrayList<>();
        private String name = "";
        private int graduatingClass;
        private DailyHours hours = DailyHours.OF_THE_NOTICE;
        private String profile = "CN-DEGREE";
        private Fee fee = Fee.OF_THE_NOTICE;
        private int printsPerStudent = 5;
        private int proofingWorkingDays = 20;
        private MonthDay paymentDue = MonthDay.of(11, 20);
        private Optional<PaymentAccount> account = Optional.empty();
        private boolean paymentBeforeDelivery;
        private boolean secondFactor = true;
        private UncheckedFactor uncheckedFactor = UncheckedFactor.REFUSE;
        private boolean paperHeldForFeedback;
        private int daysToAnswer = 1;
        private boolean retakeEndsSuspicion = true;
        private Duration sessionLength = Duration.ofMinutes(30);
        private String note = "";

        private Builder(String id, int year) {
            if (!ID.matcher(id).matches()) {
                throw new IllegalArgumentException("campaign id must be 1 to 64 of a-z, 0-9 and -, got '" + id + "'");
            }
            if (year < 2000 || year > 2999) {
                throw new IllegalArgumentException("year must be 2000 to 2999, got " + year);
            }
            this.id = id;
            this.year = year;
            this.graduatingClass = year + 1;
        }

        /** A name for people. */
        public Builder name(String text) {
            this.name = Objects.requireNonNull(text, "text");
            return this;
        }

        /** Another graduating class than the year after. */
        public Builder graduatingClass(int classYear) {
            if (classYear < year) {
                throw new IllegalArgumentException("the class graduates in " + year + " or later, got " + classYear);
            }
            this.graduatingClass = classYear;
            return this;
        }

        /** Adds a region that has no window yet and is closed. */
        public Builder region(CaptureRegion region) {
            if (regions.putIfAbsent(region.id(), region) != null) {
                throw new IllegalArgumentException("region " + region.id() + " is there already");
            }
            return this;
        }

        /** Adds a region with its window. */
        public Builder region(CaptureRegion region, CaptureWindow window) {
            region(region);
            windows.put(region.id(), Objects.requireNonNull(window, "window"));
            return this;
        }

        /** Other hours than 08:00 to 18:00. */
        public Builder hours(DailyHours daily) {
            this.hours = Objects.requireNonNull(daily, "daily");
            return this;
        }

        /** Another photo profile than {@code CN-DEGREE}. */
        public Builder profile(String profileId) {
            this.profile = Objects.requireNonNull(profileId, "profileId");
            return this;
        }

        /** Another fee than ¥15.00. */
        public Builder fee(Fee perStudent) {
            this.fee = Objects.requireNonNull(perStudent, "perStudent");
            return this;
        }

        /** Another number of prints than 5. */
        public Builder printsPerStudent(int prints) {
            this.printsPerStudent = prints;
            return this;
        }

        /** Another time for proofreading than 20 working days. */
        public Builder proofingWorkingDays(int days) {
            if (days < 1) {
                throw new IllegalArgumentException("proofingWorkingDays must be at least 1, got " + days);
            }
            this.proofingWorkingDays = days;
            return this;
        }

        /** Another last day of payment than 20 November of the campaign's year. */
        public Builder paymentDue(MonthDay day) {
            this.paymentDue = Objects.requireNonNull(day, "day");
            return this;
        }

        /** The designated account; needed. */
        public Builder account(PaymentAccount designated) {
            this.account = Optional.of(designated);
            return this;
        }

        /** Adds a contact of the centre. */
        public Builder contact(Contact contact) {
            contacts.add(Objects.requireNonNull(contact, "contact"));
            return this;
        }

        /** See {@link Campaign#paymentBeforeDelivery()}; off by default. */
        public Builder paymentBeforeDelivery(boolean first) {
            this.paymentBeforeDelivery = first;
            return this;
        }

        /** See {@link Campaign#secondFactor()}; on by default. */
        public Builder secondFactor(boolean asked) {
            this.secondFactor = asked;
            return this;
        }

        /** See {@link Campaign#uncheckedFactor()}; such a code is refused by default. */
        public Builder uncheckedFactor(UncheckedFactor policy) {
            this.uncheckedFactor = Objects.requireNonNull(policy, "policy");
            return this;
        }

        /** See {@link Campaign#paperHeldForFeedback()}; off by default. */
        public Builder paperHeldForFeedback(boolean held) {
            this.paperHeldForFeedback = held;
            return this;
        }

        /** Another number of capture days than 1, see {@link Campaign#daysToAnswer()}; 0 hears nobody. */
        public Builder daysToAnswer(int days) {
            if (days < 0 || days > 30) {
                throw new IllegalArgumentException("daysToAnswer must be 0 to 30, got " + days);
            }
            this.daysToAnswer = days;
            return this;
        }

        /** See {@link Campaign#retakeEndsSuspicion()}; on by default. */
        public Builder retakeEndsSuspicion(boolean ends) {
            this.retakeEndsSuspicion = ends;
            return this;
        }

        /** Another length of a capture session than 30 minutes. */
        public Builder sessionLength(Duration length) {
            if (length.isNegative() || length.isZero()) {
                throw new IllegalArgumentException("sessionLength must be positive, got " + length);
            }
            this.sessionLength = length;
            return this;
        }

        /** What a reader must know. */
        public Builder note(String text) {
            this.note = Objects.requireNonNull(text, "text");
            return this;
        }

        /**
         * The finished campaign.
         *
         * @throws IllegalStateException if it has no region or no account
         */
        public Campaign build() {
            if (regions.isEmpty()) {
                throw new IllegalStateException("campaign " + id + " has no region; add at least one");
            }
            return new Campaign(this);
        }
    }
}
