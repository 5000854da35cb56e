package io.github.tucai;

import io.github.tucai.campaign.internal.audit.Anchors;
import io.github.tucai.campaign.internal.audit.AuditSuites;
import io.github.tucai.campaign.internal.db.Database;
import io.github.tucai.campaign.internal.delivery.Outbox;
import io.github.tucai.campaign.internal.delivery.Sealing;
import io.github.tucai.campaign.internal.delivery.Upkeep;
import io.github.tucai.campaign.internal.ledger.Comparing;
import io.github.tucai.campaign.internal.ledger.Ledger;
import io.github.tucai.campaign.internal.secret.BlindIndex;
import io.github.tucai.campaign.internal.secret.Ciphers;
import io.github.tucai.campaign.internal.secret.FactorCounts;
import io.github.tucai.campaign.internal.secret.FileVault;
import io.github.tucai.campaign.internal.secret.Kek;
import io.github.tucai.campaign.internal.secret.KeyWrap;
import io.github.tucai.campaign.internal.secret.Rewrapping;
import io.github.tucai.campaign.internal.view.HandedInPhotos;
import io.github.tucai.campaign.internal.work.Anchoring;
import io.github.tucai.campaign.internal.work.Sweeping;
import io.github.tucai.check.PhotoChecker;
import io.github.tucai.check.PhotoProfiles;
import io.github.tucai.check.ProductMaker;
import io.github.tucai.check.internal.plugin.Plugins;
import io.github.tucai.delivery.DeliveryPolicy;
import io.github.tucai.failure.PluginException;
import io.github.tucai.photo.PhotoProfile;
import io.github.tucai.schedule.Campaign;
import io.github.tucai.spi.AuditSuite;
import io.github.tucai.spi.BundleFormat;
import io.github.tucai.spi.BundleSealer;
import io.github.tucai.spi.ChsiTransport;
import io.github.tucai.spi.CodeFormat;
import io.github.tucai.spi.CodeImageReader;
import io.github.tucai.spi.CollectionCodeDecoder;
import io.github.tucai.spi.KeyProvider;
import io.github.tucai.spi.PhotoFinisher;
import io.github.tucai.spi.PhotoVault;
import io.github.tucai.spi.WorkCalendar;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * One collection campaign at work. Safe for concurrent use. Starts no thread until {@link #startDelivery()}; {@link #close()}
 * ends those.
 *
 * <pre>{@code
 * try (Tucai tucai = Tucai.builder()
 *         .campaign(Campaigns.jiangsu2024())
 *         .dataSource(dataSource)
 *         .keyEncryptionKey("2024", kek)
 *         .photos(Path.of("photos"), "photos-2024", photoKey)
 *         .keys(keyProvider)
 *         .transport(transport)
 *         .build()) {
 *     tucai.startDelivery();
 *     tucai.capture().present(new Actor.CodeHolder(), code, lastFour);
 * }
 * }</pre>
 *
 * <p>Every operation takes the {@link io.github.tucai.answer.Actor} on whose behalf it is done and refuses what is not
 * theirs. Who the actor is has been proved by the application.
 */
public final class Tucai implements AutoCloseable {
    private final Engine engine;
    private final CaptureService capture;
    private final SchoolService schools;
    private final DeliveryService delivery;
    private final ProofingService proofing;
    private final PaymentService payment;
    private final ReportService reports;
    private final AuditService audit;
    private final ProtectionService protection;

    private Tucai(Engine engine) {
        this.engine = engine;
        this.capture = new CaptureService(engine);
        this.schools = new SchoolService(engine);
        this.delivery = new DeliveryService(engine);
        this.proofing = new ProofingService(engine);
        this.payment = new PaymentService(engine);
        this.reports = new ReportService(engine);
        this.audit = new AuditService(engine);
        this.protection = new ProtectionService(engine);
    }

    /** Starts a campaign. */
    public static Builder builder() {
        return new Builder();
    }

    /** The campaign. */
    public Campaign campaign() {
        return engine.campaign();
    }

    /** Codes, sessions, photos, violations. */
    public CaptureService capture() {
        return capture;
    }

    /** What the centre and the schools set. */
    public SchoolService schools() {
        return schools;
    }

    /** What is on its way to the registry. */
    public DeliveryService delivery() {
        return delivery;
    }

    /** Publication, errata, feedback. */
    public ProofingService proofing() {
        return proofing;
    }

    /** Fees and statements. */
    public PaymentService payment() {
        return payment;
    }

    /** Counts. */
    public ReportService reports() {
        return reports;
    }

    /** Anchors of the audit log. */
    public AuditService audit() {
        return audit;
    }

    /** Keys and erasure. */
    public ProtectionService protection() {
        return protection;
    }

    /**
     * Finishes what a failure left not wholly erased, and starts the delivery worker, which also compares what a kill left
     * uncompared, seals what a failure left
     * unsealed or waits for no payment any more, sends what lost its task, sweeps the vault at once and every hour, and anchors
     * the audit log every hour; does nothing when it runs.
     */
    public void startDelivery() {
        engine.sweeping().forgetErased();
        engine.upkeep().first(new Duplicates(engine)::compareNewest);
        engine.outbox()
                .start(List.of(
                        engine.anchoring().task(),
                        engine.sweeping().task(),
                        engine.upkeep().task()));
    }

    /**
     * Stops the delivery worker. What is on the wire is waited for as long as the policy says ({@link DeliveryPolicy#stopPause}),
     * then interrupted. What is queued stays queued and goes out after the next start.
     */
    @Override
    public void close() {
        engine.outbox().close();
    }

    /** Collects what a campaign needs; not safe for concurrent use. */
    public static final class Builder {
        private final SecureRandom random = new SecureRandom();
        private final List<CollectionCodeDecoder> decoders = new ArrayList<>();
        private Clock clock = Clock.systemUTC();
        private WorkingDays days = WorkingDays.china();
        private DeliveryPolicy deliveryPolicy = DeliveryPolicy.DEFAULT;
        private @Nullable Campaign campaign;
        private @Nullable DataSource dataSource;
        private @Nullable Kek kek;
        private final List<Kek> formerKeks = new ArrayList<>();
        private @Nullable PhotoVault vault;
        private @Nullable Path photoFolder;
        private @Nullable Kek photoKek;
        private @Nullable KeyProvider keys;
        private Engine.@Nullable PhotoCheck checker;
        private @Nullable PhotoProfile profile;
        private @Nullable PhotoFinisher finisher;
        private @Nullable CodeImageReader codeReader;
        private @Nullable BundleSealer sealer;
        private @Nullable ChsiTransport transport;
        private @Nullable AuditSuite auditSuite;

        private Builder() {}

        /** The campaign; needed. */
        public Builder campaign(Campaign run) {
            this.campaign = Objects.requireNonNull(run, "run");
            return this;
        }

        /** The database; needed. An H2 file must carry {@code WRITE_DELAY=0} in its URL. */
        public Builder dataSource(DataSource source) {
            this.dataSource = Objects.requireNonNull(source, "source");
            return this;
        }

        /**
         * The key that wraps the data keys of the database; needed.
         *
         * @param id stored beside what it wraps
         * @param key 32 random bytes, kept apart from the database; copied
         */
        public Builder keyEncryptionKey(String id, byte[] key) {
            this.kek = new Kek(id, Ciphers.key(key));
            return this;
        }

        /**
         * A key that wrapped data keys before, of the database or of the photos: what lies under it stays readable until
         * {@link ProtectionService#rewrap} has moved it.
         *
         * @param id the one it was given with
         * @param key 32 bytes; copied
         */
        public Builder formerKeyEncryptionKey(String id, byte[] key) {
            formerKeks.add(new Kek(id, Ciphers.key(key)));
            return this;
        }

        /**
         * Photos as encrypted files; this or {@link #vault} is needed. The folder is for this database alone: what no record in
         * it names is deleted.
         *
         * @param keyId stored beside what the key wraps
         * @param key 32 random bytes that wrap the key of each photo, another key than the database's; copied
         */
        public Builder photos(Path folder, String keyId, byte[] key) {
            this.photoFolder = folder;
            this.photoKek = new Kek(keyId, Ciphers.key(key));
            return this;
        }

        /** Another store of photos, for this database alone. */
        public Builder vault(PhotoVault store) {
            this.vault = Objects.requireNonNull(store, "store");
            return this;
        }

        /** Another clock than the system's; it says what time it is in the campaign. */
        public Builder clock(Clock source) {
            this.clock = Objects.requireNonNull(source, "source");
            return this;
        }

        /** Another calendar than the bundled ones. */
        public Builder calendar(WorkCalendar calendar) {
            this.days = WorkingDays.of(calendar);
            return this;
        }

        /**
         * Another checker than the only installed analyzer with the shipped profile that the campaign names: products are made by
         * its profile too, and the campaign has to name that.
         */
        public Builder checker(PhotoChecker photoChecker) {
            this.checker = photoChecker::check;
            this.profile = photoChecker.profile();
            return this;
        }

        /** Tests answer for photos themselves. */
        Builder checker(Engine.PhotoCheck check) {
            this.checker = check;
            return this;
        }

        /** Another finisher than the only installed one. */
        public Builder finisher(PhotoFinisher instance) {
            this.finisher = Objects.requireNonNull(instance, "instance");
            return this;
        }

        /** Another reader of codes in pictures than the only installed one. */
        public Builder codeReader(CodeImageReader instance) {
            this.codeReader = Objects.requireNonNull(instance, "instance");
            return this;
        }

        /** The keys of the collector: every installed code format decodes and the only installed bundle format seals with them. */
        public Builder keys(KeyProvider provider) {
            this.keys = Objects.requireNonNull(provider, "provider");
            return this;
        }

        /** Adds a decoder; none of the installed formats is used then. */
        public Builder decoder(CollectionCodeDecoder instance) {
            decoders.add(Objects.requireNonNull(instance, "instance"));
            return this;
        }

        /** Another sealer than the installed format's. */
        public Builder sealer(BundleSealer instance) {
            this.sealer = Objects.requireNonNull(instance, "instance");
            return this;
        }

        /** The way to the registry. */
        public Builder transport(ChsiTransport instance) {
            this.transport = Objects.requireNonNull(instance, "instance");
            return this;
        }

        /** Another hash for the audit log than the only installed plug-in's, or SHA-256 where none is installed. */
        public Builder auditSuite(AuditSuite instance) {
            this.auditSuite = Objects.requireNonNull(instance, "instance");
            return this;
        }

        /** How deliveries are tried, in place of {@link DeliveryPolicy#DEFAULT}. */
        public Builder deliveryPolicy(DeliveryPolicy policy) {
            this.deliveryPolicy = Objects.requireNonNull(policy, "policy");
            return this;
        }

        /**
         * Opens the database, brings its tables up to date and looks up what was not given.
         *
         * @throws IllegalStateException if something needed was not given
         * @throws PluginException if a plug-in is missing or ambiguous
         * @throws IllegalArgumentException if no profile that the campaign names is shipped and no checker is given
         * @throws IllegalStateException if something needed is missing, or the checker judges by another profile than the campaign
         *     names
         * @throws io.github.tucai.failure.TucaiException if the database cannot be used, or would lose what it committed
         */
        public Tucai build() {
            Campaign run = needed(campaign, "campaign(…)");
            DataSource source = needed(dataSource, "dataSource(…)");
            Kek wrapping = needed(kek, "keyEncryptionKey(…)");
            Ciphers ciphers = new Ciphers(random);
            PhotoVault photos = photoVault(ciphers);
            KeyWrap wrap = new KeyWrap(ciphers, wrapping, formerKeks);
            PhotoProfile rules = rules(run);
            Engine.PhotoCheck checks = checker != null
                    ? checker
                    : PhotoChecker.builder().profile(rules).build()::check;
            ProductMaker maker = finisher != null ? ProductMaker.with(finisher) : ProductMaker.installed();
            ChsiTransport way = transport != null
                    ? transport
                    : Plugins.only(ChsiTransport.class, ServiceLoader.load(ChsiTransport.class));
            List<CollectionCodeDecoder> opens = decoders();
            BundleSealer seals = sealer();
            AuditSuite hashes =
                    auditSuite != null ? auditSuite : AuditSuites.installed().preferred();
            Database database = Database.open(source);
            BlindIndex index = database.inTransaction(handle -> BlindIndex.open(handle, wrap));
            Rewrapping rewrapping = new Rewrapping(database, wrap);
            rewrapping.refuseLostKeys();
            Ledger ledger = ledger(database, run, ciphers, wrap, index, hashes);
            ledger.fillBookings();
            ledger.makeRows();
            Outbox outbox = new Outbox(source, ledger, way, deliveryPolicy);
            Sealing sealing = new Sealing(ledger, photos, seals, outbox, deliveryPolicy);
            return new Tucai(new Engine(
                    ledger,
                    photos,
                    rules,
                    checks,
                    new Comparing(
                            ledger, database.inTransaction(handle -> HandedInPhotos.open(handle, run.id(), index))),
                    database.inTransaction(handle -> FactorCounts.open(handle, run.id(), index, ledger.now())),
                    maker,
                    codeReader(),
                    opens,
                    outbox,
                    sealing,
                    new Upkeep(ledger, sealing, outbox, way, deliveryPolicy),
                    new Anchoring(ledger, new Anchors(hashes, keys)),
                    new Sweeping(ledger, database, photos),
                    rewrapping,
                    days));
        }

        /** One for checks and products, by the name that the campaign has for it. */
        private PhotoProfile rules(Campaign run) {
            PhotoProfile rules = profile == null ? PhotoProfiles.get(run.profile()) : profile;
            if (!rules.id().equals(run.profile())) {
                throw new IllegalStateException(
                        "the campaign names the profile " + run.profile() + ", the checker judges by " + rules.id()
                                + "; let the campaign name it, or give another checker");
            }
            return rules;
        }

        private PhotoVault photoVault(Ciphers ciphers) {
            if (vault != null) {
                return vault;
            }
            Path folder = needed(photoFolder, "photos(…) or vault(…)");
            return new FileVault(folder, new KeyWrap(ciphers, needed(photoKek, "photos(…)"), formerKeks), random);
        }

        private Ledger ledger(
                Database database, Campaign run, Ciphers ciphers, KeyWrap wrap, BlindIndex index, AuditSuite hashes) {
            return Ledger.of(database, run, clock, random, ciphers, wrap, index, hashes);
        }

        private List<CollectionCodeDecoder> decoders() {
            if (!decoders.isEmpty()) {
                return List.copyOf(decoders);
            }
            KeyProvider provider = needed(keys, "keys(…) or decoder(…)");
            List<CollectionCodeDecoder> installed = new ArrayList<>();
            for (CodeFormat format : ServiceLoader.load(CodeFormat.class)) {
                if (format.isAvailable()) {
                    installed.add(format.decoder(provider));
                }
            }
            if (installed.isEmpty()) {
                throw new PluginException("Found no CodeFormat; add tucai-crypto, or pass a decoder to the builder");
            }
            return List.copyOf(installed);
        }

        private BundleSealer sealer() {
            return sealer != null
                    ? sealer
                    : Plugins.only(BundleFormat.class, ServiceLoader.load(BundleFormat.class))
                            .sealer(needed(keys, "keys(…) or sealer(…)"));
        }

        /** Looked up when the first picture comes: who only reads texts needs none. */
        private Supplier<CodeImageReader> codeReader() {
            CodeImageReader given = codeReader;
            return given != null
                    ? () -> given
                    : () -> Plugins.only(CodeImageReader.class, ServiceLoader.load(CodeImageReader.class));
        }

        private static <T> T needed(@Nullable T value, String method) {
            if (value == null) {
                throw new IllegalStateException("the builder needs " + method);
            }
            return value;
        }
    }
}
