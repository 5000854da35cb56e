package io.github.tucai.campaign.internal.db;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a lost race from a failure. */
final class SqlStates {
    private static final Set<String> LOST = Set.of("40001", "40P01", "55P03", "HYT00");

    private SqlStates() {}

    /** Unique violation, serialisation failure, deadlock, lock time-out. */
    static boolean isLostRace(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            if (cause instanceof SQLException sql && isLostRace(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Throwable next(Throwable failure) {
        return failure.getCause() == failure ? null : failure.getCause();
    }

    private static boolean isLostRace(@Nullable String state) {
        // HYT00 is H2's lock time-out, 40001 also its deadlock; 40P01 and 55P03 are PostgreSQL's deadlock and lock
        // time-out.
        return state != null && (state.startsWith("23") || LOST.contains(state));
    }
}
