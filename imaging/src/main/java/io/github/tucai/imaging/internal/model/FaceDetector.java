package io.github.tucai.imaging.internal.model;

import io.github.tucai.imaging.internal.pixel.Crop;
import io.github.tucai.imaging.internal.pixel.Picture;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A BlazeFace detector. The network sees the letterboxed picture with values of -1 to 1 and answers, for each of a fixed
 * set of anchor points, a score and the offsets of a box and six points.
 */
public final class FaceDetector {
    /** Below this nothing is told. */
    static final double SUSPICION = 0.1;

    private static final double SAME_FACE_OVERLAP = 0.3;
    private static final int VALUES_PER_ANCHOR = 16;

    private final Network network;
    private final int inputSize;
    private final float[] anchors;

    private FaceDetector(Network network, int inputSize, float[] anchors) {
        this.network = network;
        this.inputSize = inputSize;
        this.anchors = anchors;
    }

    /** For faces that fill much of the picture. */
    static FaceDetector shortRange() {
        List<float[]> anchors = new ArrayList<>();
        addAnchors(anchors, 16, 2);
        addAnchors(anchors, 8, 6);
        return new FaceDetector(Network.load("face_detection_short_range"), 128, joined(anchors));
    }

    /** For small faces, such as a second person in the background. */
    static FaceDetector fullRange() {
        List<float[]> anchors = new ArrayList<>();
        addAnchors(anchors, 48, 1);
        return new FaceDetector(Network.load("face_detection_full_range"), 192, joined(anchors));
    }

    private static void addAnchors(List<float[]> anchors, int cells, int perCell) {
        for (int y = 0; y < cells; y++) {
            for (int x = 0; x < cells; x++) {
                for (int i = 0; i < perCell; i++) {
                    anchors.add(new float[] {(x + 0.5f) / cells, (y + 0.5f) / cells});
                }
            }
        }
    }

    private static float[] joined(List<float[]> points) {
        float[] joined = new float[2 * points.size()];
        for (int i = 0; i < points.size(); i++) {
            joined[2 * i] = points.get(i)[0];
            joined[2 * i + 1] = points.get(i)[1];
        }
        return joined;
    }

    Network network() {
        return network;
    }

    /** All faces and suspicions from {@link #SUSPICION} on, each once, best first. */
    public List<DetectedFace> detect(Picture picture) {
        Crop crop = Crop.letterbox(picture);
        float[] input = crop.sample(picture, inputSize, inputSize, Crop.Outside.BLACK, 2 / 255f, -1);
        List<float[]> outputs = network.run(input);
        boolean boxesFirst = outputs.get(0).length > outputs.get(1).length;
        float[] boxes = outputs.get(boxesFirst ? 0 : 1);
        float[] logits = outputs.get(boxesFirst ? 1 : 0);
        List<DetectedFace> faces = new ArrayList<>();
        for (int i = 0; i < logits.length; i++) {
            double score = 1 / (1 + Math.exp(-logits[i]));
            if (score >= SUSPICION) {
                faces.add(face(score, boxes, i, crop));
            }
        }
        return withoutRepeats(faces);
    }

    private DetectedFace face(double score, float[] boxes, int anchor, Crop crop) {
        int at = anchor * VALUES_PER_ANCHOR;
        double x = boxes[at] / inputSize + anchors[2 * anchor];
        double y = boxes[at + 1] / inputSize + anchors[2 * anchor + 1];
        double halfWidth = boxes[at + 2] / inputSize / 2;
        double halfHeight = boxes[at + 3] / inputSize / 2;
        // The first two points are the eyes, that on the left of the picture first.
        double angle = Math.atan2(boxes[at + 7] - boxes[at + 5], boxes[at + 6] - boxes[at + 4]);
        return new DetectedFace(
                score,
                crop.x(x - halfWidth, y),
                crop.y(x, y - halfHeight),
                crop.x(x + halfWidth, y),
                crop.y(x, y + halfHeight),
                angle);
    }

    private static List<DetectedFace> withoutRepeats(List<DetectedFace> faces) {
        List<DetectedFace> kept = new ArrayList<>();
        faces.stream()
                .sorted(Comparator.comparingDouble(DetectedFace::score).reversed())
                .filter(face -> kept.stream().allMatch(better -> better.overlap(face) <= SAME_FACE_OVERLAP))
                .forEach(kept::add);
        return kept;
    }
}
