package io.github.tucai.benchmarks.faults;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The collector of the moment, one after the other, and a journal of what was ordered and answered. Safe for concurrent use. */
final class Fleet implements AutoCloseable {
    private final PrintStream journal;
    private final Map<String, Integer> calls = new TreeMap<>();
    private @Nullable Collector current;
    private Optional<Window> wish = Optional.empty();
    private boolean hunting = true;

    Fleet(Path journal) throws IOException {
        this.journal = new PrintStream(Files.newOutputStream(journal), true, StandardCharsets.UTF_8);
    }

    /** The one that takes orders from now on; null while there is none. */
    synchronized void sail(@Nullable Collector collector) {
        current = collector;
        notifyAll();
    }

    /** Lets the collector of the moment end in order. */
    void end() throws InterruptedException {
        if (!await().end()) {
            throw new IllegalStateException("a collector does not end");
        }
        sail(null);
    }

    /** Which window is waited for, so that somebody may come to it. */
    synchronized void wish(Optional<Window> window) {
        wish = window;
    }

    /** Whether records are to be erased, so that the window comes. */
    synchronized boolean wishesErasing() {
        return wish.filter(Window.ERASING::equals).isPresent();
    }

    /** No more kills. */
    synchronized void endHunt() {
        hunting = false;
    }

    synchronized boolean isHunting() {
        return hunting;
    }

    /** Gives an order to the collector of the moment, waiting for one. */
    Answer order(String order) throws InterruptedException {
        Collector mine = await();
        Answer answer = mine.order(order);
        note(order + " -> " + answer.kind() + " " + answer.text());
        String verb = order.substring(0, order.indexOf(' '));
        count(
                switch (answer.kind()) {
                    case DONE -> verb;
                    case REFUSED -> verb + " refused: " + answer.text();
                    case FAILED -> verb + " failed: " + answer.text();
                    case CUT -> "cut by a kill";
                });
        if (answer.kind() == Answer.Kind.CUT) {
            awaitAnother(mine);
        }
        return answer;
    }

    private synchronized Collector await() throws InterruptedException {
        while (current == null) {
            wait();
        }
        return current;
    }

    private synchronized void awaitAnother(Collector dead) throws InterruptedException {
        while (dead == current) {
            wait();
        }
    }

    /** Writes a line into the journal. */
    synchronized void note(String line) {
        journal.println(Instant.now() + " " + line);
    }

    @Override
    public void close() {
        journal.close();
    }

    private synchronized void count(String call) {
        calls.merge(call, 1, Integer::sum);
    }

    synchronized Map<String, Integer> calls() {
        return new TreeMap<>(calls);
    }
}
