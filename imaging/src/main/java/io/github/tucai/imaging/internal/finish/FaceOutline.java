package io.github.tucai.imaging.internal.finish;

import io.github.tucai.imaging.internal.model.FaceLandmarks;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;

/** The outline within which all is face. */
final class FaceOutline {
    // The oval of MediaPipe's face mesh, round the face from the forehead.
    private static final int[] OVAL = {
        10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148, 176, 149,
        150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109
    };

    private static final double INSIDE = 0.94;

    private FaceOutline() {}

    /** Drawn in a little: where landmarks run just outside a jaw, the wall beside it is no face. */
    static Path2D of(FaceLandmarks landmarks) {
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
