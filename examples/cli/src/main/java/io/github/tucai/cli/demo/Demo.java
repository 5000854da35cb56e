package io.github.tucai.cli.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tucai.Campaigns;
import io.github.tucai.DeliveryItem;
import io.github.tucai.ProductChoice;
import io.github.tucai.ResendReport;
import io.github.tucai.Tucai;
import io.github.tucai.answer.Actor;
import io.github.tucai.answer.Outcome;
import io.github.tucai.capture.CaptureRecord;
import io.github.tucai.capture.CaptureState;
import io.github.tucai.cli.output.Json;
import io.github.tucai.cli.output.QrPicture;
import io.github.tucai.code.CollectionCode;
import io.github.tucai.crypto.HttpsChsiTransport;
import io.github.tucai.crypto.RegisteredImage;
import io.github.tucai.crypto.Tc1;
import io.github.tucai.delivery.DeliveryEntry;
import io.github.tucai.delivery.Receipt;
import io.github.tucai.failure.TucaiException;
import io.github.tucai.key.Suite;
import io.github.tucai.payment.PaymentMode;
import io.github.tucai.photo.ImageDigest;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.photo.Rgb;
import io.github.tucai.print.Paper;
import io.github.tucai.print.PrintItem;
import io.github.tucai.print.PrintJob;
import io.github.tucai.print.PrintOrder;
import io.github.tucai.print.PrintOutcome;
import io.github.tucai.print.PrintProfile;
import io.github.tucai.print.pdf.PdfPrint;
import io.github.tucai.proofing.ProofingFeedback;
import io.github.tucai.proofing.ProofingRound;
import io.github.tucai.proofing.Satisfaction;
import io.github.tucai.sandbox.ChsiSandbox;
import io.github.tucai.sandbox.DemoKeys;
import io.github.tucai.schedule.CaptureWindow;
import io.github.tucai.school.SchoolCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;

/** Plays a whole campaign and writes the page that shows it. */
public final class Demo {
    private static final Actor CENTRE = new Actor.Centre("centre");
    private static final Duration DELIVERY_PATIENCE = Duration.ofMinutes(2);
    private static final int PICTURE_DPI = 110;
    private static final String FONT = "io/github/tucai/print/supplies/NotoSansSC-Regular.ttf";

    private final Folders folders;
    private final PhotoSource photos;
    private final Consumer<String> progress;
    private final SecureRandom random = new SecureRandom();
    private final DemoClock clock = new DemoClock(LocalDateTime.of(2024, 2, 28, 9, 0));
    private final List<Story> stories = new ArrayList<>();
    private final List<Chapter> chapters = new ArrayList<>();
    private final List<String> refusedSettings = new ArrayList<>();

    private Demo(Folders folders, PhotoSource photos, Consumer<String> progress) {
        this.folders = folders;
        this.photos = photos;
        this.progress = progress;
    }

    /** How many times {@code progress} is told of a step. */
    public static int steps() {
        return Cast.students().size() + Cast.schools().size() + 3;
    }

    /**
     * Runs the demo.
     *
     * @param out gets {@code index.html} and everything it shows
     * @param realPhotos a folder of photographs; empty draws portraits
     * @param progress told of each step
     * @return the page
     */
    public static Path run(Path out, Optional<Path> realPhotos, Consumer<String> progress)
            throws IOException, InterruptedException {
        Folders folders = new Folders(out);
        if (realPhotos.isPresent()) {
            folders.keep(realPhotos.get());
        }
        int threads = Math.min(4, Runtime.getRuntime().availableProcessors());
        PhotoSource photos = realPhotos
                .<PhotoSource>map(RealPhotos::new)
                .orElseGet(() -> new DrawnPhotos(folders.portraits(), threads));
        folders.clear();
        return new Demo(folders, photos, progress).play();
    }

    private Path play() throws IOException, InterruptedException {
        // Keys and certificates live in real time; the campaign's time is the story's.
        DemoKeys keys = DemoKeys.in(folders.system("keys"), Clock.systemUTC(), random);
        try (ChsiSandbox registry = ChsiSandbox.start(keys.sandbox(folders.system("registry")));
                Tucai tucai = tucai(keys, registry)) {
            progress.accept("registry and campaign stand");
            issueCodes(keys, registry);
            PhotoImage forged = forgedCode();
            progress.accept("codes issued");
            tucai.startDelivery();
            schools(tucai);
            for (Cast.Student student : Cast.students()) {
                Story story = new Story(student);
                stories.add(story);
                new Capture(tucai, clock, folders, photos, story).play(code(student), forged);
                progress.accept("student " + student.number());
            }
            if (!tucai.delivery().awaitIdle(DELIVERY_PATIENCE)) {
                throw new TucaiException("the registry did not acknowledge everything within " + DELIVERY_PATIENCE);
            }
            sendAgain(tucai, registry);
            for (Cast.DemoSchool school : Cast.schools()) {
                chapters.add(close(tucai, school));
                progress.accept(school.city());
            }
            Path page = page(tucai, transport(keys, registry));
            progress.accept("page written");
            return page;
        }
    }

    /** What the registry refused is sent again by the centre, once the cause is mended. */
    private void sendAgain(Tucai tucai, ChsiSandbox registry) throws InterruptedException {
        for (Story story : stories) {
            if (story.student().turn() == Cast.Turn.UNKNOWN_AT_THE_REGISTRY) {
                sendAgain(tucai, registry, story);
            }
        }
    }

    private void sendAgain(Tucai tucai, ChsiSandbox registry, Story story) throws InterruptedException {
        SchoolCode school = story.student().school().school().code();
        DeliveryItem refused = io.github.tucai.Page.walk(key -> tucai.delivery().items(CENTRE, school, key))
                .filter(item -> item.status() == DeliveryEntry.Status.REFUSED)
                .findFirst()
                .orElseThrow();
        String cause = refused.detail().split(":", 2)[0];
        CaptureState state = record(tucai, story).orElseThrow().state();
        story.tell(clock.local(), Story.Tone.BAD, "the registry refused it (" + refused.detail() + "): " + state);
        registry.admit(story.student().claims());
        ResendReport report = tucai.delivery()
                .resendAll(CENTRE, school, cause, ProductChoice.SAME, "the registry knows the enrolment now")
                .orElseThrow();
        if (!tucai.delivery().awaitIdle(DELIVERY_PATIENCE)) {
            throw new TucaiException(
                    "the registry did not acknowledge what was sent again within " + DELIVERY_PATIENCE);
        }
        story.tell(
                clock.local(),
                Story.Tone.GOOD,
                "the centre had all sent again that were refused for " + cause + ": "
                        + report.sent().size() + " sent, "
                        + report.left().size() + " left; now "
                        + record(tucai, story).orElseThrow().state());
    }

    private Tucai tucai(DemoKeys keys, ChsiSandbox registry) {
        JdbcDataSource database = new JdbcDataSource();
        // Without WRITE_DELAY=0 a hard kill can lose what was committed.
        database.setURL("jdbc:h2:file:" + folders.system("campaign").toAbsolutePath() + ";WRITE_DELAY=0");
        return Tucai.builder()
                .campaign(Campaigns.jiangsu2024())
                .dataSource(database)
                .keyEncryptionKey("demo", key())
                .photos(folders.system("vault"), "demo-photos", key())
                .clock(clock)
                .keys(keys.collector())
                .transport(transport(keys, registry))
                .build();
    }

    private static HttpsChsiTransport transport(DemoKeys keys, ChsiSandbox registry) {
        return HttpsChsiTransport.builder(registry.endpoint())
                .clientKey(keys.clientKeyStore(), keys::password)
                .trusted(keys.trusted())
                .receiptKeys(keys.collector())
                .build();
    }

    private byte[] key() {
        byte[] key = new byte[32];
        random.nextBytes(key);
        return key;
    }

    private void issueCodes(DemoKeys keys, ChsiSandbox registry) throws IOException {
        for (Cast.Student student : Cast.students()) {
            CollectionCode code = student.turn() == Cast.Turn.UNKNOWN_AT_THE_REGISTRY
                    ? Tc1.issuer(keys.registry(), Suite.SM, random).issue(student.claims())
                    : registry.issue(student.claims());
            writeCode(code, codeFile(student));
        }
    }

    /** Another authority signs claims that look right. */
    private PhotoImage forgedCode() throws IOException {
        DemoKeys forger = DemoKeys.in(folders.system("forger"), Clock.systemUTC(), random);
        CollectionCode code = Tc1.issuer(forger.registry(), Suite.SM, random)
                .issue(Cast.students().get(0).claims());
        writeCode(code, "codes/forged.png");
        return read("codes/forged.png");
    }

    private void writeCode(CollectionCode code, String file) throws IOException {
        QrPicture.write(code.text(), folders.file(file));
    }

    private PhotoImage code(Cast.Student student) throws IOException {
        return read(codeFile(student));
    }

    static String codeFile(Cast.Student student) {
        return String.format(Locale.ROOT, "codes/student-%02d.png", student.number());
    }

    private PhotoImage read(String file) throws IOException {
        return PhotoImage.copyOf(Files.readAllBytes(folders.file(file)));
    }

    private void schools(Tucai tucai) {
        for (Cast.DemoSchool school : Cast.schools()) {
            Actor administrator = administrator(school);
            tucai.schools()
                    .register(CENTRE, school.school(), school.region(), PaymentMode.SCHOOL_TRANSFER)
                    .orElseThrow();
            tucai.schools()
                    .nameOfficer(administrator, school.school().code(), "教务处", "示例负责人", "13800000000")
                    .orElseThrow();
            tucai.schools()
                    .setExpected(administrator, school.school().code(), 3)
                    .orElseThrow();
            CaptureWindow tooLong =
                    new CaptureWindow(school.first(), school.last().plusMonths(2));
            tellRefusal(tucai.schools().setWindow(administrator, school.school().code(), tooLong));
            tucai.schools()
                    .setWindow(administrator, school.school().code(), new CaptureWindow(school.first(), school.last()))
                    .orElseThrow();
        }
    }

    private void tellRefusal(Outcome<?> outcome) {
        if (outcome instanceof Outcome.Refused<?> refused) {
            refusedSettings.add(refused.refusal().en());
        }
    }

    private static Actor administrator(Cast.DemoSchool school) {
        return new Actor.SchoolAdministrator("admin", school.school().code());
    }

    /** Publication, proofreading, statement, prints and the form of one school. */
    private Chapter close(Tucai tucai, Cast.DemoSchool school) throws IOException {
        clock.moveTo(school.last().plusDays(3).atTime(10, 0));
        ProofingRound round =
                tucai.proofing().publish(CENTRE, school.school().code()).orElseThrow();
        PrintOutcome.Written prints = prints(tucai, school);
        String form = form(tucai, school, round);
        clock.moveTo(round.deadline().due().minusDays(1).atTime(15, 0));
        tucai.proofing()
                .recordFeedback(CENTRE, school.school().code(), clock.local().toLocalDate())
                .orElseThrow();
        return new Chapter(
                school,
                tucai.reports().coverage(CENTRE, school.school().code()).orElseThrow(),
                round,
                tucai.payment().issueStatement(CENTRE, school.school().code()).orElseThrow(),
                sheetFile(school, "png"),
                sheetFile(school, "pdf"),
                form,
                form.replace(".pdf", ".png"),
                prints.verification().prints());
    }

    private PrintOutcome.Written prints(Tucai tucai, Cast.DemoSchool school) {
        Map<ImageDigest, PhotoImage> products = new HashMap<>();
        List<PrintItem> items = new ArrayList<>();
        for (CaptureRecord record : records(tucai, school).toList()) {
            if (record.product().isPresent()) {
                PhotoImage product =
                        tucai.capture().product(CENTRE, record.id()).orElseThrow();
                products.put(product.digest(), product);
                items.add(item(school, record, product));
            }
        }
        PrintProfile profile = PrintProfile.builder(Paper.A4)
                .background(new Rgb(100, 197, 255))
                .build();
        PrintJob job = new PrintJob(items, profile, PrintOrder.BY_CLASS, clock.instant());
        Path pdf = folders.file(sheetFile(school, "pdf"));
        PrintOutcome outcome = PdfPrint.layout().write(job, digest -> Optional.ofNullable(products.get(digest)), pdf);
        if (outcome instanceof PrintOutcome.Refused refused) {
            throw new TucaiException(refused.problems().stream()
                    .map(problem -> "item " + problem.row() + ": " + problem.message())
                    .collect(Collectors.joining("; ")));
        }
        PdfPrint.picture(pdf, 1, PICTURE_DPI, folders.file(sheetFile(school, "png")));
        return (PrintOutcome.Written) outcome;
    }

    private static PrintItem item(Cast.DemoSchool school, CaptureRecord record, PhotoImage product) {
        Cast.Student student = Cast.students().stream()
                .filter(s -> record.claims()
                        .orElseThrow()
                        .enrolment()
                        .equals(s.claims().enrolment()))
                .findFirst()
                .orElseThrow();
        return new PrintItem(
                school.school().name(),
                student.college(),
                student.className(),
                student.claims().studentNumber(),
                student.lastFour(),
                student.claims().name(),
                product.digest(),
                Map.of());
    }

    private String form(Tucai tucai, Cast.DemoSchool school, ProofingRound round) throws IOException {
        LocalDate signed = round.deadline().due().minusDays(2);
        ProofingFeedback feedback = tucai.proofing()
                .feedbackForm(administrator(school), school.school().code())
                .orElseThrow()
                .photoQuality(Satisfaction.SATISFIED)
                .centreWork(Satisfaction.SATISFIED)
                .opinions("电子照片清晰，校对无误。")
                .handler("示例负责人")
                .phone("13800000000")
                .signed(signed)
                .build();
        String file = "forms/feedback-" + school.school().code().value() + ".pdf";
        Files.write(folders.file(file), PdfPrint.feedbackForm().fill(feedback, clock.instant(), false));
        PdfPrint.picture(folders.file(file), 1, PICTURE_DPI, folders.file(file.replace(".pdf", ".png")));
        return file;
    }

    private static String sheetFile(Cast.DemoSchool school, String ending) {
        return "prints/" + school.school().code().value() + "." + ending;
    }

    private Path page(Tucai tucai, HttpsChsiTransport registry) throws IOException {
        List<Page.Delivery> deliveries = new ArrayList<>();
        for (Story story : stories) {
            record(tucai, story).ifPresent(record -> {
                story.endsAs(record.state().name());
                record.deliveries().forEach(entry -> deliveries.add(delivery(story, entry)));
            });
        }
        List<RegisteredImage> registered = registry.registered();
        receipts(deliveries);
        Page page = new Page(
                tucai.campaign(), photos.caption(), stories, chapters, deliveries, refusedSettings, registered);
        copyFont();
        Path file = folders.file(Folders.PAGE);
        Files.writeString(file, page.html());
        return file;
    }

    /** The page's Chinese shows on machines without a Chinese font too. */
    private void copyFont() throws IOException {
        try (InputStream font = Demo.class.getClassLoader().getResourceAsStream(FONT)) {
            if (font != null) {
                Files.copy(font, folders.file("fonts/NotoSansSC.ttf"), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static Stream<CaptureRecord> records(Tucai tucai, Cast.DemoSchool school) {
        return io.github.tucai.Page.walk(
                key -> tucai.capture().records(CENTRE, school.school().code(), key));
    }

    private static Optional<CaptureRecord> record(Tucai tucai, Story story) {
        Cast.Student student = story.student();
        return records(tucai, student.school())
                .filter(r -> r.claims().isPresent()
                        && r.claims().get().enrolment().equals(student.claims().enrolment()))
                .findFirst();
    }

    private static Page.Delivery delivery(Story story, DeliveryEntry entry) {
        return new Page.Delivery(story.student().number(), entry);
    }

    private void receipts(List<Page.Delivery> deliveries) throws IOException {
        List<String> lines = deliveries.stream()
                .flatMap(d -> d.entry().receipt().stream())
                .map(Demo::line)
                .toList();
        Files.write(folders.file("receipts/receipts.jsonl"), lines);
    }

    private static String line(Receipt receipt) {
        ObjectNode node = Json.object();
        node.put("key", receipt.key().value());
        node.put("registryId", receipt.registryId());
        node.put("receivedAt", receipt.receivedAt().toString());
        node.put("duplicate", receipt.duplicate());
        return Json.line(node);
    }
}
