package io.github.tucai.imaging.internal.measure;

import io.github.tucai.imaging.internal.model.Part;
import io.github.tucai.imaging.internal.pixel.Box;
import io.github.tucai.imaging.internal.pixel.Lab;
import io.github.tucai.imaging.internal.pixel.MeasureSink;
import io.github.tucai.imaging.internal.pixel.Sample;
import io.github.tucai.imaging.internal.pixel.Tile;
import io.github.tucai.photo.Measures;

/**
 * Spots of shine on forehead, nose and cheeks. A spot is lighter than the skin on all sides of it, which a ridge that the light
 * strikes is not; and it is lighter by the lamp's own colour, which skin that is lit more is not.
 */
final class Shine {
    // In eye distances: what counts as all sides of a spot, and how far from hair, lids and lips it lies.
    private static final double AROUND = 0.24;
    private static final double RIM = 0.04;
    // In squared eye distances.
    private static final double SPOT = 0.004;
    private static final double BLUR = 0.025;
    // Near a hairline some sides are hair.
    private static final int LEAST_SIDES = 5;
    private static final int[][] SIDES = {{1, 0}, {-1, 0}, {0, 1}, {0, -1}, {1, 1}, {-1, -1}, {1, -1}, {-1, 1}};
    // Within so many eye distances above and below the eyes, accessories are glasses; elsewhere white spots look like
    // some.
    private static final double GLASSES = 0.4;
    private static final double MEDIUM_LIGHTNESS = 60;
    private static final double[] LUMINANCE = {0.2126, 0.7152, 0.0722};

    private final HeadMap head;
    private final Pixels places = new Pixels();
    private final boolean[] isSkin = new boolean[Tile.SIZE * Tile.SIZE];
    private final float[] luminance = new float[Tile.SIZE * Tile.SIZE];
    private final float[] lightness = new float[Tile.SIZE * Tile.SIZE];
    private final float[] gloss = new float[Tile.SIZE * Tile.SIZE];
    private final double unit;

    private Shine(Face face, HeadMap head) {
        this.head = head;
        this.unit = face.frame().unit() * Tile.SIZE / head.parts().crop().width();
        head.visit(zone(face), (i, part, across, down) -> {
            if (part == Part.FACE_SKIN
                    || part == Part.BODY_SKIN
                    || (part == Part.ACCESSORY && Math.abs(down) > GLASSES)) {
                isSkin[i] = true;
                places.add(i, across, down);
            }
        });
    }

    private static Zone zone(Face face) {
        Zone zone = face.outline(Landmark.CONTOUR, 0.97).without(face.outline(Landmark.OUTER_LIPS, 1.25));
        for (Landmark.Eye eye : Landmark.EYES) {
            zone = zone.without(face.outline(eye.outline(), 1.6)).without(face.outline(eye.brow(), 1.4));
        }
        return zone;
    }

    /**
     * Measures the plainest spot.
     *
     * @param luma of the face's skin in the mean, 0 to 1: the same lamp makes dark skin lighter by more
     */
    static void measure(Face face, HeadMap head, double luma, MeasureSink sink) {
        Shine shine = new Shine(face, head);
        double skin = lightness(Lab.linear((float) luma)) / MEDIUM_LIGHTNESS;
        int count = (int) Math.max(1, Math.round(SPOT / head.pixelArea()));
        shine.separate();
        shine.tell(face, count, skin, sink);
    }

    /** Light is what the skin scatters, in its colour, and what its surface mirrors, in that of the lamp. */
    private void separate() {
        double[] colour = colour();
        double square = dot(colour, colour);
        double sum = colour[0] + colour[1] + colour[2];
        double determinant = 3 * square - sum * sum;
        double[] light = new double[3];
        for (int place = 0; place < places.size(); place++) {
            int i = places.index(place);
            smooth(i, light);
            double along = dot(colour, light);
            double all = light[0] + light[1] + light[2];
            gloss[i] = (float) (determinant < 1e-9 ? 0 : (square * all - sum * along) / determinant);
            luminance[i] = (float) dot(LUMINANCE, light);
            lightness[i] = (float) lightness(luminance[i]);
        }
    }

    /** Of the skin, as linear light of luminance 1. */
    private double[] colour() {
        double[] colour = new double[3];
        for (int channel = 0; channel < colour.length; channel++) {
            Sample sample = new Sample();
            for (int place = 0; place < places.size(); place++) {
                sample.add(linear(places.index(place), channel));
            }
            colour[channel] = sample.median();
        }
        double light = Math.max(1e-6, dot(LUMINANCE, colour));
        for (int channel = 0; channel < colour.length; channel++) {
            colour[channel] /= light;
        }
        return colour;
    }

    private double linear(int i, int channel) {
        return Lab.linear(head.parts().rgb()[3 * i + channel]);
    }

    /** The mean of the skin round a pixel, so that pores do not count. */
    private void smooth(int i, double[] light) {
        int reach = (int) Math.max(1, Math.round(BLUR * unit));
        light[0] = 0;
        light[1] = 0;
        light[2] = 0;
        int count = 0;
        for (int down = -reach; down <= reach; down++) {
            for (int across = -reach; across <= reach; across++) {
                int k = i + down * Tile.SIZE + across;
                if (k >= 0 && k < isSkin.length && isSkin[k]) {
                    count++;
                    for (int channel = 0; channel < light.length; channel++) {
                        light[channel] += linear(k, channel);
                    }
                }
            }
        }
        for (int channel = 0; channel < light.length; channel++) {
            light[channel] /= count;
        }
    }

    private void tell(Face face, int count, double skin, MeasureSink sink) {
        double lowest = face.down(Landmark.UPPER_LIP) - 0.05;
        Sample leads = new Sample();
        double best = Double.NEGATIVE_INFINITY;
        int where = 0;
        for (int place = 0; place < places.size(); place++) {
            int i = places.index(place);
            if (places.down(place) < lowest && isInside(i)) {
                double lead = lead(i);
                leads.add(lead);
                if (lead > best) {
                    best = lead;
                    where = place;
                }
            }
        }
        if (leads.size() > count) {
            Box box = head.box(Zone.disc(places.across(where), places.down(where), AROUND / 2));
            sink.add(
                    Measures.HIGHLIGHT_SPOT,
                    leads.meanOfGreatest(count) * skin,
                    box,
                    face.landmarks().presence());
        }
    }

    /** Whether no edge of the skin is near. */
    private boolean isInside(int i) {
        for (int[] side : SIDES) {
            if (!isSkin(beside(i, side, RIM))) {
                return false;
            }
        }
        return true;
    }

    /** How much lighter a pixel is by shine than the skin on whichever side comes nearest to it. */
    private double lead(int i) {
        double least = Double.POSITIVE_INFINITY;
        int seen = 0;
        for (int side = 0; side < SIDES.length; side++) {
            int other = beside(i, SIDES[side], AROUND);
            if (isSkin(other)) {
                seen++;
                least = Math.min(least, lead(i, other));
                if (least <= 0) {
                    return 0;
                }
            }
        }
        return seen < LEAST_SIDES ? 0 : least;
    }

    private double lead(int i, int other) {
        double lighter = lightness[i] - lightness[other];
        if (lighter <= 0) {
            return lighter;
        }
        double glossier = Math.max(0, gloss[i] - gloss[other]);
        return Math.min(lighter, lightness[i] - lightness(Math.max(0, luminance[i] - glossier)));
    }

    /** The pixel so far away in a direction; -1 outside the tile. */
    private int beside(int i, int[] side, double distance) {
        double length = distance * unit / Math.hypot(side[0], side[1]);
        int column = i % Tile.SIZE + (int) Math.round(side[0] * length);
        int row = i / Tile.SIZE + (int) Math.round(side[1] * length);
        boolean isOutside = column < 0 || row < 0 || column >= Tile.SIZE || row >= Tile.SIZE;
        return isOutside ? -1 : row * Tile.SIZE + column;
    }

    private boolean isSkin(int i) {
        return i >= 0 && isSkin[i];
    }

    private static double dot(double[] one, double[] other) {
        return one[0] * other[0] + one[1] * other[1] + one[2] * other[2];
    }

    private static double lightness(double luminance) {
        return luminance > 216.0 / 24389 ? 116 * Math.cbrt(luminance) - 16 : luminance * 24389 / 27;
    }
}
