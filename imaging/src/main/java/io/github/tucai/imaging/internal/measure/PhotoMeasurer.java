package io.github.tucai.imaging.internal.measure;

import io.github.tucai.imaging.internal.forensic.Spectrum;
import io.github.tucai.imaging.internal.model.FacesFound;
import io.github.tucai.imaging.internal.model.FoundFace;
import io.github.tucai.imaging.internal.model.Networks;
import io.github.tucai.imaging.internal.model.Part;
import io.github.tucai.imaging.internal.model.PartMap;
import io.github.tucai.imaging.internal.model.PersonMask;
import io.github.tucai.imaging.internal.pixel.Lab;
import io.github.tucai.imaging.internal.pixel.MeasureSink;
import io.github.tucai.imaging.internal.pixel.Picture;
import io.github.tucai.photo.AnalysisMode;
import io.github.tucai.photo.Measurements;
import io.github.tucai.photo.Measures;
import java.util.Optional;

/** Takes all measures of one picture. Safe for concurrent use. */
public final class PhotoMeasurer {
    private static final double HALF_TURN = 180;

    private final Networks networks;

    /** Measures with these networks. */
    public PhotoMeasurer(Networks networks) {
        this.networks = networks;
    }

    /**
     * Measures a picture.
     *
     * @param scale pixels of the picture per pixel of the full one, 1 or less; measures are told for the full one
     */
    public void measure(Picture picture, double scale, AnalysisMode mode, Measurements.Builder measurements) {
        MeasureSink sink = new MeasureSink(measurements, scale);
        if (mode == AnalysisMode.PREVIEW) {
            preview(picture, sink);
        } else {
            full(picture, sink);
        }
    }

    private void preview(Picture picture, MeasureSink sink) {
        FacesFound near = networks.nearFaces(picture);
        // Who stands too far away is to be told to come closer, not that nobody is there.
        FacesFound faces = near.main().isPresent() ? near : networks.faces(picture);
        Optional<FacesFound> onItsHead = networks.facesUpsideDown(picture, faces);
        if (onItsHead.isPresent()) {
            upsideDown(picture, onItsHead.get(), sink);
            return;
        }
        FaceCounting.measure(faces, sink);
        faces.main().ifPresent(found -> face(picture, found).ifPresent(face -> FaceGeometry.measure(face, sink)));
    }

    private void full(Picture picture, MeasureSink sink) {
        FacesFound faces = networks.faces(picture);
        Optional<FacesFound> onItsHead = networks.facesUpsideDown(picture, faces);
        if (onItsHead.isPresent()) {
            upsideDown(picture, onItsHead.get(), sink);
            return;
        }
        FaceCounting.measure(faces, sink);
        PersonMask mask = networks.segmenters().person(picture);
        Lab colours = Lab.of(mask.rgb());
        ImageQuality.whole(picture, sink);
        Optional<Face> face = faces.main().flatMap(found -> face(picture, found));
        double chin = face.map(main -> main.point(Landmark.CHIN).y()).orElse((double) picture.height());
        Backdrop.measure(mask, colours, chin, sink);
        face.ifPresent(main -> {
            PartMap parts = networks.segmenters()
                    .parts(picture, faces.main().orElseThrow().detected());
            ofFace(main, mask, parts, colours, sink);
        });
    }

    /** How many faces and how they lie; whatever else was measured would be as wrong as the picture stands. */
    private static void upsideDown(Picture picture, FacesFound faces, MeasureSink sink) {
        MeasureSink turned = sink.turned(picture);
        FaceCounting.measure(faces, turned);
        faces.main().flatMap(found -> face(picture.turned(), found)).ifPresent(face -> {
            double roll = face.pose().roll();
            double whole = roll > 0 ? roll - HALF_TURN : roll + HALF_TURN;
            double presence = face.landmarks().presence();
            turned.add(Measures.HEAD_ROLL, whole, face.box(Landmark.CONTOUR), presence);
        });
    }

    private static void ofFace(Face face, PersonMask mask, PartMap parts, Lab colours, MeasureSink sink) {
        HeadMap head = new HeadMap(face.picture(), parts, face.frame());
        FaceGeometry.measure(face, sink);
        Silhouette.measure(face, mask, parts, sink);
        Accessories.measure(face, head, sink);
        FaceColour.measure(face, head, sink);
        Garment.measure(face, mask, head, colours, sink);
        Pixels inner = SkinLight.innerFace(face, head);
        Pixels skin = inner.only(i -> head.part(i) == Part.FACE_SKIN);
        SkinLight.measure(face, head, inner, skin, sink);
        EyeColours.measure(face, head, skin, sink);
        ImageQuality.sharpness(face, sink);
        FaceFrame frame = face.frame();
        Spectrum.measure(
                face.picture(), frame.origin(), frame.unit(), face.landmarks().presence(), sink);
        Integrity.measure(face, colours, head, skin, sink);
    }

    private static Optional<Face> face(Picture picture, FoundFace found) {
        return Optional.ofNullable(found.landmarks()).map(landmarks -> new Face(picture, landmarks));
    }
}
