package io.github.tucai.imaging.internal.qr;

import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which finder patterns could be the three of one symbol. */
final class TripleSearch {
    // Seen at 45 degrees from nearby, the nearest pattern is nearly twice as large as the farthest.
    private static final double MOST_UNLIKE = 1.9;
    private static final double MOST_MISFIT = 0.9;
    private static final double UNCONFIRMED = 0.3;
    // Between the centres of version 1 lie 14 modules, of version 40 170; estimates are rough.
    private static final double LEAST_MODULES = 10;
    private static final double MOST_MODULES = 210;
    private static final int MOST_TRIPLES = 60;

    private TripleSearch() {}

    /** The most regular ones first. */
    static List<Triple> among(List<FinderCentre> centres) {
        List<FinderCentre> bySize = centres.stream()
                .sorted(Comparator.comparingDouble(FinderCentre::module))
                .toList();
        List<Triple> triples = new ArrayList<>();
        for (int i = 0; i < bySize.size(); i++) {
            double most = bySize.get(i).module() * MOST_UNLIKE;
            for (int j = i + 1; j < bySize.size() && bySize.get(j).module() <= most; j++) {
                for (int k = j + 1; k < bySize.size() && bySize.get(k).module() <= most; k++) {
                    addIfRegular(ordered(bySize.get(i), bySize.get(j), bySize.get(k)), triples);
                }
            }
        }
        return triples.stream()
                .sorted(Comparator.comparingDouble(Triple::misfit))
                .limit(MOST_TRIPLES)
                .toList();
    }

    private static void addIfRegular(Triple triple, List<Triple> triples) {
        if (triple.misfit() < MOST_MISFIT) {
            double modules = triple.modulesBetween();
            if (modules > LEAST_MODULES && modules < MOST_MODULES) {
                triples.add(triple);
            }
        }
    }

    /** The corner lies opposite the longest side; the other two follow clockwise. */
    private static Triple ordered(FinderCentre a, FinderCentre b, FinderCentre c) {
        double ab = a.distance(b);
        double bc = b.distance(c);
        double ca = c.distance(a);
        if (bc >= ab && bc >= ca) {
            return clockwise(a, b, c);
        }
        return ca >= ab ? clockwise(b, a, c) : clockwise(c, a, b);
    }

    private static Triple clockwise(FinderCentre corner, FinderCentre b, FinderCentre c) {
        double turn = (b.x() - corner.x()) * (c.y() - corner.y()) - (b.y() - corner.y()) * (c.x() - corner.x());
        return turn > 0 ? Triple.of(corner, b, c) : Triple.of(corner, c, b);
    }

    /**
     * Three finder patterns; see {@link FinderTriple}, which stands in the first picture.
     *
     * @param misfit 0 for a perfect square seen from the front
     */
    record Triple(FinderCentre corner, FinderCentre right, FinderCentre below, double misfit) {
        static Triple of(FinderCentre corner, FinderCentre right, FinderCentre below) {
            double across = corner.distance(right);
            double down = corner.distance(below);
            double diagonal = right.distance(below);
            double least = Math.min(corner.module(), Math.min(right.module(), below.module()));
            double most = Math.max(corner.module(), Math.max(right.module(), below.module()));
            double middle = corner.module() + right.module() + below.module() - least - most;
            // In noise single lines of pixels look like anything.
            boolean isConfirmed = Math.min(corner.lines(), Math.min(right.lines(), below.lines())) > 1;
            double misfit = 2 * Math.abs(across - down) / (across + down)
                    + Math.abs(diagonal - Math.sqrt(across * across + down * down)) / diagonal
                    + (most - least) / middle / 2
                    + (isConfirmed ? 0 : UNCONFIRMED);
            return new Triple(corner, right, below, misfit);
        }

        double modulesBetween() {
            return (corner.distance(right) / Math.sqrt(corner.module() * right.module())
                            + corner.distance(below) / Math.sqrt(corner.module() * below.module()))
                    / 2;
        }

        FinderTriple inFirst(GrayPicture picture) {
            return new FinderTriple(
                    place(corner, picture),
                    place(right, picture),
                    place(below, picture),
                    picture.lengthInFirst(corner.module()),
                    picture.lengthInFirst(right.module()),
                    picture.lengthInFirst(below.module()),
                    misfit);
        }

        private static Point2D place(FinderCentre centre, GrayPicture picture) {
            return new Point2D.Double(picture.toFirst(centre.x()), picture.toFirst(centre.y()));
        }
    }
}
