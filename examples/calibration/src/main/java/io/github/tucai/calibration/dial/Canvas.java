package io.github.tucai.calibration.dial;

import io.github.tucai.imaging.internal.measure.Face;
import io.github.tucai.imaging.internal.model.FoundFace;
import io.github.tucai.imaging.internal.model.Networks;
import io.github.tucai.imaging.internal.model.Part;
import io.github.tucai.imaging.internal.model.PartMap;
import io.github.tucai.imaging.internal.model.PersonMask;
import io.github.tucai.imaging.internal.pixel.Picture;
import io.github.tucai.imaging.internal.pixel.Point;
import io.github.tucai.imaging.internal.pixel.Tile;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A portrait to draw on: its light, which drawing changes, and where its parts are. */
final class Canvas {
    private static final int CHANNELS = 3;
    /** Light of the levels of sRGB. */
    private static final float[] LINEAR = linear();

    private static final double[] LUMINANCE = {0.2126, 0.7152, 0.0722};

    private final Face face;
    private final PartMap parts;
    private final PersonMask person;
    private final Map<Part, float[]> shares = new EnumMap<>(Part.class);
    private final int width;
    private final int height;
    /** Linear red, green and blue in turn, 0 to 1. */
    private final float[] light;

    private Canvas(Face face, PartMap parts, PersonMask person) {
        this.face = face;
        this.parts = parts;
        this.person = person;
        this.width = face.picture().width();
        this.height = face.picture().height();
        this.light = new float[CHANNELS * width * height];
    }

    /** Empty where there is no face. */
    static Optional<Canvas> of(Picture picture) {
        Networks networks = Networks.shared();
        Optional<FoundFace> found = networks.faces(picture).main().filter(face -> face.landmarks() != null);
        return found.map(main -> new Canvas(
                new Face(picture, Objects.requireNonNull(main.landmarks())),
                networks.segmenters().parts(picture, main.detected()),
                networks.segmenters().person(picture)));
    }

    /** Undoes all drawing. */
    Canvas clean() {
        for (int i = 0; i < width * height; i++) {
            int rgb = face.picture().at(i % width, i / width);
            for (int channel = 0; channel < CHANNELS; channel++) {
                light[CHANNELS * i + channel] = LINEAR[(rgb >> (16 - 8 * channel)) & 255];
            }
        }
        return this;
    }

    Face face() {
        return face;
    }

    /** A pixel, with its place on the face as measuring counts it. */
    record Spot(int x, int y, double across, double down) {}

    /** How much of a change a pixel gets, 0 to 1. */
    @FunctionalInterface
    interface Share {
        double of(Spot spot);
    }

    /** What becomes of the light of a pixel: red, green and blue. */
    @FunctionalInterface
    interface Change {
        void to(float[] rgb, Spot spot);
    }

    /** Where what a pixel shows comes from, in coordinates of the face. */
    @FunctionalInterface
    interface Origin {
        Point of(Spot spot);
    }

    void change(Share share, Change change) {
        float[] rgb = new float[CHANNELS];
        for (int i = 0; i < width * height; i++) {
            Spot spot = spot(i);
            float part = (float) share.of(spot);
            if (part > 0) {
                System.arraycopy(light, CHANNELS * i, rgb, 0, CHANNELS);
                change.to(rgb, spot);
                for (int channel = 0; channel < CHANNELS; channel++) {
                    int k = CHANNELS * i + channel;
                    light[k] = Math.max(0, Math.min(1, light[k] + part * (rgb[channel] - light[k])));
                }
            }
        }
    }

    void move(Origin origin) {
        float[] before = light.clone();
        for (int i = 0; i < width * height; i++) {
            Spot spot = spot(i);
            Point from = origin.of(spot);
            if (from.x() != spot.across() || from.y() != spot.down()) {
                Point place = face.frame().place(from.x(), from.y());
                for (int channel = 0; channel < CHANNELS; channel++) {
                    light[CHANNELS * i + channel] = between(before, width, height, place, channel);
                }
            }
        }
    }

    private Spot spot(int i) {
        int x = i % width;
        int y = i / width;
        return new Spot(x, y, face.frame().across(x, y), face.frame().down(x, y));
    }

    private static float between(float[] values, int width, int height, Point place, int channel) {
        double x = Math.max(0, Math.min(width - 1.001, place.x()));
        double y = Math.max(0, Math.min(height - 1.001, place.y()));
        int at = ((int) y) * width + (int) x;
        float right = (float) (x - (int) x);
        float below = (float) (y - (int) y);
        float upper = values[CHANNELS * at + channel] * (1 - right) + values[CHANNELS * (at + 1) + channel] * right;
        float lower = values[CHANNELS * (at + width) + channel] * (1 - right)
                + values[CHANNELS * (at + width + 1) + channel] * right;
        return upper * (1 - below) + lower * below;
    }

    /** How much of a pixel is one of these parts, smoothly between the pixels of the map. */
    double part(Spot spot, Part... wanted) {
        double sum = 0;
        for (Part part : wanted) {
            sum += smooth(parts, shares.computeIfAbsent(part, this::probabilities), spot.x(), spot.y());
        }
        return Math.min(1, sum);
    }

    /** How much of a pixel is a person. */
    double person(Spot spot) {
        return person(spot.x(), spot.y());
    }

    /** As {@link #person(Spot)}, of any place. */
    double person(double x, double y) {
        double column = place((x - person.x(0)) / (person.x(1) - person.x(0)));
        double row = place((y - person.y(0)) / (person.y(1) - person.y(0)));
        int left = (int) column;
        int top = (int) row;
        double right = column - left;
        double below = row - top;
        return (person.at(left, top) * (1 - right) + person.at(left + 1, top) * right) * (1 - below)
                + (person.at(left, top + 1) * (1 - right) + person.at(left + 1, top + 1) * right) * below;
    }

    private float[] probabilities(Part part) {
        float[] probabilities = new float[Tile.SIZE * Tile.SIZE];
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = (float) parts.probability(part, i % Tile.SIZE, i / Tile.SIZE);
        }
        return probabilities;
    }

    private static double smooth(Tile tile, float[] values, double x, double y) {
        double column = place((x - tile.x(0)) / (tile.x(1) - tile.x(0)));
        double row = place((y - tile.y(0)) / (tile.y(1) - tile.y(0)));
        int at = ((int) row) * Tile.SIZE + (int) column;
        double right = column - (int) column;
        double below = row - (int) row;
        return (values[at] * (1 - right) + values[at + 1] * right) * (1 - below)
                + (values[at + Tile.SIZE] * (1 - right) + values[at + Tile.SIZE + 1] * right) * below;
    }

    private static double place(double value) {
        return Math.max(0, Math.min(Tile.SIZE - 1 - 1e-6, value));
    }

    /** The middle colour of some of the pixels, channel by channel; empty where there are few. */
    Optional<float[]> median(Share members) {
        float[][] values = new float[CHANNELS][width * height];
        int count = 0;
        for (int i = 0; i < width * height; i++) {
            if (members.of(spot(i)) > 0.5) {
                for (int channel = 0; channel < CHANNELS; channel++) {
                    values[channel][count] = light[CHANNELS * i + channel];
                }
                count++;
            }
        }
        if (count < 10) {
            return Optional.empty();
        }
        float[] median = new float[CHANNELS];
        for (int channel = 0; channel < CHANNELS; channel++) {
            Arrays.sort(values[channel], 0, count);
            median[channel] = values[channel][count / 2];
        }
        return Optional.of(median);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    static double luminance(float[] rgb) {
        return LUMINANCE[0] * rgb[0] + LUMINANCE[1] * rgb[1] + LUMINANCE[2] * rgb[2];
    }

    /** L* of a luminance of 0 to 1. */
    static double lightness(double luminance) {
        return luminance > 216.0 / 24389 ? 116 * Math.cbrt(luminance) - 16 : luminance * 24389 / 27;
    }

    /** The luminance of an L*. */
    static double luminance(double lightness) {
        double f = (lightness + 16) / 116;
        return lightness > 8 ? f * f * f : lightness * 27 / 24389;
    }

    BufferedImage image() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < width * height; i++) {
            int rgb = 0;
            for (int channel = 0; channel < CHANNELS; channel++) {
                rgb = rgb << 8 | level(light[CHANNELS * i + channel]);
            }
            image.setRGB(i % width, i / width, rgb);
        }
        return image;
    }

    /** The points of an outline in coordinates of the face. */
    List<Point> places(List<Integer> landmarks) {
        return landmarks.stream()
                .map(landmark -> new Point(face.across(landmark), face.down(landmark)))
                .toList();
    }

    private static float[] linear() {
        float[] linear = new float[256];
        for (int level = 0; level < linear.length; level++) {
            double value = level / 255.0;
            linear[level] = (float) (value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4));
        }
        return linear;
    }

    /** The level whose light is nearest. */
    private static int level(float light) {
        int place = Arrays.binarySearch(LINEAR, light);
        int above = Math.min(255, place < 0 ? -place - 1 : place);
        return above > 0 && light - LINEAR[above - 1] < LINEAR[above] - light ? above - 1 : above;
    }
}
