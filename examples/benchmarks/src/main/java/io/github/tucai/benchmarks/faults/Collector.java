package io.github.tucai.benchmarks.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** The driver's end of one collector process: gives it orders, hears where its threads are, kills it. */
final class Collector {
    private static final int PATIENCE_SECONDS = 180;

    /** Decides what becomes of a collector that came to the window aimed at. */
    interface AtWindow {
        /** Comes to {@link #kill} or {@link #go} sooner or later. */
        void reached(Collector collector, int point, int detail);
    }

    private final Process process;
    private final PrintStream lines;
    private final AtWindow atWindow;
    private final Map<Integer, CompletableFuture<Answer>> open = new ConcurrentHashMap<>();
    private final CompletableFuture<Boolean> ready = new CompletableFuture<>();
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private volatile boolean killed;
    private volatile boolean gone;

    Collector(Process process, AtWindow atWindow) {
        this.process = process;
        this.atWindow = atWindow;
        this.lines = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
        Thread ear = new Thread(this::listen, "collector");
        ear.setDaemon(true);
        ear.start();
    }

    private void listen() {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                heard(line);
            }
        } catch (IOException e) {
            // Killed in the middle of a line.
            killed |= !process.isAlive();
        }
        gone = true;
        ready.complete(false);
        open.keySet().forEach(number -> answer(number, Answer.CUT));
    }

    private void heard(String line) {
        String[] words = line.split(" ", 3);
        switch (words[0]) {
            case "ready" -> ready.complete(true);
            case "at" -> atWindow.reached(this, Integer.parseInt(words[1]), detail(words[2]));
            case "done" -> answer(Integer.parseInt(words[1]), new Answer(Answer.Kind.DONE, words[2]));
            case "refused" -> answer(Integer.parseInt(words[1]), new Answer(Answer.Kind.REFUSED, words[2]));
            case "failed" -> answer(Integer.parseInt(words[1]), new Answer(Answer.Kind.FAILED, words[2]));
            default -> throw new IllegalStateException("the collector says: " + line);
        }
    }

    private static int detail(String words) {
        return Integer.parseInt(words.substring(words.indexOf(' ') + 1));
    }

    private void answer(int number, Answer answer) {
        CompletableFuture<Answer> waiting = open.remove(number);
        if (waiting != null) {
            if (answer.kind() != Answer.Kind.CUT) {
                answered.incrementAndGet();
            }
            waiting.complete(answer);
        }
    }

    /** Whether it came up; false where it ended before. */
    boolean awaitReady() {
        return await(ready);
    }

    /** Gives an order and waits for what comes of it. */
    Answer order(String order) {
        int number = numbers.incrementAndGet();
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        open.put(number, answer);
        tell("do " + number + " " + order);
        if (gone) {
            answer(number, Answer.CUT);
        }
        return await(answer);
    }

    private <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new IllegalStateException("the collector does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    void aim(Window window) {
        tell("aim " + window.label());
    }

    void go(int point) {
        tell("go " + point);
    }

    private synchronized void tell(String line) {
        lines.println(line);
    }

    /** How many orders it answered. */
    int answered() {
        return answered.get();
    }

    /** SIGKILL. */
    void kill() {
        killed = true;
        process.destroyForcibly();
    }

    boolean awaitDeath(long millis) throws InterruptedException {
        return process.waitFor(millis, TimeUnit.MILLISECONDS);
    }

    /** Lets it end in order; says whether it did. */
    boolean end() throws InterruptedException {
        tell("end");
        boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        process.destroyForcibly();
        return ended;
    }

    /** Whether it died, and not by our hand. */
    boolean isBroken() {
        return !killed && !process.isAlive();
    }
}
