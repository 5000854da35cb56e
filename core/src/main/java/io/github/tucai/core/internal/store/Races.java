package io.github.tucai.core.internal.store;

import java.util.function.IntSupplier;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Runs statements that may lose a race. */
final class Races {
    private Races() {}

    /**
     * Runs one.
     *
     * @throws ConcurrentChangeException if somebody else was first
     */
    static int guarded(IntSupplier statement) {
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
