package io.github.tucai.campaign.internal.ledger;

import io.github.tucai.campaign.internal.db.Database;
import io.github.tucai.campaign.internal.secret.BlindIndex;
import io.github.tucai.campaign.internal.secret.Ciphers;
import io.github.tucai.campaign.internal.secret.Kek;
import io.github.tucai.campaign.internal.secret.KeyWrap;
import io.github.tucai.campaign.internal.secret.Rewrapping;
import io.github.tucai.schedule.Campaign;
import io.github.tucai.spi.AuditSuite;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;

/** Makes the rows of a campaign anew, which need not be running. */
public final class Rebuilding {
    private Rebuilding() {}

    /** Says of how many streams. */
    public static int run(DataSource dataSource, Campaign campaign, List<Kek> keks, AuditSuite suite) {
        SecureRandom random = new SecureRandom();
        Ciphers ciphers = new Ciphers(random);
        KeyWrap wrap = new KeyWrap(ciphers, keks.get(0), keks.subList(1, keks.size()));
        Database database = Database.open(dataSource);
        // Whatever lies under a key that is not at hand would be marked as damaged.
        new Rewrapping(database, wrap).refuseLostKeys();
        BlindIndex index = database.inTransaction(handle -> BlindIndex.open(handle, wrap));
        Ledger ledger = Ledger.of(database, campaign, Clock.systemUTC(), random, ciphers, wrap, index, suite);
        ledger.makeAllRows();
        return ledger.makeRows();
    }
}
