package io.github.tucai.examples.modules;

import io.github.tucai.Campaigns;
import io.github.tucai.Tucai;
import io.github.tucai.answer.Actor;
import io.github.tucai.crypto.DirectoryChsiTransport;
import io.github.tucai.crypto.KeyRing;
import io.github.tucai.payment.PaymentMode;
import io.github.tucai.school.School;
import io.github.tucai.school.SchoolCode;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.h2.jdbcx.JdbcDataSource;

/** Starts a campaign in a fresh database in a folder, registers a school, and prints what was stored. */
final class CampaignStart {
    private static final Actor.Centre CENTRE = new Actor.Centre("modules");

    private CampaignStart() {}

    public static void main(String[] args) {
        Path folder = Path.of(args[0]);
        SecureRandom random = new SecureRandom();
        KeyRing keys =
                KeyRing.create(folder.resolve("keys"), "only for this start"::toCharArray, Clock.systemUTC(), random);
        JdbcDataSource database = new JdbcDataSource();
        database.setUrl("jdbc:h2:" + folder.resolve("db") + ";WRITE_DELAY=0");
        try (Tucai tucai = Tucai.builder()
                .campaign(Campaigns.jiangsu2024())
                .dataSource(database)
                .keyEncryptionKey("start", random.generateSeed(32))
                .photos(folder.resolve("photos"), "photos", random.generateSeed(32))
                .keys(keys)
                .transport(DirectoryChsiTransport.builder(folder.resolve("out"), keys)
                        .build())
                .build()) {
            tucai.startDelivery();
            School school = new School(new SchoolCode("10290"), "示例大学");
            tucai.schools()
                    .register(CENTRE, school, "xuzhou", PaymentMode.SCHOOL_TRANSFER)
                    .orElseThrow();
            System.out.println("campaign " + tucai.campaign().id() + " with "
                    + tucai.schools().schools(CENTRE).orElseThrow().size() + " school");
        }
    }
}
