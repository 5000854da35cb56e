package io.github.tucai.imaging.internal.model;

import io.github.tucai.imaging.internal.pixel.Crop;
import io.github.tucai.imaging.internal.pixel.Picture;
import java.util.List;

/** Finds the 478 landmarks in a crop round a face, turned so that the eyes are level. */
public final class LandmarkNetwork {
    /** The network was made for crops of 1.5 times the face. */
    static final double MARGIN = 1.5;

    private static final int SIZE = 192;
    private static final int PRESENCE = 6;

    // MediaPipe's lists: which points of the mesh the refined outputs 1 to 5 replace, in their order.
    private static final int[] LIPS = {
        61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 185, 40, 39, 37, 0, 267, 269, 270, 409, 78, 95, 88, 178, 87,
        14, 317, 402, 318, 324, 308, 191, 80, 81, 82, 13, 312, 311, 310, 415, 76, 77, 90, 180, 85, 16, 315, 404, 320,
        307, 306, 184, 74, 73, 72, 11, 302, 303, 304, 408, 62, 96, 89, 179, 86, 15, 316, 403, 319, 325, 292, 183, 42,
        41, 38, 12, 268, 271, 272, 407
    };
    private static final int[] LEFT_EYE = {
        33, 7, 163, 144, 145, 153, 154, 155, 133, 246, 161, 160, 159, 158, 157, 173, 130, 25, 110, 24, 23, 22, 26, 112,
        243, 247, 30, 29, 27, 28, 56, 190, 226, 31, 228, 229, 230, 231, 232, 233, 244, 113, 225, 224, 223, 222, 221,
        189, 35, 124, 46, 53, 52, 65, 143, 111, 117, 118, 119, 120, 121, 128, 245, 156, 70, 63, 105, 66, 107, 55, 193
    };
    private static final int[] RIGHT_EYE = {
        263, 249, 390, 373, 374, 380, 381, 382, 362, 466, 388, 387, 386, 385, 384, 398, 359, 255, 339, 254, 253, 252,
        256, 341, 463, 467, 260, 259, 257, 258, 286, 414, 446, 261, 448, 449, 450, 451, 452, 453, 464, 342, 445, 444,
        443, 442, 441, 413, 265, 353, 276, 283, 282, 295, 372, 340, 346, 347, 348, 349, 350, 357, 465, 383, 300, 293,
        334, 296, 336, 285, 417
    };
    private static final int[] LEFT_IRIS = {468, 469, 470, 471, 472};
    private static final int[] RIGHT_IRIS = {473, 474, 475, 476, 477};
    private static final List<int[]> REFINED = List.of(LIPS, LEFT_EYE, RIGHT_EYE, LEFT_IRIS, RIGHT_IRIS);

    private final Network network;

    LandmarkNetwork(Network network) {
        this.network = network;
    }

    Network network() {
        return network;
    }

    /** Looks where the detector points and, if there is a face, once more where its first landmarks lie. */
    public FaceLandmarks find(Picture picture, DetectedFace face) {
        double side = MARGIN * face.side();
        FaceLandmarks first = look(picture, new Crop(face.centreX(), face.centreY(), side, side, face.angle()));
        return first.presence() < 0.5 ? first : look(picture, first.surroundings());
    }

    private FaceLandmarks look(Picture picture, Crop crop) {
        float[] input = crop.sample(picture, SIZE, SIZE, Crop.Outside.BLACK, 1 / 255f, 0);
        List<float[]> outputs = network.run(input);
        float[] points = new float[3 * FaceLandmarks.POINTS];
        System.arraycopy(outputs.get(0), 0, points, 0, 3 * FaceLandmarks.FACE_POINTS);
        for (int part = 0; part < REFINED.size(); part++) {
            refine(points, outputs.get(part + 1), REFINED.get(part));
        }
        double presence = 1 / (1 + Math.exp(-outputs.get(PRESENCE)[0]));
        return new FaceLandmarks(inPicture(points, crop), presence);
    }

    private static void refine(float[] points, float[] refined, int... indexes) {
        for (int i = 0; i < indexes.length; i++) {
            points[3 * indexes[i]] = refined[2 * i];
            points[3 * indexes[i] + 1] = refined[2 * i + 1];
        }
    }

    private static double[] inPicture(float[] points, Crop crop) {
        double[] xyz = new double[points.length];
        for (int i = 0; i < points.length; i += 3) {
            double across = points[i] / SIZE;
            double down = points[i + 1] / SIZE;
            xyz[i] = crop.x(across, down);
            xyz[i + 1] = crop.y(across, down);
            xyz[i + 2] = points[i + 2] * crop.width() / SIZE;
        }
        return xyz;
    }
}
