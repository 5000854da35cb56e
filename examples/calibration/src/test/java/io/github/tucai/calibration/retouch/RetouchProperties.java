package io.github.tucai.calibration.retouch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.tucai.imaging.internal.decode.DecodedPhoto;
import io.github.tucai.imaging.internal.decode.PhotoDecoder;
import io.github.tucai.imaging.internal.measure.Face;
import io.github.tucai.imaging.internal.measure.Integrity;
import io.github.tucai.imaging.internal.measure.Landmark;
import io.github.tucai.imaging.internal.model.CanonicalFace;
import io.github.tucai.imaging.internal.model.FaceLandmarks;
import io.github.tucai.imaging.internal.pixel.Picture;
import io.github.tucai.photo.PhotoImage;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RetouchProperties {
    private static final int WIDTH = 360;
    private static final int HEIGHT = 440;
    private static final FaceLandmarks LANDMARKS = landmarks();

    @Property(tries = 6)
    void aSeedMakesThePictureAndAnotherRetouchesOtherwise(
            @ForAll Retouch.Kind kind, @ForAll @IntRange(min = 0, max = 1_000_000) int seed) {
        Face face = face(seed);
        Retouch first = Retouch.of(face, kind, seed);
        Retouch other = Retouch.of(face, kind, seed + 1L);
        assertThat(Retouch.of(face, kind, seed).jpeg()).isEqualTo(first.jpeg());
        assertThat(other.strength() == first.strength()).isEqualTo(kind.isGenuine());
    }

    @Property(tries = 8)
    void smoothedSkinHasLessTextureForItsBrows(@ForAll @IntRange(min = 0, max = 1_000_000) int seed) {
        Face face = face(seed);
        Retouch smoothed = Retouch.of(face, Retouch.Kind.ALL, seed);
        Retouch control = Retouch.of(face, Retouch.Kind.CONTROL, seed);
        assertThat(Integrity.texture(face(smoothed))).isLessThan(Integrity.texture(face(control)) * 0.95);
    }

    @Property(tries = 8)
    void textureIsAboutTheSameInAMirrorAndTheSameInMoreLight(@ForAll @IntRange(min = 0, max = 1_000_000) int seed) {
        Face face = face(seed);
        int[] mirrored = new int[WIDTH * HEIGHT];
        int[] lighter = new int[WIDTH * HEIGHT];
        for (int i = 0; i < mirrored.length; i++) {
            int rgb = face.picture().at(i % WIDTH, Math.floorDiv(i, WIDTH));
            mirrored[i - i % WIDTH + WIDTH - 1 - i % WIDTH] = rgb;
            lighter[i] = rgb + 0x0A0A0A;
        }
        double texture = Integrity.texture(face);
        assertThat(Integrity.texture(new Face(new Picture(WIDTH, HEIGHT, mirrored), LANDMARKS)))
                .as("cheeks are no whole number of pixels wide")
                .isCloseTo(texture, within(0.05 * texture));
        assertThat(Integrity.texture(new Face(new Picture(WIDTH, HEIGHT, lighter), LANDMARKS)))
                .isCloseTo(texture, within(0.01 * texture));
    }

    @Property(tries = 5)
    void whatIsFarFromTheFaceStaysAsItWas(@ForAll @IntRange(min = 0, max = 1_000_000) int seed) {
        Face face = face(seed);
        Picture control = picture(Retouch.of(face, Retouch.Kind.CONTROL, seed).jpeg());
        Picture done = picture(Retouch.of(face, Retouch.Kind.ALL, seed).jpeg());
        int difference = 0;
        for (int x = 0; x < WIDTH; x++) {
            difference += Math.abs((done.at(x, HEIGHT - 6) & 255) - (control.at(x, HEIGHT - 6) & 255));
        }
        // Each has its own quality of JPEG.
        assertThat(difference).isLessThan(12 * WIDTH);
    }

    private static Face face(Retouch made) {
        return new Face(picture(made.jpeg()), LANDMARKS);
    }

    private static Picture picture(byte[] jpeg) {
        DecodedPhoto photo = new PhotoDecoder(1_000_000, 1_000_000, 1000).decode(PhotoImage.copyOf(jpeg));
        return new Picture(photo.width(), photo.height(), photo.rgb());
    }

    /** Nothing but texture, fine and coarse, between 40 and 215. */
    private static Face face(long seed) {
        Random random = new Random(seed);
        int[] rgb = new int[WIDTH * HEIGHT];
        double[] coarse = random.doubles(WIDTH * HEIGHT, -25, 25).toArray();
        for (int i = 0; i < rgb.length; i++) {
            int block = i / WIDTH / 6 * WIDTH + i % WIDTH / 6;
            rgb[i] = 0x10101 * (int) (128 + coarse[block] + 12 * random.nextGaussian() % 60);
        }
        return new Face(new Picture(WIDTH, HEIGHT, rgb), LANDMARKS);
    }

    /** The canonical face in the middle of the picture, symmetric about it, its eyes about 100 pixels apart. */
    private static FaceLandmarks landmarks() {
        CanonicalFace face = CanonicalFace.packed();
        double[] xyz = new double[3 * FaceLandmarks.POINTS];
        for (int i = 0; i < FaceLandmarks.FACE_POINTS; i++) {
            place(xyz, i, face.coordinate(i, 0), face.coordinate(i, 1));
        }
        for (Landmark.Eye eye : Landmark.EYES) {
            double x = eye == Landmark.LEFT_EYE ? -3.15 : 3.15;
            for (int i = 0; i < 5; i++) {
                double[] edge = {0, 0.55, 0, -0.55, 0};
                place(xyz, eye.iris() + i, x + edge[i], 2.6 + (i == 2 ? 0.55 : i == 4 ? -0.55 : 0));
            }
        }
        return new FaceLandmarks(xyz, 1);
    }

    private static void place(double[] xyz, int point, double x, double y) {
        xyz[3 * point] = WIDTH / 2.0 + 16 * x;
        xyz[3 * point + 1] = HEIGHT / 2.0 - 16 * y;
    }
}
