package io.github.tucai;

import io.github.tucai.campaign.internal.audit.AuditSuites;
import io.github.tucai.campaign.internal.ledger.Rebuilding;
import io.github.tucai.campaign.internal.secret.Ciphers;
import io.github.tucai.campaign.internal.secret.Kek;
import io.github.tucai.schedule.Campaign;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * Makes the rows anew that lists, counts, statements and reports read, from the event log. They hold nothing that the log does
 * not.
 */
public final class RowRebuild {
    private RowRebuild() {}

    /**
     * Makes them anew. The campaign may be running meanwhile; one that was killed is gone on with by the next start of the campaign
     * or by calling again.
     *
     * @param keys the key-encryption keys of the database, 32 bytes each, by the ids that the builder was given
     * @return of how many records and schools
     * @throws io.github.tucai.failure.TucaiException if the database cannot be used or one of the keys that it needs is not given
     */
    public static int run(DataSource dataSource, Campaign campaign, Map<String, byte[]> keys) {
        List<Kek> keks = keys.entrySet().stream()
                .map(key -> new Kek(key.getKey(), Ciphers.key(key.getValue())))
                .toList();
        if (keks.isEmpty()) {
            throw new IllegalArgumentException("keys must name one at least");
        }
        return Rebuilding.run(
                dataSource, campaign, keks, AuditSuites.installed().preferred());
    }
}
