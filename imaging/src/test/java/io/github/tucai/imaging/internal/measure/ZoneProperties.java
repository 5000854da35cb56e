package io.github.tucai.imaging.internal.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.imaging.internal.model.FaceLandmarks;
import io.github.tucai.imaging.internal.pixel.Crop;
import io.github.tucai.imaging.internal.pixel.Point;
import io.github.tucai.imaging.internal.pixel.Tile;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

/** Of zones on a tile, for faces of any turn and size, also beyond the tile. */
class ZoneProperties {
    @Property(tries = 40)
    void aRectangleHasThePixelsWhoseCentresLieInIt(
            @ForAll @DoubleRange(min = -3, max = 3) double turn, @ForAll @DoubleRange(min = 2, max = 300) double unit) {
        assertPixels(
                Zone.rectangle(-1, -0.5, 1.5, 1),
                raster(turn, unit),
                (across, down) -> across >= -1 && across < 1.5 && down >= -0.5 && down < 1);
    }

    @Property(tries = 40)
    void aDiscToo(
            @ForAll @DoubleRange(min = -3, max = 3) double turn, @ForAll @DoubleRange(min = 2, max = 300) double unit) {
        assertPixels(
                Zone.disc(0.3, 0.1, 0.7),
                raster(turn, unit),
                (across, down) -> Math.hypot(across - 0.3, down - 0.1) <= 0.7);
    }

    @Property(tries = 40)
    void aPolygonThatCrossesItselfHasThoseThatAnOddNumberOfItsEdgesLiesBeside(
            @ForAll @DoubleRange(min = -3, max = 3) double turn,
            @ForAll @DoubleRange(min = 2, max = 300) double unit,
            @ForAll long seed) {
        Random random = new Random(seed);
        List<Point> corners = Stream.generate(() -> new Point(random.nextGaussian(), random.nextGaussian()))
                .limit(9)
                .toList();
        assertPixels(Zone.Polygon.of(corners), raster(turn, unit), (across, down) -> {
            boolean isInside = false;
            for (int i = 0; i < corners.size(); i++) {
                isInside ^= liesBeside(corners.get(i), corners.get((i + 1) % corners.size()), across, down);
            }
            return isInside;
        });
    }

    @Property(tries = 40)
    void holesAndCommonPartsAreThoseOfTheSets(@ForAll @DoubleRange(min = -3, max = 3) double turn) {
        Zone disc = Zone.disc(0, 0, 1);
        Zone band = Zone.rectangle(-2, -0.3, 2, 0.4);
        assertPixels(
                disc.without(band),
                raster(turn, 60),
                (across, down) -> Math.hypot(across, down) <= 1 && !(down >= -0.3 && down < 0.4));
        assertPixels(
                disc.within(band),
                raster(turn, 60),
                (across, down) -> Math.hypot(across, down) <= 1 && down >= -0.3 && down < 0.4);
    }

    @Property(tries = 20)
    void nothingLiesInARectangleThatIsInsideOut(@ForAll @DoubleRange(min = -3, max = 3) double turn) {
        assertThat(Zone.rectangle(-1, 0.2, 1, 0.1).pixels(raster(turn, 60)).isEmpty())
                .isTrue();
    }

    private static boolean liesBeside(Point from, Point to, double across, double down) {
        return (to.y() > down) != (from.y() > down)
                && across < (from.x() - to.x()) * (down - to.y()) / (from.y() - to.y()) + to.x();
    }

    private static void assertPixels(Zone zone, Raster raster, BiPredicate<Double, Double> isInside) {
        BitSet expected = new BitSet();
        for (int i = 0; i < Tile.SIZE * Tile.SIZE; i++) {
            int column = i % Tile.SIZE;
            int row = i / Tile.SIZE;
            expected.set(i, isInside.test(raster.across(column, row), raster.down(column, row)));
        }
        assertThat(zone.pixels(raster)).isEqualTo(expected);
    }

    private static Raster raster(double turn, double unit) {
        double[] xyz = new double[3 * FaceLandmarks.POINTS];
        double middleX = 301.3;
        double middleY = 217.7;
        xyz[3 * Landmark.LEFT_IRIS] = middleX - unit / 2 * Math.cos(turn);
        xyz[3 * Landmark.LEFT_IRIS + 1] = middleY - unit / 2 * Math.sin(turn);
        xyz[3 * Landmark.RIGHT_IRIS] = middleX + unit / 2 * Math.cos(turn);
        xyz[3 * Landmark.RIGHT_IRIS + 1] = middleY + unit / 2 * Math.sin(turn);
        return new Raster(FaceFrame.of(new FaceLandmarks(xyz, 1)), Crop.square(280, 240, 380));
    }
}
