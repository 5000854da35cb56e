package io.github.tucai.imaging.internal.qr;

import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What one reading has found so far, and its clock. Used by one thread. */
final class Search {
    // A triple this regular is a symbol nearly for certain; chance patterns misfit more.
    private static final double SURE = 0.25;

    private final long startNanos;
    private final long budgetNanos;
    private final List<Symbol> symbols = new ArrayList<>();
    private final List<Symbol> disputed = new ArrayList<>();
    private final List<FinderTriple> triples = new ArrayList<>();
    private final Set<Attempt> attempts = new HashSet<>();
    private boolean isCrowded;

    Search(long startNanos, long budgetNanos) {
        this.startNanos = startNanos;
        this.budgetNanos = budgetNanos;
    }

    boolean isOutOfTime() {
        return spentNanos() >= budgetNanos;
    }

    long spentNanos() {
        return System.nanoTime() - startNanos;
    }

    /** Takes a symbol in; where two readings of one symbol differ neither counts, now or later. */
    void add(Symbol symbol) {
        List<Symbol> contradicting = symbols.stream()
                .filter(other -> other.isSamePrint(symbol) && !other.text().equals(symbol.text()))
                .toList();
        disputed.addAll(contradicting);
        symbols.removeAll(contradicting);
        if (symbols.stream().noneMatch(symbol::isAt) && disputed.stream().noneMatch(symbol::isSamePrint)) {
            symbols.add(symbol);
        }
    }

    void saw(FinderTriple triple) {
        triples.add(triple);
    }

    /** Notes that a grid is tried on a triple; false if that was done before. */
    boolean isFirstAttempt(GrayPicture picture, FinderTriple triple) {
        return attempts.add(new Attempt(picture, triple));
    }

    /** Notes that the picture is full of what looks like finder patterns: passes whose time grows with their number are left out. */
    void sawCrowd() {
        isCrowded = true;
    }

    boolean isCrowded() {
        return isCrowded;
    }

    List<Symbol> symbols() {
        return symbols;
    }

    boolean isRead(Point2D point) {
        return symbols.stream().anyMatch(symbol -> symbol.covers(point));
    }

    boolean isRead(FinderTriple triple) {
        return triple.centres().stream().anyMatch(this::isRead);
    }

    /** Whether something looks very much like a symbol that is not read yet. */
    boolean hasUnread() {
        return triples.stream().anyMatch(triple -> triple.misfit() < SURE && !isRead(triple));
    }

    /** The most regular triple that belongs to no symbol read. */
    Optional<FinderTriple> bestUnread() {
        return triples.stream().filter(triple -> !isRead(triple)).min(Comparator.comparingDouble(FinderTriple::misfit));
    }

    /** The most regular triples that belong to no symbol read, each place once. */
    List<FinderTriple> unread(int most) {
        List<FinderTriple> chosen = new ArrayList<>();
        triples.stream()
                .filter(triple -> !isRead(triple))
                .sorted(Comparator.comparingDouble(FinderTriple::misfit))
                .filter(triple -> chosen.size() < most && chosen.stream().noneMatch(triple::isNear))
                .forEach(chosen::add);
        return chosen;
    }

    boolean isSure(FinderTriple triple) {
        return triple.misfit() < SURE;
    }

    private record Attempt(GrayPicture picture, FinderTriple triple) {}
}
