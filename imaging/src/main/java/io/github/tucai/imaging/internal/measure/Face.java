package io.github.tucai.imaging.internal.measure;

import io.github.tucai.imaging.internal.model.FaceLandmarks;
import io.github.tucai.imaging.internal.pixel.Box;
import io.github.tucai.imaging.internal.pixel.Picture;
import io.github.tucai.imaging.internal.pixel.Point;
import java.util.Collection;

/** The main face of a picture: landmarks, pose and coordinates. */
public final class Face {
    private final Picture picture;
    private final FaceLandmarks landmarks;
    private final FaceFrame frame;
    private final HeadPose pose;

    public Face(Picture picture, FaceLandmarks landmarks) {
        this.picture = picture;
        this.landmarks = landmarks;
        this.frame = FaceFrame.of(landmarks);
        this.pose = HeadPose.of(landmarks);
    }

    public Picture picture() {
        return picture;
    }

    FaceLandmarks landmarks() {
        return landmarks;
    }

    public FaceFrame frame() {
        return frame;
    }

    HeadPose pose() {
        return pose;
    }

    public Point point(int landmark) {
        return landmarks.point(landmark);
    }

    /** A landmark's place in face coordinates. */
    public double across(int landmark) {
        return frame.across(landmarks.point(landmark));
    }

    /** A landmark's place in face coordinates. */
    public double down(int landmark) {
        return frame.down(landmarks.point(landmark));
    }

    double distance(int from, int to) {
        return landmarks.point(from).distance(landmarks.point(to));
    }

    Box box(Collection<Integer> points) {
        return Box.round(points.stream().map(landmarks::point).toList());
    }

    Zone outline(Collection<Integer> points) {
        return Zone.outline(landmarks, frame, points);
    }

    Zone outline(Collection<Integer> points, double factor) {
        return Zone.outline(landmarks, frame, points, factor);
    }

    /** How far a measure of one side of the face can be trusted: less, the more the face turns away. */
    double frontality() {
        return landmarks.presence() * Math.max(0, Math.cos(2 * Math.toRadians(pose.yaw())));
    }
}
