package io.github.tucai;

import io.github.tucai.answer.Outcome;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A part of a list: what belongs to {@link #MOST} records or schools at most, so that no more are decrypted than are shown.
 * What is added while somebody turns pages may or may not be among them; what stays is, once.
 *
 * @param <T> what is listed
 */
public final class Page<T> implements Iterable<T> {
    /** Records or schools on a page. */
    public static final int MOST = 50;

    private final List<T> items;
    private final int unreadable;
    private final Optional<PageKey> next;

    Page(List<T> items, int unreadable, Optional<PageKey> next) {
        this.items = List.copyOf(items);
        this.unreadable = unreadable;
        this.next = next;
    }

    /** What is on it; may be nothing though there is a next page. */
    public List<T> items() {
        return items;
    }

    /** How many records or schools belong here and were set aside, as they cannot be read ({@link AuditService#unreadable}). */
    public int unreadable() {
        return unreadable;
    }

    /** Where the next page begins; empty on the last one. */
    public Optional<PageKey> next() {
        return next;
    }

    /** How many are on it. */
    public int size() {
        return items.size();
    }

    /** What is on it. */
    public Stream<T> stream() {
        return items.stream();
    }

    @Override
    public Iterator<T> iterator() {
        return items.iterator();
    }

    @Override
    public String toString() {
        return "Page[" + items.size() + " items]";
    }

    /**
     * All items of a list, page after page, each read when it is come to.
     *
     * @param pages reads a page from its key
     * @throws IllegalStateException if a page is refused
     */
    public static <T> Stream<T> walk(Function<PageKey, Outcome<Page<T>>> pages) {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(new Walk<>(pages), Spliterator.ORDERED | Spliterator.NONNULL),
                false);
    }

    private static final class Walk<T> implements Iterator<T> {
        private final Function<PageKey, Outcome<Page<T>>> pages;
        private final Deque<T> left = new ArrayDeque<>();
        private Optional<PageKey> next = Optional.of(PageKey.FIRST);

        Walk(Function<PageKey, Outcome<Page<T>>> pages) {
            this.pages = Objects.requireNonNull(pages, "pages");
        }

        @Override
        public boolean hasNext() {
            while (left.isEmpty() && next.isPresent()) {
                Page<T> page = pages.apply(next.get()).orElseThrow();
                left.addAll(page.items);
                next = page.next;
            }
            return !left.isEmpty();
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return left.remove();
        }
    }
}
