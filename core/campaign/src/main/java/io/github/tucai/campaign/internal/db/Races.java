package io.github.tucai.campaign.internal.db;

import java.util.function.IntSupplier;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Runs statements that may lose a race. */
public final class Races {
    private Races() {}

    /**
     * Runs one.
     *
     * @throws ConcurrentChangeException if somebody else was first
     */
    public static int guarded(IntSupplier statement) {
        try {
            return statement.getAsInt();
        } catch (UnableToExecuteStatementException e) {
            if (SqlStates.isLostRace(e)) {
                throw new ConcurrentChangeException();
            }
            throw e;
        }
    }
}
