package io.github.tucai.imaging.internal.measure;

import io.github.tucai.imaging.internal.model.DetectedFace;
import io.github.tucai.imaging.internal.model.FacesFound;
import io.github.tucai.imaging.internal.model.FoundFace;
import io.github.tucai.imaging.internal.pixel.Box;
import io.github.tucai.imaging.internal.pixel.MeasureSink;
import io.github.tucai.photo.MeasureId;
import io.github.tucai.photo.Measures;
import java.util.Optional;

/** How many faces there are. */
final class FaceCounting {
    private FaceCounting() {}

    static void measure(FacesFound faces, MeasureSink sink) {
        sink.add(Measures.FACE_COUNT, faces.count());
        add(Measures.FACE_SCORE, faces.first(), sink);
        add(Measures.FACE_SECOND_SCORE, faces.other(), sink);
    }

    private static void add(MeasureId id, Optional<FoundFace> face, MeasureSink sink) {
        face.ifPresentOrElse(found -> sink.add(id, found.score(), box(found.detected()), 1), () -> sink.add(id, 0));
    }

    private static Box box(DetectedFace face) {
        return new Box(face.left(), face.top(), face.right(), face.bottom());
    }
}
