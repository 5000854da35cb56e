package io.github.tucai.benchmarks.faults;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Where the collector is to be killed, drawn from a seed, and where it was. Used by one thread. */
final class Kills {
    /** A kill that comes when it comes. */
    static final String RANDOM = "random";

    /** Of a hundred kills so many are aimed. */
    private static final int AIMED = 75;

    /** After so many kills that missed a window it is given up. */
    private static final int TRIES = 3;

    /**
     * One kill.
     *
     * @param window aimed at; empty for a random moment
     * @param skip how often the window is passed before
     * @param pauseMillis how long a random one waits
     */
    record Kill(Optional<Window> window, int skip, int pauseMillis) {
        String label() {
            return window.map(Window::label).orElse(RANDOM);
        }
    }

    private final Deque<Kill> left;
    private final Map<String, Integer> done = new TreeMap<>();
    private final Map<String, Integer> missed = new TreeMap<>();

    Kills(int kills, Optional<Window> aim, long seed) {
        Random random = new Random(seed);
        left = new ArrayDeque<>();
        for (Optional<Window> window : windows(kills, aim, random)) {
            left.add(new Kill(
                    window, window.map(where -> random.nextInt(skips(where))).orElse(0), random.nextInt(400)));
        }
    }

    private static int skips(Window window) {
        return switch (window) {
            case SWEEPING -> 1;
            case ERASING -> 2;
            default -> 6;
        };
    }

    private static List<Optional<Window>> windows(int kills, Optional<Window> aim, Random random) {
        if (aim.isPresent()) {
            return Collections.nCopies(kills, aim);
        }
        int each = Math.max(1, kills * AIMED / 100 / Window.values().length);
        List<List<Optional<Window>>> groups = new ArrayList<>();
        for (int round = 0; round < each; round++) {
            for (Window window : Window.values()) {
                if (window == Window.AFTER_VAULT) {
                    // What this one leaves behind is there to be swept.
                    groups.add(List.of(Optional.of(window), Optional.of(Window.SWEEPING)));
                } else if (window != Window.SWEEPING) {
                    groups.add(List.of(Optional.of(window)));
                }
            }
        }
        while (groups.stream().mapToInt(List::size).sum() < kills) {
            groups.add(List.of(Optional.empty()));
        }
        Collections.shuffle(groups, random);
        return groups.stream().flatMap(List::stream).limit(kills).toList();
    }

    boolean areLeft() {
        return !left.isEmpty();
    }

    int left() {
        return left.size();
    }

    Kill next() {
        return left.pop();
    }

    /** A kill happened as it was meant. */
    void hit(Kill kill) {
        done.merge(kill.label(), 1, Integer::sum);
    }

    /** The collector never came to the window and was killed somewhere: it is tried again in place of a random kill. */
    void missed(Kill kill) {
        done.merge(RANDOM, 1, Integer::sum);
        int tries = missed.merge(kill.label(), 1, Integer::sum);
        Optional<Kill> spare =
                left.stream().filter(other -> other.window().isEmpty()).findFirst();
        if (tries < TRIES && spare.isPresent()) {
            left.remove(spare.get());
            left.addLast(kill);
        }
    }

    Map<String, Integer> done() {
        return done;
    }

    int count() {
        return done.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Whether each window had its share, where there were kills enough for all. */
    boolean hitEvery(Settings settings) {
        return settings.kills() < Window.values().length
                || settings.aim().map(aim -> done.containsKey(aim.label())).orElseGet(() -> Stream.of(Window.values())
                        .allMatch(window -> done.containsKey(window.label())));
    }
}
