package io.github.tucai.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tucai.Campaigns;
import io.github.tucai.SchoolService;
import io.github.tucai.Tucai;
import io.github.tucai.answer.Actor;
import io.github.tucai.capture.CaptureSession;
import io.github.tucai.cli.output.Json;
import io.github.tucai.code.CodeClaims;
import io.github.tucai.code.CollectionCode;
import io.github.tucai.crypto.CmsBundles;
import io.github.tucai.crypto.HttpsChsiTransport;
import io.github.tucai.crypto.KeyRing;
import io.github.tucai.crypto.Tc1;
import io.github.tucai.delivery.DeliveryContent;
import io.github.tucai.delivery.SealedBundle;
import io.github.tucai.graduate.EnrolmentNumber;
import io.github.tucai.graduate.IdLastFour;
import io.github.tucai.graduate.MaskedId;
import io.github.tucai.graduate.MaskedName;
import io.github.tucai.graduate.StudentNumber;
import io.github.tucai.payment.PaymentMode;
import io.github.tucai.photo.Declarations;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.sandbox.ChsiSandbox;
import io.github.tucai.sandbox.DemoKeys;
import io.github.tucai.sandbox.SandboxFault;
import io.github.tucai.schedule.CaptureWindow;
import io.github.tucai.school.School;
import io.github.tucai.school.SchoolCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.h2.jdbcx.JdbcConnectionPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lives through everything that meets a secret, and logs every failure as a program around the library would. What it knows that
 * nobody else may stands in {@code secrets.txt} afterwards; what it logs on purpose, to be found, in {@code planted.txt}.
 */
final class LoggedFlows {
    private static final Logger LOG = LoggerFactory.getLogger(LoggedFlows.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Instant MORNING = Instant.parse("2024-03-18T01:00:00Z");
    private static final SchoolCode SCHOOL = new SchoolCode("99001");
    private static final Actor CENTRE = new Actor.Centre("centre");
    private static final String FULL_NAME = "司马示例甲";
    private static final String FULL_ID = "320102199901017788";

    private final Path folder;
    private final DemoKeys keys;
    private final byte[] kek = new byte[32];
    private final List<String> secrets = new ArrayList<>(List.of(FULL_NAME, FULL_ID, "示例负责人", "13800000000"));
    private final CodeClaims claims = new CodeClaims(
            new EnrolmentNumber("ENR7731905522"),
            new MaskedName("欧阳*娜"),
            new MaskedId("3201**********778X"),
            SCHOOL,
            new StudentNumber("S7731905"),
            2025,
            Instant.parse("2024-03-01T00:00:00Z"),
            Instant.parse("2025-03-01T00:00:00Z"),
            "7a31b9c4d2e5f608");

    private LoggedFlows(Path folder) {
        this.folder = folder;
        this.keys = DemoKeys.in(folder.resolve("keys"), Clock.systemUTC(), RANDOM);
        RANDOM.nextBytes(kek);
    }

    public static void main(String[] arguments) throws Exception {
        new LoggedFlows(Path.of(arguments[0])).run();
    }

    private void run() throws Exception {
        LOG.debug("planted once as text: {}", planted());
        try (ChsiSandbox registry = ChsiSandbox.start(keys.sandbox(folder.resolve("registry")))) {
            CollectionCode code = registry.issue(claims);
            remember(code);
            campaign(registry, code);
            channel(registry, code);
        }
        rings();
        commands();
        Files.write(folder.resolve("secrets.txt"), secrets);
    }

    private String planted() throws IOException {
        byte[] noise = new byte[8];
        RANDOM.nextBytes(noise);
        String text = HexFormat.of().formatHex(noise);
        Files.writeString(folder.resolve("planted.txt"), text);
        return text;
    }

    private void remember(CollectionCode code) throws IOException, GeneralSecurityException {
        secrets.add(code.text().substring(Tc1.PREFIX.length()));
        secrets.add(claims.enrolment().value());
        secrets.add(claims.name().value());
        secrets.add(claims.id().value());
        secrets.add(claims.studentNumber().value());
        secrets.add(claims.serial());
        secrets.add(String.valueOf(keys.password()));
        addForms(kek);
        for (String ring : List.of("registry", "collector")) {
            addPrivateKeys(folder.resolve("keys").resolve(ring).resolve("keys.bcfks"));
        }
    }

    private void addPrivateKeys(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("BCFKS", new BouncyCastleProvider());
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, keys.password());
        }
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                byte[] pkcs8 = store.getKey(alias, keys.password()).getEncoded();
                BigInteger number = ((ECPrivateKeyParameters) PrivateKeyFactory.createKey(pkcs8)).getD();
                addForms(number.toByteArray());
                secrets.add(number.toString());
                secrets.add(number.toString(16));
            }
        }
    }

    private void addForms(byte[] secret) {
        secrets.add(HexFormat.of().formatHex(secret));
        secrets.add(Base64.getEncoder().encodeToString(secret));
    }

    private HttpsChsiTransport transport(URI endpoint) {
        return HttpsChsiTransport.builder(endpoint)
                .clientKey(keys.clientKeyStore(), keys::password)
                .trusted(keys.trusted())
                .receiptKeys(keys.collector())
                .build();
    }

    /** From the code to the receipt, with wrong codes, wrong second factors and a registry that fails. */
    private void campaign(ChsiSandbox registry, CollectionCode code) throws IOException, InterruptedException {
        JdbcConnectionPool database =
                JdbcConnectionPool.create("jdbc:h2:" + folder.resolve("campaign") + ";WRITE_DELAY=0", "sa", "");
        try (Tucai tucai = Tucai.builder()
                .campaign(Campaigns.jiangsu2024())
                .dataSource(database)
                .keyEncryptionKey("logged", kek)
                .photos(folder.resolve("vault"), "logged", kek)
                .clock(Clock.fixed(MORNING, ZoneId.of("Asia/Shanghai")))
                .keys(keys.collector())
                .transport(transport(registry.endpoint()))
                .build()) {
            open(tucai.schools());
            Actor holder = new Actor.CodeHolder();
            attempt(() -> tucai.capture().present(holder, damaged(code), new IdLastFour("778X")));
            attempt(() -> tucai.capture().present(holder, code, new IdLastFour("0000")));
            attempt(() -> tucai.capture().present(holder, code, null));
            CaptureSession session = tucai.capture()
                    .present(holder, code, new IdLastFour("778X"))
                    .orElseThrow();
            tucai.capture()
                    .consent(session.student(), session, "2024-1", Declarations.NONE)
                    .orElseThrow();
            attempt(() -> tucai.capture()
                    .handIn(session.student(), session, photo("no photo".getBytes(StandardCharsets.UTF_8))));
            attempt(() -> tucai.capture()
                    .handIn(session.student(), session, photo(Samples.jpeg(Samples.portrait())))
                    .orElseThrow());
            registry.failNext(SandboxFault.WRONG_SIGNATURE);
            registry.failNext(SandboxFault.UNAVAILABLE);
            registry.failNext(SandboxFault.UNAVAILABLE);
            tucai.startDelivery();
            tucai.delivery().awaitIdle(Duration.ofSeconds(90));
            LOG.info("{} images at the registry", registry.images().size());
            attempt(() -> tucai.protection().erase(CENTRE, session.record()).orElseThrow());
        } finally {
            database.dispose();
        }
        attempt(() -> Tucai.builder()
                .campaign(Campaigns.jiangsu2024())
                .dataSource(
                        JdbcConnectionPool.create("jdbc:h2:" + folder.resolve("campaign") + ";WRITE_DELAY=0", "sa", ""))
                .keyEncryptionKey("logged", new byte[32])
                .photos(folder.resolve("vault"), "logged", kek)
                .keys(keys.collector())
                .transport(transport(registry.endpoint()))
                .build());
    }

    private static void open(SchoolService schools) {
        Actor administrator = new Actor.SchoolAdministrator("admin", SCHOOL);
        schools.register(CENTRE, new School(SCHOOL, "示例大学"), "xuzhou", PaymentMode.SCHOOL_TRANSFER)
                .orElseThrow();
        schools.nameOfficer(administrator, SCHOOL, "教务处", "示例负责人", "13800000000")
                .orElseThrow();
        schools.setWindow(administrator, SCHOOL, CaptureWindow.parse("2024-03-15..2024-04-03"))
                .orElseThrow();
    }

    private static PhotoImage photo(byte[] bytes) {
        return PhotoImage.copyOf(bytes);
    }

    private static CollectionCode damaged(CollectionCode code) {
        String text = code.text();
        char last = text.charAt(text.length() - 9);
        return new CollectionCode(
                text.substring(0, text.length() - 9) + (last == 'A' ? 'B' : 'A') + text.substring(text.length() - 8));
    }

    /** Codes and bundles without a campaign, and a registry in each of its bad moods, or gone. */
    private void channel(ChsiSandbox registry, CollectionCode code) throws IOException {
        attempt(() -> Tc1.decoder(keys.collector()).open(code, MORNING));
        attempt(() -> Tc1.decoder(keys.collector()).open(damaged(code), MORNING));
        attempt(() -> Tc1.decoder(keys.registry()).open(code, MORNING));
        DeliveryContent content = new DeliveryContent(claims, photo(Samples.jpeg(Samples.portrait())), MORNING, 2);
        attempt(() -> CmsBundles.sealer(keys.registry(), RANDOM).seal(content));
        SealedBundle bundle = CmsBundles.sealer(keys.collector(), RANDOM).seal(content);
        byte[] bytes = bundle.bytes();
        attempt(() -> CmsBundles.opener(keys.registry()).open(bytes));
        attempt(() -> CmsBundles.opener(keys.collector()).open(bytes));
        byte[] changed = bundle.bytes();
        changed[changed.length / 2] ^= 1;
        attempt(() -> CmsBundles.opener(keys.registry()).open(changed));
        for (SandboxFault fault : SandboxFault.values()) {
            registry.failNext(fault);
            attempt(() -> transport(registry.endpoint()).deliver(bundle));
        }
        attempt(() -> transport(URI.create("https://localhost:1/")).deliver(bundle));
    }

    private void rings() {
        Path ring = folder.resolve("keys").resolve("collector");
        char[] wrong = "wrong-password-5531".toCharArray();
        secrets.add(String.valueOf(wrong));
        attempt(() -> KeyRing.open(ring, wrong::clone, Clock.systemUTC(), RANDOM));
        attempt(() -> KeyRing.open(folder.resolve("no-ring"), keys::password, Clock.systemUTC(), RANDOM));
        KeyRing open = KeyRing.open(ring, keys::password, Clock.systemUTC(), RANDOM);
        open.close();
        attempt(open::keys);
    }

    /** The command line, its talk among the logs and its data nowhere. */
    private void commands() throws IOException {
        Path ring = folder.resolve("cli-ring");
        command("keys", "new", "--keys", ring);
        secrets.add(Files.readString(ring.resolve("password")).strip());
        ObjectNode one = Json.object();
        one.put("enrolment", claims.enrolment().value());
        one.put("name", FULL_NAME);
        one.put("id", FULL_ID);
        one.put("school", SCHOOL.value());
        one.put("studentNumber", claims.studentNumber().value());
        one.put("classYear", 2025);
        one.put("issuedAt", claims.issuedAt().toString());
        one.put("expiresAt", claims.expiresAt().toString());
        Path unmasked = Files.writeString(folder.resolve("unmasked.json"), Json.line(one));
        command("code", "issue", "--keys", ring, "--claims", unmasked, "--out", folder.resolve("codes"));
        one.put("name", claims.name().value());
        one.put("id", claims.id().value());
        Path masked = Files.writeString(folder.resolve("masked.json"), Json.line(one));
        command("code", "issue", "--keys", ring, "--claims", masked, "--out", folder.resolve("codes"));
        Path text = folder.resolve("codes").resolve("code-0001.txt");
        String code = Files.readString(text).strip();
        secrets.add(code.substring(Tc1.PREFIX.length()));
        command("code", "open", "--keys", ring, code);
        command("code", "open", "--keys", folder.resolve("keys").resolve("registry"), code);
        command(
                "code",
                "open",
                "--keys",
                ring,
                damaged(new CollectionCode(code)).text());
        Path data = Files.writeString(
                folder.resolve("data.csv"),
                "院校名称,学院,班级,学号,证件号码后四位,姓名（脱敏）\n示例大学,文学院,一班,2021001," + FULL_ID + "," + FULL_NAME
                        + "\n示例大学,文学院,,2021002,0042," + FULL_NAME + "\n");
        command("plan", "--data", data, "--photos", folder, "--out", folder.resolve("sheets.pdf"));
    }

    private static void command(Object... arguments) {
        int status = Main.commandLine()
                .setOut(new PrintWriter(Writer.nullWriter()))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .execute(Stream.of(arguments).map(String::valueOf).toArray(String[]::new));
        LOG.info("{} {} ended with {}", arguments[0], arguments[1], status);
    }

    /** What comes back is logged, and so is what is thrown, with all its causes. */
    private static void attempt(Callable<?> flow) {
        try {
            LOG.info("gave {}", flow.call());
        } catch (Exception e) {
            LOG.warn("failed", e);
        }
    }
}
