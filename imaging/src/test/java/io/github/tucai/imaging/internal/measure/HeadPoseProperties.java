package io.github.tucai.imaging.internal.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.tucai.imaging.internal.model.CanonicalFace;
import io.github.tucai.imaging.internal.model.FaceLandmarks;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class HeadPoseProperties {
    @Property(tries = 200)
    void findsTheAnglesByWhichTheCanonicalFaceWasTurned(
            @ForAll @DoubleRange(min = -70, max = 70) double yaw,
            @ForAll @DoubleRange(min = -50, max = 50) double pitch,
            @ForAll @DoubleRange(min = -80, max = 80) double roll,
            @ForAll @DoubleRange(min = 2, max = 90) double pixelsPerCm) {
        HeadPose pose = HeadPose.of(turned(yaw, pitch, roll, pixelsPerCm));
        assertThat(pose.yaw()).isCloseTo(yaw, within(1e-6));
        assertThat(pose.pitch()).isCloseTo(pitch, within(1e-6));
        assertThat(pose.roll()).isCloseTo(roll, within(1e-6));
    }

    /** First leans clockwise, then looks up, then turns to the right of the picture. */
    private static FaceLandmarks turned(double yaw, double pitch, double roll, double scale) {
        CanonicalFace face = CanonicalFace.packed();
        double[] xyz = new double[3 * FaceLandmarks.POINTS];
        for (int i = 0; i < FaceLandmarks.FACE_POINTS; i++) {
            double[] p = {face.coordinate(i, 0), face.coordinate(i, 1), face.coordinate(i, 2)};
            rotate(p, 1, 0, roll);
            rotate(p, 2, 1, pitch);
            rotate(p, 2, 0, yaw);
            xyz[3 * i] = 300 + scale * p[0];
            xyz[3 * i + 1] = 400 - scale * p[1];
            xyz[3 * i + 2] = -scale * p[2];
        }
        return new FaceLandmarks(xyz, 1);
    }

    /** Turns the first axis towards the second. */
    private static void rotate(double[] point, int from, int to, double degrees) {
        double cosine = Math.cos(Math.toRadians(degrees));
        double sine = Math.sin(Math.toRadians(degrees));
        double a = point[from];
        double b = point[to];
        point[from] = a * cosine - b * sine;
        point[to] = a * sine + b * cosine;
    }
}
