package io.github.tucai;

import io.github.tucai.campaign.internal.audit.JdkAuditSuite;
import io.github.tucai.campaign.internal.db.Database;
import io.github.tucai.campaign.internal.ledger.Bookings;
import io.github.tucai.campaign.internal.ledger.EventStore;
import io.github.tucai.campaign.internal.ledger.Kinds;
import io.github.tucai.campaign.internal.ledger.Ledger;
import io.github.tucai.campaign.internal.secret.BlindIndex;
import io.github.tucai.campaign.internal.secret.Ciphers;
import io.github.tucai.campaign.internal.secret.Kek;
import io.github.tucai.campaign.internal.secret.KeyWrap;
import io.github.tucai.capture.CaptureEvent;
import io.github.tucai.capture.CashbookEvent;
import io.github.tucai.capture.SchoolEvent;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;

/** The ledger of a desk's database, for tests that hold a transaction open. */
final class Ledgers {
    private Ledgers() {}

    static Ledger open(DataSource dataSource) {
        Database database = Database.open(dataSource);
        SecureRandom random = new SecureRandom();
        Ciphers ciphers = new Ciphers(random);
        KeyWrap wrap = new KeyWrap(ciphers, new Kek("test", Ciphers.key(Desk.KEK)), List.of());
        BlindIndex index = database.inTransaction(handle -> BlindIndex.open(handle, wrap));
        JdkAuditSuite suite = new JdkAuditSuite();
        String campaign = Samples.CAMPAIGN.id();
        return new Ledger(
                database,
                Samples.CAMPAIGN,
                Clock.fixed(Samples.MORNING, ZoneOffset.UTC),
                random,
                new EventStore<>(Kinds.CAPTURE, CaptureEvent.class, campaign, ciphers, wrap, index, suite),
                new EventStore<>(Kinds.SCHOOL, SchoolEvent.class, campaign, ciphers, wrap, index, suite),
                new EventStore<>(Kinds.CASHBOOK, CashbookEvent.class, campaign, ciphers, wrap, index, suite),
                new Bookings(campaign, index));
    }
}
