package io.github.tucai;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/** Keeps what is logged, with every message of an exception that goes along, for tests that look at it. */
public final class Logs implements SLF4JServiceProvider {
    private static final int MOST = 10_000;
    private static final ConcurrentLinkedDeque<String> LINES = new ConcurrentLinkedDeque<>();

    private final IMarkerFactory markers = new BasicMarkerFactory();
    private final MDCAdapter context = new NOPMDCAdapter();

    /** Forgets all. */
    static void clear() {
        LINES.clear();
    }

    static List<String> lines() {
        return List.copyOf(LINES);
    }

    private static void add(String line, Throwable thrown) {
        StringBuilder all = new StringBuilder(line);
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            all.append(" | ").append(cause);
        }
        LINES.add(all.toString());
        if (LINES.size() > MOST) {
            LINES.poll();
        }
    }

    @Override
    public ILoggerFactory getLoggerFactory() {
        return KeptLogger::new;
    }

    @Override
    public IMarkerFactory getMarkerFactory() {
        return markers;
    }

    @Override
    public MDCAdapter getMDCAdapter() {
        return context;
    }

    @Override
    public String getRequestedApiVersion() {
        return "2.0.99";
    }

    @Override
    public void initialize() {
        LINES.clear();
    }

    private static final class KeptLogger extends LegacyAbstractLogger {
        private static final long serialVersionUID = 1L;

        KeptLogger(String name) {
            this.name = name;
        }

        @Override
        protected String getFullyQualifiedCallerName() {
            return KeptLogger.class.getName();
        }

        @Override
        protected void handleNormalizedLoggingCall(
                Level level, Marker marker, String message, Object[] arguments, Throwable thrown) {
            add(level + " " + name + " " + MessageFormatter.basicArrayFormat(message, arguments), thrown);
        }

        @Override
        public boolean isTraceEnabled() {
            return false;
        }

        @Override
        public boolean isDebugEnabled() {
            return false;
        }

        @Override
        public boolean isInfoEnabled() {
            return true;
        }

        @Override
        public boolean isWarnEnabled() {
            return true;
        }

        @Override
        public boolean isErrorEnabled() {
            return true;
        }
    }
}
