package io.github.tucai;

import io.github.tucai.core.internal.store.AuditChain;
import io.github.tucai.core.internal.store.Database;
import java.util.List;
import javax.sql.DataSource;

/** Verifies the hash chain of the event log. Needs the database and no key: the hashes cover ciphertext. */
public final class AuditLog {
    private AuditLog() {}

    /**
     * What verifying found.
     *
     * @param streams how many chains there are: one for each record and school
     * @param events how many events they hold together
     * @param faults where a chain does not hold; empty when all do
     */
    public record Report(int streams, int events, List<String> faults) {
        public Report {
            faults = List.copyOf(faults);
        }

        /** Whether every chain holds. */
        public boolean holds() {
            return faults.isEmpty();
        }
    }

    /**
     * Recomputes every chain: an event that was changed, removed or put elsewhere shows.
     *
     * @throws io.github.tucai.failure.TucaiException if the database cannot be read
     */
    public static Report verify(DataSource dataSource) {
        AuditChain.Result result = Database.connect(dataSource).read(AuditChain::verify);
        return new Report(result.streams(), result.events(), result.faults());
    }
}
