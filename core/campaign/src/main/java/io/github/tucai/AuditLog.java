package io.github.tucai;

import io.github.tucai.campaign.internal.audit.AuditChain;
import io.github.tucai.campaign.internal.audit.AuditSuites;
import io.github.tucai.campaign.internal.db.Database;
import io.github.tucai.key.KeyId;
import io.github.tucai.key.KeyInfo;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Verifies the event log. Needs the database and no secret: the hashes cover ciphertext.
 *
 * <p>Each event carries the hash of the one before in its record; a change, a gap, a swap shows. Who can write to the database
 * could recompute a chain, so anchors ({@link AuditService#anchor}) hash the heads of all chains: an end that was cut off
 * and a record that was dropped show as soon as one anchor saw them. Anchors could be recomputed too, unless they are signed;
 * and the newest ones could be taken away together with what they saw, unless the hash of one is kept elsewhere.
 */
public final class AuditLog {
    private AuditLog() {}

    /**
     * One row over the heads of all chains.
     *
     * @param number counted from 1
     * @param taken when, by the campaign's clock
     * @param streams how many chains there were
     * @param events how many events they held together
     * @param hash what it all comes to: 64 hexadecimal digits
     * @param signer the key that signed it
     */
    public record Anchor(int number, Instant taken, int streams, long events, String hash, Optional<KeyId> signer) {
        static Anchor of(io.github.tucai.campaign.internal.audit.Anchor row) {
            return new Anchor(row.number(), row.taken(), row.streams(), row.events(), row.hash(), row.signer());
        }
    }

    /**
     * What verifying found.
     *
     * @param streams how many chains there are: one for each record and school
     * @param events how many events they hold together
     * @param unanchored how many of them came after the newest anchor
     * @param anchors how many anchors there are
     * @param newest the newest of them
     * @param faults where it does not hold: the first fault of each chain with the number of its event, then those of the
     *     anchors; empty when all do
     */
    public record Report(
            int streams, long events, long unanchored, int anchors, Optional<Anchor> newest, List<String> faults) {
        public Report {
            faults = List.copyOf(faults);
        }

        /** Whether everything holds. */
        public boolean holds() {
            return faults.isEmpty();
        }
    }

    /**
     * Recomputes every chain and every anchor, and leaves signatures alone.
     *
     * @throws io.github.tucai.failure.TucaiException if the database cannot be read
     */
    public static Report verify(DataSource dataSource) {
        return verify(dataSource, List.of(), List.of());
    }

    /**
     * Recomputes every chain and every anchor as of one moment; the collector may go on writing.
     *
     * @param signers the keys whose signatures count, such as all of a key ring: with any given, the newest anchor must carry
     *     one of an {@code AUDIT_SIGNING} key among them; with none, signatures are not looked at
     * @param seen hashes of anchors that were noted elsewhere and must be there
     * @throws io.github.tucai.failure.TucaiException if the database cannot be read
     */
    public static Report verify(DataSource dataSource, Collection<KeyInfo> signers, Collection<String> seen) {
        AuditSuites suites = AuditSuites.installed();
        AuditChain.Result result =
                Database.connect(dataSource).snapshot(handle -> AuditChain.verify(handle, suites, signers, seen));
        return new Report(
                result.streams(),
                result.events(),
                result.unanchored(),
                result.anchors(),
                result.newest().map(Anchor::of),
                result.faults());
    }
}
