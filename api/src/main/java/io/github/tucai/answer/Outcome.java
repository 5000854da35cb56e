package io.github.tucai.answer;

import java.util.Objects;
import java.util.function.Function;

/**
 * Done, or refused with the reason. A refusal is an answer, not an exception.
 *
 * @param <T> what comes back when it was done
 */
public sealed interface Outcome<T> {
    /** It was done. */
    record Done<T>(T value) implements Outcome<T> {
        public Done {
            Objects.requireNonNull(value, "value");
        }
    }

    /** It was not done, and nothing changed. */
    record Refused<T>(Refusal refusal) implements Outcome<T> {
        public Refused {
            Objects.requireNonNull(refusal, "refusal");
        }
    }

    /** It was done. */
    static <T> Outcome<T> done(T value) {
        return new Done<>(value);
    }

    /** It was refused. */
    static <T> Outcome<T> refused(Refusal refusal) {
        return new Refused<>(refusal);
    }

    /** Handles both; the compiler asks for both. */
    default <R> R fold(Function<? super T, ? extends R> done, Function<? super Refusal, ? extends R> refused) {
        return this instanceof Done<T> d ? done.apply(d.value()) : refused.apply(((Refused<T>) this).refusal());
    }

    /** What comes next when it was done; a refusal stays. */
    default <R> Outcome<R> then(Function<? super T, Outcome<R>> next) {
        return this instanceof Done<T> d ? next.apply(d.value()) : refused(((Refused<T>) this).refusal());
    }

    /** Another value when it was done; a refusal stays. */
    default <R> Outcome<R> map(Function<? super T, ? extends R> to) {
        return then(value -> done(to.apply(value)));
    }

    /**
     * The value, where a refusal would be a mistake of the caller.
     *
     * @throws IllegalStateException with the refusal's English text
     */
    default T orElseThrow() {
        return fold(Function.identity(), refusal -> {
            throw new IllegalStateException(refusal.reason() + ": " + refusal.en());
        });
    }
}
