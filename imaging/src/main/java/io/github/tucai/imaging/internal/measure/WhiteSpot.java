package io.github.tucai.imaging.internal.measure;

import io.github.tucai.imaging.internal.model.Part;
import io.github.tucai.imaging.internal.pixel.Box;
import io.github.tucai.imaging.internal.pixel.Lab;
import io.github.tucai.imaging.internal.pixel.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A small round spot at an ear, white and lighter than everything round it: a pearl, a stone or polished metal. The network
 * of parts does not see what is as small. Skin shines too, but in its own colour; what shows between strands is not
 * enclosed by skin.
 *
 * @param step how much lighter it is than the lightest eighth of the ring round it, L*
 * @param across of its centre, in {@link FaceFrame} coordinates
 * @param down of its centre
 * @param reach radius of the ring, in eye distances
 */
record WhiteSpot(double step, double across, double down, double reach) {
    private static final double PIXELS_PER_UNIT = 80;
    private static final double LEAST_LIGHTNESS = 85;
    private static final double MOST_CHROMA = 12;
    // A gap between lobe and jaw is no disc: skin reaches into it.
    private static final double MOST_UNEVENNESS = 6;
    // A disc as light as that has a centre not much darker; most places are told by it at once.
    private static final float LEAST_LUMA = 195;
    private static final List<Ring> RINGS =
            Stream.of(0.03, 0.045, 0.065).map(Ring::of).toList();
    private static final int MARGIN = RINGS.get(RINGS.size() - 1).margin();
    private static final float[] LIGHTNESS = lightnesses();

    /** A disc and what lies round it, as steps from its centre in pixels of the patch. */
    private static final class Ring {
        private static final int SECTORS = 8;
        private static final double FROM = 1.4;
        private static final double TO = 2.05;
        private static final double MIDDLE = 1.7;

        private final double radius;
        private final int[][] disc;
        private final int[][][] sectors;

        private Ring(double radius, int[][] disc, int[][][] sectors) {
            this.radius = radius;
            this.disc = disc;
            this.sectors = sectors;
        }

        static Ring of(double radius) {
            double inPixels = radius * PIXELS_PER_UNIT;
            List<int[]> disc = new ArrayList<>();
            List<List<int[]>> sectors = IntStream.range(0, SECTORS)
                    .<List<int[]>>mapToObj(i -> new ArrayList<>())
                    .toList();
            int margin = (int) Math.ceil(TO * inPixels);
            for (int y = -margin; y <= margin; y++) {
                for (int x = -margin; x <= margin; x++) {
                    double distance = Math.hypot(x, y) / inPixels;
                    if (distance <= 1) {
                        disc.add(new int[] {x, y});
                    } else if (distance > FROM && distance <= TO) {
                        double turn = (Math.atan2(y, x) / (2 * Math.PI) + 1) * SECTORS;
                        sectors.get((int) turn % SECTORS).add(new int[] {x, y});
                    }
                }
            }
            return new Ring(
                    radius,
                    disc.toArray(int[][]::new),
                    sectors.stream().map(steps -> steps.toArray(int[][]::new)).toArray(int[][][]::new));
        }

        int margin() {
            return (int) Math.ceil(TO * radius * PIXELS_PER_UNIT);
        }

        /** The middle of a sector, in eye distances from the centre of the disc. */
        Point middle(int sector) {
            double angle = (sector + 0.5) * 2 * Math.PI / SECTORS;
            return new Point(MIDDLE * radius * Math.cos(angle), MIDDLE * radius * Math.sin(angle));
        }
    }

    /** The one that is lightest against its surroundings; its centre lies in the zone, in {@link FaceFrame} coordinates. */
    static Optional<WhiteSpot> strongest(Face face, HeadMap head, Box zone) {
        double margin = MARGIN / PIXELS_PER_UNIT;
        Box wide = new Box(zone.left() - margin, zone.top() - margin, zone.right() + margin, zone.bottom() + margin);
        GreyPatch patch = GreyPatch.of(face, wide, PIXELS_PER_UNIT);
        Optional<WhiteSpot> best = Optional.empty();
        for (int y = MARGIN; y < patch.height() - MARGIN; y++) {
            for (int x = MARGIN; x < patch.width() - MARGIN; x++) {
                if (patch.at(x, y) < LEAST_LUMA) {
                    continue;
                }
                for (Ring ring : RINGS) {
                    double least = best.map(WhiteSpot::step).orElse(0.0);
                    double step = step(patch, x, y, ring, least);
                    WhiteSpot spot = new WhiteSpot(
                            step,
                            wide.left() + (x + 0.5) / PIXELS_PER_UNIT,
                            wide.top() + (y + 0.5) / PIXELS_PER_UNIT,
                            Ring.TO * ring.radius);
                    if (step > least && spot.isAtSkin(head, ring) && spot.isWhite(face, ring)) {
                        best = Optional.of(spot);
                    }
                }
            }
        }
        return best;
    }

    /** Stops where a sector is no darker than by the least step, since no more is to be gained there. */
    private static double step(GreyPatch patch, int x, int y, Ring ring, double least) {
        double lightness = lightness(patch, x, y, ring.disc);
        if (lightness < LEAST_LIGHTNESS || darkest(patch, x, y, ring.disc) < lightness - MOST_UNEVENNESS) {
            return least;
        }
        double step = Double.POSITIVE_INFINITY;
        for (int[][] sector : ring.sectors) {
            step = Math.min(step, lightness - lightness(patch, x, y, sector));
            if (step <= least) {
                return least;
            }
        }
        return step;
    }

    private static double lightness(GreyPatch patch, int x, int y, int[][] steps) {
        float sum = 0;
        for (int[] step : steps) {
            sum += patch.at(x + step[0], y + step[1]);
        }
        return lightness(sum / steps.length);
    }

    private static double darkest(GreyPatch patch, int x, int y, int[][] steps) {
        float least = 255;
        for (int[] step : steps) {
            least = Math.min(least, patch.at(x + step[0], y + step[1]));
        }
        return lightness(least);
    }

    private static double lightness(double luma) {
        int lower = (int) Math.min(254, luma);
        return LIGHTNESS[lower] + (luma - lower) * (LIGHTNESS[lower + 1] - LIGHTNESS[lower]);
    }

    /** Whether skin lies beside it and no hair. */
    private boolean isAtSkin(HeadMap head, Ring ring) {
        boolean skin = false;
        for (int sector = 0; sector < Ring.SECTORS; sector++) {
            Point step = ring.middle(sector);
            Part part = head.partAt(across + step.x(), down + step.y());
            if (part == Part.HAIR) {
                return false;
            }
            skin |= part == Part.FACE_SKIN || part == Part.BODY_SKIN;
        }
        return skin;
    }

    private boolean isWhite(Face face, Ring ring) {
        float[] mean = new float[3];
        for (int[] step : ring.disc) {
            Point place = face.frame().place(across + step[0] / PIXELS_PER_UNIT, down + step[1] / PIXELS_PER_UNIT);
            int rgb = face.picture().nearest((int) Math.floor(place.x()), (int) Math.floor(place.y()));
            mean[0] += (rgb >> 16 & 255) / 255f / ring.disc.length;
            mean[1] += (rgb >> 8 & 255) / 255f / ring.disc.length;
            mean[2] += (rgb & 255) / 255f / ring.disc.length;
        }
        return Lab.of(mean).chroma(0) < MOST_CHROMA;
    }

    private static float[] lightnesses() {
        float[] greys = new float[3 * 256];
        for (int luma = 0; luma < 256; luma++) {
            Arrays.fill(greys, 3 * luma, 3 * luma + 3, luma / 255f);
        }
        return Lab.of(greys).lightnesses();
    }

    /** The ring round it, in {@link FaceFrame} coordinates. */
    Zone place() {
        return Zone.disc(across, down, reach);
    }
}
