package io.github.tucai.imaging.internal.measure;

import io.github.tucai.imaging.internal.model.Part;
import io.github.tucai.imaging.internal.model.PartMap;
import io.github.tucai.imaging.internal.pixel.Box;
import io.github.tucai.imaging.internal.pixel.ColourSample;
import io.github.tucai.imaging.internal.pixel.Lab;
import io.github.tucai.imaging.internal.pixel.Picture;
import io.github.tucai.imaging.internal.pixel.Point;
import io.github.tucai.imaging.internal.pixel.Sample;
import io.github.tucai.imaging.internal.pixel.Tile;
import java.util.BitSet;
import java.util.List;

/** The parts and colours round the head, by zone. Pixels outside the picture, which only repeat its edge, do not count. */
final class HeadMap {
    private final Picture picture;
    private final PartMap parts;
    private final FaceFrame frame;
    private final Lab colours;
    private final Raster raster;
    private final BitSet inPicture;

    HeadMap(Picture picture, PartMap parts, FaceFrame frame) {
        this.picture = picture;
        this.parts = parts;
        this.frame = frame;
        this.colours = Lab.of(parts.rgb());
        this.raster = new Raster(frame, parts.crop());
        this.inPicture = inPicture(picture, parts);
    }

    Lab colours() {
        return colours;
    }

    PartMap parts() {
        return parts;
    }

    /** What happens to each pixel of a zone. */
    @FunctionalInterface
    interface Visitor {
        /**
         * Takes one pixel.
         *
         * @param index of the pixel in {@link #colours()}
         */
        void visit(int index, Part part, double across, double down);
    }

    void visit(Zone zone, Visitor visitor) {
        BitSet pixels = zone.pixels(raster);
        pixels.and(inPicture);
        for (int i = pixels.nextSetBit(0); i >= 0; i = pixels.nextSetBit(i)) {
            // Runs of pixels are found faster than single ones.
            int end = pixels.nextClearBit(i);
            while (i < end) {
                int column = i % Tile.SIZE;
                int row = i / Tile.SIZE;
                visitor.visit(i, parts.at(column, row), raster.across(column, row), raster.down(column, row));
                i++;
            }
        }
    }

    private static BitSet inPicture(Picture picture, PartMap parts) {
        int left = Math.max(0, parts.column(0));
        int right = Math.min(Tile.SIZE - 1, parts.column(picture.width() - 1));
        int top = Math.max(0, parts.row(0));
        int bottom = Math.min(Tile.SIZE - 1, parts.row(picture.height() - 1));
        BitSet pixels = new BitSet(Tile.SIZE * Tile.SIZE);
        for (int row = top; row <= bottom && left <= right; row++) {
            pixels.set(row * Tile.SIZE + left, row * Tile.SIZE + right + 1);
        }
        return pixels;
    }

    /** The part that a pixel shows. */
    Part part(int index) {
        return parts.at(index % Tile.SIZE, index / Tile.SIZE);
    }

    /** The part at a place of the face, or the nearest of the map. */
    Part partAt(double across, double down) {
        Point place = frame.place(across, down);
        return parts.at(
                Math.max(0, Math.min(Tile.SIZE - 1, parts.column(place.x()))),
                Math.max(0, Math.min(Tile.SIZE - 1, parts.row(place.y()))));
    }

    /**
     * How likely a pixel shows a part, 0 to 1. Where the network is in two minds this is near a half, so that the narrow rim
     * of an ear or a thin ring is not all or nothing.
     */
    double likelihood(Part part, int index) {
        return 1 / (1 + Math.exp(-lead(part, index)));
    }

    /**
     * How likely pixels show a part, against all others together, in the mean of so many where it is likeliest. Where it
     * could be any of several parts this is lower than {@link #likelihood}, which asks the strongest other one alone.
     */
    double greatestProbability(Pixels pixels, Part part, int count) {
        Sample leads = new Sample();
        for (int i = 0; i < pixels.size(); i++) {
            leads.add(lead(part, pixels.index(i)));
        }
        // All others together weigh no more than the strongest of them that many times.
        double least = leads.leastOfGreatest(count) - Math.log(Part.values().length - 1);
        Sample probabilities = new Sample();
        for (int i = 0; i < pixels.size(); i++) {
            int index = pixels.index(i);
            if (lead(part, index) >= least) {
                probabilities.add(parts.probability(part, index % Tile.SIZE, index / Tile.SIZE));
            }
        }
        return probabilities.meanOfGreatest(count);
    }

    private float lead(Part part, int index) {
        return parts.lead(part, index % Tile.SIZE, index / Tile.SIZE);
    }

    /** Of the pixel's centre, as in {@link Visitor}. */
    double down(int index) {
        return frame.down(parts.x(index % Tile.SIZE), parts.y(index / Tile.SIZE));
    }

    boolean isInPicture(int index) {
        double x = parts.x(index % Tile.SIZE);
        double y = parts.y(index / Tile.SIZE);
        return x >= 0 && y >= 0 && x < picture.width() && y < picture.height();
    }

    /** Of one pixel, in squared eye distances. */
    double pixelArea() {
        return parts.pixelArea() / (frame.unit() * frame.unit());
    }

    /** The same for each pixel of a zone. */
    Sample likelihood(Zone zone, Part part) {
        Sample likelihood = new Sample();
        visit(zone, (index, strongest, across, down) -> likelihood.add(likelihood(part, index)));
        return likelihood;
    }

    /** The pixels of a zone, to be looked at several times. */
    Pixels select(Zone zone) {
        Pixels pixels = new Pixels();
        visit(zone, (index, part, across, down) -> pixels.add(index, across, down));
        return pixels;
    }

    PartCount count(Zone zone) {
        PartCount count = new PartCount(pixelArea());
        visit(zone, (index, part, across, down) -> count.add(part));
        return count;
    }

    /** The colours of the pixels of a zone that show one of the parts. */
    ColourSample sample(Zone zone, Part... wanted) {
        List<Part> wantedParts = List.of(wanted);
        ColourSample sample = new ColourSample();
        visit(zone, (index, part, across, down) -> {
            if (wantedParts.contains(part)) {
                sample.add(colours, index);
            }
        });
        return sample;
    }

    /** The upright rectangle round a zone, in the picture. */
    Box box(Zone zone) {
        return frame.box(zone.bounds());
    }
}
