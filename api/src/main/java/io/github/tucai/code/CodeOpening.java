package io.github.tucai.code;

import java.util.Objects;
import java.util.function.Function;

/** What opening a collection code gave. */
public sealed interface CodeOpening {
    /** The code is genuine and its claims can be trusted. */
    record Opened(CodeClaims claims) implements CodeOpening {
        public Opened {
            Objects.requireNonNull(claims, "claims");
        }
    }

    /** The code is refused. */
    record Refused(CodeRejection reason) implements CodeOpening {
        public Refused {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** Handles both outcomes; the compiler asks for both. */
    default <R> R fold(Function<? super Opened, ? extends R> opened, Function<? super Refused, ? extends R> refused) {
        return this instanceof Opened o ? opened.apply(o) : refused.apply((Refused) this);
    }
}
