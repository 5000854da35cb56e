package io.github.tucai.photo;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** What finishing a photo gave. */
public sealed interface Finishing {
    /** The product and its proof. */
    record Done(FinishedPhoto photo) implements Finishing {
        public Done {
            Objects.requireNonNull(photo, "photo");
        }
    }

    /** No crop of this photo meets the product's geometry, or no file its size. */
    record Impossible(List<Advice> reasons) implements Finishing {
        public Impossible {
            reasons = List.copyOf(reasons);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("reasons must not be empty");
            }
        }
    }

    /** Handles both outcomes; the compiler asks for both. */
    default <R> R fold(Function<? super Done, ? extends R> done, Function<? super Impossible, ? extends R> impossible) {
        return this instanceof Done d ? done.apply(d) : impossible.apply((Impossible) this);
    }
}
