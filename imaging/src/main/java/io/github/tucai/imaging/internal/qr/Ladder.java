package io.github.tucai.imaging.internal.qr;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The order in which a picture is tried: what reads most in least time comes first. Climbing ends when nothing that looks like
 * a symbol is left unread, when the last rung is reached, or when the time is up.
 */
final class Ladder {
    // Larger pictures are first tried at this size: codes that fill a screen do not need more.
    private static final int FIRST_LONG_SIDE = 1600;

    // Enlarging helps small pictures; large ones only cost time, most of all where nothing was seen.
    private static final long MOST_PIXELS_ENLARGED = 6_000_000;
    private static final long MOST_PIXELS_ENLARGED_BLINDLY = 2_000_000;

    // Once something was read, the search for further symbols gets this much and no more.
    private static final long MORE_NANOS = 150_000_000;
    private static final int BORDER = 24;

    // Each of these finds symbols the others do not even notice, so one symbol read is no reason to leave them out.
    private static final int LEAST_RUNGS = 3;

    private static final List<Rung> RUNGS = List.of(
            Rung.always(1, ZxingPass::local),
            Rung.always(1, BoofPass::run),
            Rung.always(1, ZxingPass::global),
            Rung.onceSeen(1, GridPass::run),
            Rung.always(0.5, ZxingPass::local),
            Rung.always(0.5, ZxingPass::global),
            Rung.unlessSeen(1, (picture, search) -> BoofPass.run(sharpened(picture), search)),
            Rung.onceSeen(1, GridPass::run),
            Rung.always(1, TinyFinders::look),
            Rung.always(1, GridPass::run),
            Rung.always(1.5, ZxingPass::local),
            Rung.always(1.5, ZxingPass::global),
            Rung.always(2, BoofPass::run),
            Rung.always(2, ZxingPass::global),
            Rung.always(2, ZxingPass::local),
            Rung.always(3, ZxingPass::global),
            Rung.always(3, ZxingPass::local),
            Rung.always(3, (picture, search) -> ZxingPass.global(softened(picture), search)),
            Rung.always(4, BoofPass::run),
            Rung.always(4, ZxingPass::global),
            Rung.always(1, (picture, search) -> ZxingPass.global(sharpened(picture), search)),
            Rung.onceSeen(1, (picture, search) -> BoofPass.run(sharpened(picture), search)),
            Rung.always(1, GridPass::run),
            Rung.onceSeen(1, (picture, search) -> ZxingPass.local(picture.padded(BORDER), search)),
            Rung.onceSeen(1, (picture, search) -> BoofPass.run(picture.padded(BORDER), search)),
            Rung.always(1, (picture, search) -> ZxingPass.local(picture.inverted(), search)),
            Rung.onceSeen(1, (picture, search) -> BoofPass.run(picture.inverted(), search)),
            Rung.onceSeen(1, (picture, search) -> GridPass.run(picture.inverted(), search)),
            Rung.always(0.33, ZxingPass::local),
            Rung.always(0.33, ZxingPass::global),
            Rung.always(0.5, BoofPass::run),
            Rung.always(0.25, ZxingPass::global),
            // Last, since it sees much that is no code.
            Rung.always(1, RingPass::look),
            Rung.onceSeen(1, GridPass::run));

    private final GrayPicture picture;
    private final Search search;
    private final double unit;
    private final Map<Double, GrayPicture> scaled = new HashMap<>();

    Ladder(GrayPicture picture, Search search) {
        this.picture = picture;
        this.search = search;
        this.unit = Math.min(1, (double) FIRST_LONG_SIDE / Math.max(picture.width(), picture.height()));
    }

    /** Whether the search came to its end; false when the time ran out. */
    boolean climb() {
        long firstRead = Long.MAX_VALUE;
        for (int i = 0; i < RUNGS.size(); i++) {
            // The first rung is climbed however short the time: without one look nothing can be said.
            if (i > 0 && search.isOutOfTime()) {
                return false;
            }
            Rung rung = RUNGS.get(i);
            if (!rung.when().isMet(search) || isTooLarge(rung.scale())) {
                continue;
            }
            rung.pass().accept(atScale(rung.scale()), search);
            if (!search.symbols().isEmpty()) {
                firstRead = Math.min(firstRead, search.spentNanos());
                boolean wantsMore = search.hasUnread() && search.spentNanos() - firstRead < MORE_NANOS;
                if (i + 1 >= LEAST_RUNGS && !wantsMore) {
                    return true;
                }
            }
        }
        return true;
    }

    /** So much that the finder patterns of a blurred symbol stand out again. */
    private static GrayPicture sharpened(GrayPicture picture) {
        return picture.sharpened(6, 4);
    }

    /** Where pixels were left out modules are of uneven width; softening evens them out enough to be found. */
    private static GrayPicture softened(GrayPicture picture) {
        return picture.sharpened(2, -0.8);
    }

    private boolean isTooLarge(double scale) {
        double factor = scale * unit;
        long most = search.hasUnread() ? MOST_PIXELS_ENLARGED : MOST_PIXELS_ENLARGED_BLINDLY;
        return scale > 1 && picture.width() * factor * picture.height() * factor > most;
    }

    private GrayPicture atScale(double scale) {
        double factor = scale * unit;
        return scaled.computeIfAbsent(factor, f -> f == 1 ? picture : picture.scaled(f));
    }

    /** What must have been seen for a rung to be worth its time. */
    private enum When {
        ALWAYS,
        SEEN,
        NOT_SEEN;

        boolean isMet(Search search) {
            return this == ALWAYS || search.hasUnread() == (this == SEEN);
        }
    }

    private record Rung(double scale, When when, BiConsumer<GrayPicture, Search> pass) {
        static Rung always(double scale, BiConsumer<GrayPicture, Search> pass) {
            return new Rung(scale, When.ALWAYS, pass);
        }

        static Rung onceSeen(double scale, BiConsumer<GrayPicture, Search> pass) {
            return new Rung(scale, When.SEEN, pass);
        }

        static Rung unlessSeen(double scale, BiConsumer<GrayPicture, Search> pass) {
            return new Rung(scale, When.NOT_SEEN, pass);
        }
    }
}
