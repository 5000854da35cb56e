package io.github.tucai.imaging.internal.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tucai.imaging.internal.model.CanonicalFace;
import io.github.tucai.imaging.internal.model.DrawnParts;
import io.github.tucai.imaging.internal.model.FaceLandmarks;
import io.github.tucai.imaging.internal.model.Part;
import io.github.tucai.imaging.internal.pixel.Crop;
import io.github.tucai.imaging.internal.pixel.MeasureSink;
import io.github.tucai.imaging.internal.pixel.Picture;
import io.github.tucai.photo.FileFacts;
import io.github.tucai.photo.Measure;
import io.github.tucai.photo.Measurements;
import io.github.tucai.photo.Measures;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

/** What hangs from a lobe is an earring, wherever the lobe is, and what reaches up to the eyes is none. In eye distances. */
class EarringsProperties {
    private static final double PIXELS_PER_CM = 12;
    private static final int SIZE = 500;
    private static final int MIDDLE = SIZE / 2;
    private static final double EDGE = 1.1;
    private static final double EAR = 0.15;
    private static final double RADIUS = 0.06;

    @Property(tries = 30)
    void whatHangsFromTheLobeIsSeen(
            @ForAll @DoubleRange(min = 0.5, max = 1) double lobe,
            @ForAll @DoubleRange(min = -0.12, max = 0.12) double aside,
            @ForAll @DoubleRange(min = 0.05, max = 0.4) double below,
            @ForAll boolean left) {
        assertThat(likelihood(lobe, aside, lobe + below - 2 * RADIUS, lobe + below, left))
                .isGreaterThan(0.9);
    }

    @Property(tries = 30)
    void whatReachesUpToTheEyesIsNone(
            @ForAll @DoubleRange(min = 0.5, max = 1) double lobe,
            @ForAll @DoubleRange(min = -0.12, max = 0.12) double aside,
            @ForAll @DoubleRange(min = 0.05, max = 0.4) double below,
            @ForAll boolean left) {
        assertThat(likelihood(lobe, aside, -0.2, lobe + below, left)).isLessThan(0.1);
    }

    /** Of something upright by one ear. */
    private static double likelihood(double lobe, double aside, double top, double bottom, boolean isLeft) {
        Face face = new Face(grey(), landmarks());
        Crop crop = Crop.square(MIDDLE, MIDDLE, SIZE);
        HeadMap head = new HeadMap(
                face.picture(),
                DrawnParts.of(crop, (x, y) -> {
                    double outward = Math.abs(face.frame().across(x, y)) - EDGE;
                    double down = face.frame().down(x, y);
                    boolean isWorn = isLeft == face.frame().across(x, y) < 0
                            && Math.abs(outward - EAR - aside) < RADIUS
                            && down > top
                            && down < bottom;
                    boolean isEar = Math.hypot((outward - EAR) / 0.12, down / lobe) < 1;
                    return isWorn ? Part.ACCESSORY : isEar ? Part.FACE_SKIN : Part.BACKGROUND;
                }),
                face.frame());
        Measurements.Builder measurements = Measurements.builder("drawn", "1", FileFacts.undecodable(0));
        Earrings.measure(face, head, -EDGE, EDGE, new MeasureSink(measurements, 1));
        return measurements.build().find(Measures.EARRINGS).map(Measure::value).orElseThrow();
    }

    private static Picture grey() {
        int[] rgb = new int[SIZE * SIZE];
        Arrays.fill(rgb, 0x808080);
        return new Picture(SIZE, SIZE, rgb);
    }

    private static FaceLandmarks landmarks() {
        CanonicalFace face = CanonicalFace.packed();
        double[] xyz = new double[3 * FaceLandmarks.POINTS];
        for (int i = 0; i < FaceLandmarks.FACE_POINTS; i++) {
            xyz[3 * i] = MIDDLE + PIXELS_PER_CM * face.coordinate(i, 0);
            xyz[3 * i + 1] = MIDDLE - PIXELS_PER_CM * face.coordinate(i, 1);
            xyz[3 * i + 2] = -PIXELS_PER_CM * face.coordinate(i, 2);
        }
        middle(xyz, 33, 133, Landmark.LEFT_IRIS);
        middle(xyz, 362, 263, Landmark.RIGHT_IRIS);
        return new FaceLandmarks(xyz, 1);
    }

    private static void middle(double[] xyz, int from, int to, int target) {
        for (int axis = 0; axis < 3; axis++) {
            xyz[3 * target + axis] = (xyz[3 * from + axis] + xyz[3 * to + axis]) / 2;
        }
    }
}
