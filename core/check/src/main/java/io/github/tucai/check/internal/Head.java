package io.github.tucai.check.internal;

import io.github.tucai.photo.FileFacts;
import io.github.tucai.photo.Measure;
import io.github.tucai.photo.MeasureId;
import io.github.tucai.photo.Measurements;
import io.github.tucai.photo.Measures;
import java.util.Optional;

/**
 * Where the head lies in a photo, pixels of the upright photo.
 *
 * @param width of the photo
 * @param height of the photo
 * @param crown distance of the crown from the upper edge
 * @param eyes distance of the eyes from the upper edge
 * @param face cheek to cheek
 * @param axis distance of the face's axis from the left edge
 */
record Head(double width, double height, double crown, double eyes, double face, double axis) {
    /** Beyond half a quarter turn, in degrees, the picture is what leans and not the head. */
    private static final double NEARER_TO_A_TURN = 45;

    /** Empty where part of it was not measured. */
    static Optional<Head> of(Measurements measured) {
        FileFacts file = measured.file();
        Optional<Double> crown = value(measured, Measures.HEAD_TOP);
        Optional<Double> eyes = value(measured, Measures.EYE_LINE);
        Optional<Double> face = value(measured, Measures.FACE_WIDTH);
        Optional<Double> axis = value(measured, Measures.FACE_AXIS);
        if (crown.isEmpty() || eyes.isEmpty() || face.isEmpty() || axis.isEmpty() || !file.isDecoded()) {
            return Optional.empty();
        }
        return Optional.of(new Head(file.width(), file.height(), crown.get(), eyes.get(), face.get(), axis.get()));
    }

    /** Whether the picture lies on its side or stands on its head. */
    static boolean isTurned(Measurements measured) {
        return value(measured, Measures.HEAD_ROLL).filter(Head::isTurned).isPresent();
    }

    static boolean isTurned(double roll) {
        return Math.abs(roll) > NEARER_TO_A_TURN;
    }

    private static Optional<Double> value(Measurements measured, MeasureId id) {
        return measured.find(id).map(Measure::value);
    }
}
