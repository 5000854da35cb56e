package io.github.tucai.imaging.internal.measure;

import io.github.tucai.imaging.internal.pixel.Box;
import io.github.tucai.imaging.internal.pixel.MeasureSink;
import io.github.tucai.photo.Measures;
import java.util.List;

/** Where the face lies in the picture, how it is turned, and what lids, lips and brows do: all from landmarks. */
final class FaceGeometry {
    // The middle of the labelled portraits; only says which of two sides is the odd one.
    private static final double USUAL_BROW_RAISE = 0.27;

    private final Face face;
    private final MeasureSink sink;
    private final double confidence;

    private FaceGeometry(Face face, MeasureSink sink) {
        this.face = face;
        this.sink = sink;
        this.confidence = face.landmarks().presence();
    }

    static void measure(Face face, MeasureSink sink) {
        FaceGeometry geometry = new FaceGeometry(face, sink);
        geometry.place();
        geometry.pose();
        geometry.eyes();
        geometry.mouth();
        geometry.brows();
    }

    private void place() {
        Box contour = face.box(Landmark.CONTOUR);
        Box irises = face.box(List.of(Landmark.LEFT_IRIS, Landmark.RIGHT_IRIS));
        double eyeDistance = face.frame().unit();
        sink.add(Measures.FACE_PRESENCE, confidence, contour, 1);
        sink.add(Measures.EYE_LINE, face.frame().origin().y(), irises, confidence);
        sink.add(Measures.CHIN_LINE, face.point(Landmark.CHIN).y(), contour, confidence);
        double width = Math.abs(face.across(Landmark.RIGHT_CHEEK) - face.across(Landmark.LEFT_CHEEK)) * eyeDistance;
        sink.add(Measures.FACE_WIDTH, width, contour, confidence);
        sink.add(Measures.FACE_AXIS, axis(face), contour, face.frontality());
        double yaw = Math.toRadians(face.pose().yaw());
        // Beyond 60 degrees one iris hides behind the nose and the division would only blow up the error.
        sink.add(Measures.EYE_DISTANCE, eyeDistance / Math.max(0.5, Math.cos(yaw)), irises, confidence);
    }

    /** Where the vertical axis of the face crosses the picture. */
    static double axis(Face face) {
        return (face.frame().origin().x()
                        + face.point(Landmark.NOSE_BRIDGE).x()
                        + face.point(Landmark.CHIN).x())
                / 3;
    }

    private void pose() {
        Box contour = face.box(Landmark.CONTOUR);
        sink.add(Measures.HEAD_YAW, face.pose().yaw(), contour, confidence);
        sink.add(Measures.HEAD_PITCH, face.pose().pitch(), contour, confidence);
        sink.add(Measures.HEAD_ROLL, face.pose().roll(), contour, confidence);
    }

    private void eyes() {
        Landmark.Eye narrower =
                opening(Landmark.LEFT_EYE) <= opening(Landmark.RIGHT_EYE) ? Landmark.LEFT_EYE : Landmark.RIGHT_EYE;
        sink.add(Measures.EYE_OPENING, opening(narrower), face.box(narrower.outline()), confidence);
        double byIris = Math.min(openingByIris(Landmark.LEFT_EYE), openingByIris(Landmark.RIGHT_EYE));
        sink.add(Measures.EYE_OPENING_BY_IRIS, byIris, face.box(narrower.outline()), confidence);
        Box both = face.box(Landmark.LEFT_EYE.outline()).and(face.box(Landmark.RIGHT_EYE.outline()));
        double gaze = (gazeAcross(Landmark.LEFT_EYE) + gazeAcross(Landmark.RIGHT_EYE)) / 2;
        sink.add(Measures.GAZE_HORIZONTAL, gaze, both, face.frontality());
        double up = (gazeUp(Landmark.LEFT_EYE) + gazeUp(Landmark.RIGHT_EYE)) / 2;
        // The networks hardly see vertical gaze: 20 degrees move this by 0.05 only.
        sink.add(Measures.GAZE_VERTICAL, up, both, face.frontality() / 2);
        double irisByEye = (irisDiameter(Landmark.LEFT_EYE) / width(Landmark.LEFT_EYE)
                        + irisDiameter(Landmark.RIGHT_EYE) / width(Landmark.RIGHT_EYE))
                / 2;
        sink.add(Measures.IRIS_BY_EYE, irisByEye, both, face.frontality());
    }

    private double opening(Landmark.Eye eye) {
        return gap(eye) / width(eye);
    }

    private double openingByIris(Landmark.Eye eye) {
        return gap(eye) / irisDiameter(eye);
    }

    private double gap(Landmark.Eye eye) {
        return eye.lids().stream()
                .mapToDouble(lids -> face.distance(lids.upper(), lids.lower()))
                .average()
                .orElse(0);
    }

    private double width(Landmark.Eye eye) {
        return Math.max(1e-6, face.distance(eye.leftCorner(), eye.rightCorner()));
    }

    /** Across, since the lids often hide the upper and the lower edge. */
    private double irisDiameter(Landmark.Eye eye) {
        return Math.max(1e-6, face.distance(eye.iris() + 1, eye.iris() + 3));
    }

    private double gazeAcross(Landmark.Eye eye) {
        double left = face.across(eye.leftCorner());
        double right = face.across(eye.rightCorner());
        return (face.across(eye.iris()) - left) / Math.max(1e-6, right - left) - 0.5;
    }

    private double gazeUp(Landmark.Eye eye) {
        double corners = (face.down(eye.leftCorner()) + face.down(eye.rightCorner())) / 2;
        return (corners - face.down(eye.iris())) * face.frame().unit() / width(eye);
    }

    private void mouth() {
        Box lips = face.box(Landmark.OUTER_LIPS);
        double gap = face.distance(Landmark.UPPER_LIP_INNER, Landmark.LOWER_LIP_INNER);
        double width = face.distance(Landmark.INNER_MOUTH_LEFT, Landmark.INNER_MOUTH_RIGHT);
        sink.add(Measures.MOUTH_OPENING, gap / Math.max(1e-6, width), lips, confidence);
        double outerWidth = face.distance(Landmark.MOUTH_LEFT, Landmark.MOUTH_RIGHT)
                / face.frame().unit();
        sink.add(Measures.MOUTH_WIDTH, outerWidth, lips, face.frontality());
        double middle = (face.down(Landmark.UPPER_LIP_INNER) + face.down(Landmark.LOWER_LIP_INNER)) / 2;
        double corners = (face.down(Landmark.MOUTH_LEFT) + face.down(Landmark.MOUTH_RIGHT)) / 2;
        sink.add(Measures.MOUTH_CORNER_LIFT, middle - corners, lips, face.frontality());
    }

    private void brows() {
        double left = browRaise(Landmark.LEFT_EYE);
        double right = browRaise(Landmark.RIGHT_EYE);
        boolean leftIsOdd = Math.abs(left - USUAL_BROW_RAISE) > Math.abs(right - USUAL_BROW_RAISE);
        Landmark.Eye odd = leftIsOdd ? Landmark.LEFT_EYE : Landmark.RIGHT_EYE;
        sink.add(Measures.BROW_RAISE, leftIsOdd ? left : right, face.box(odd.brow()), confidence);
    }

    private double browRaise(Landmark.Eye eye) {
        double brow = eye.brow().stream().mapToDouble(face::down).average().orElse(0);
        return face.down(eye.iris()) - brow;
    }
}
