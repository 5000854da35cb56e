package io.github.tucai.imaging.internal.finish;

import io.github.tucai.imaging.internal.measure.PhotoMeasurer;
import io.github.tucai.imaging.internal.model.FaceLandmarks;
import io.github.tucai.imaging.internal.model.FoundFace;
import io.github.tucai.imaging.internal.model.Networks;
import io.github.tucai.imaging.internal.pixel.Picture;
import io.github.tucai.photo.Advice;
import io.github.tucai.photo.AnalysisMode;
import io.github.tucai.photo.FileFacts;
import io.github.tucai.photo.Measure;
import io.github.tucai.photo.MeasureId;
import io.github.tucai.photo.Measurements;
import io.github.tucai.photo.Measures;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.Optional;

/** Finds the head by the very measures that the judge will hold the product to. */
final class HeadFinder {
    // The oval of MediaPipe's face mesh, round the face from the forehead.
    private static final int[] OVAL = {
        10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148, 176, 149,
        150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109
    };

    private static final double INSIDE = 0.94;
    /** Beyond half a quarter turn, in degrees, the picture is what leans and not the head. */
    private static final double NEARER_TO_A_TURN = 45;

    private final Networks networks;

    HeadFinder(Networks networks) {
        this.networks = networks;
    }

    /** What was found: a head, or why there is none to make a product of. */
    record Found(Optional<Head> head, Advice otherwise) {}

    /** The head of the main face. */
    Found find(Picture picture, FileFacts facts) {
        Measurements.Builder builder = Measurements.builder("finisher", Networks.version(), facts);
        new PhotoMeasurer(networks).measure(picture, 1, AnalysisMode.FULL, builder);
        Measurements measured = builder.build();
        if (value(measured, Measures.HEAD_ROLL).map(Math::abs).orElse(0.0) > NEARER_TO_A_TURN) {
            return new Found(Optional.empty(), Refusal.NOT_UPRIGHT);
        }
        Optional<Head> head = networks.faces(picture)
                .main()
                .map(FoundFace::landmarks)
                .flatMap(landmarks -> head(measured, landmarks));
        return new Found(head, Refusal.NO_FACE);
    }

    private static Optional<Head> head(Measurements measured, FaceLandmarks landmarks) {
        Optional<Double> crown = value(measured, Measures.HEAD_TOP);
        Optional<Double> eyes = value(measured, Measures.EYE_LINE);
        Optional<Double> width = value(measured, Measures.FACE_WIDTH);
        Optional<Double> axis = value(measured, Measures.FACE_AXIS);
        if (crown.isEmpty() || eyes.isEmpty() || width.isEmpty() || axis.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Head(crown.get(), eyes.get(), width.get(), axis.get(), oval(landmarks)));
    }

    private static Optional<Double> value(Measurements measured, MeasureId id) {
        return measured.find(id).map(Measure::value);
    }

    /** Drawn in a little: where landmarks run just outside a jaw, the wall beside it is no face. */
    private static Path2D oval(FaceLandmarks landmarks) {
        Path2D oval = new Path2D.Double();
        oval.moveTo(landmarks.x(OVAL[0]), landmarks.y(OVAL[0]));
        for (int i = 1; i < OVAL.length; i++) {
            oval.lineTo(landmarks.x(OVAL[i]), landmarks.y(OVAL[i]));
        }
        oval.closePath();
        double centreX = oval.getBounds2D().getCenterX();
        double centreY = oval.getBounds2D().getCenterY();
        AffineTransform inwards = AffineTransform.getTranslateInstance(centreX, centreY);
        inwards.scale(INSIDE, INSIDE);
        inwards.translate(-centreX, -centreY);
        oval.transform(inwards);
        return oval;
    }
}
