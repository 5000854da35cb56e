package io.github.tucai.imaging.internal.measure;

import io.github.tucai.imaging.internal.model.DetectedFace;
import io.github.tucai.imaging.internal.model.FacesFound;
import io.github.tucai.imaging.internal.model.Networks;
import io.github.tucai.imaging.internal.model.PartMap;
import io.github.tucai.imaging.internal.model.PersonMask;
import io.github.tucai.imaging.internal.model.Picture;
import io.github.tucai.photo.AnalysisMode;
import io.github.tucai.photo.Measurements;
import io.github.tucai.photo.Measures;

/** Takes all measures of one picture. Safe for concurrent use. */
public final class PhotoMeasurer {
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
        FacesFound faces = networks.nearFaces(picture);
        FaceCounting.measure(faces, sink);
        faces.main()
                .filter(face -> face.score() >= FacesFound.FACE)
                .ifPresent(found -> FaceGeometry.measure(face(picture, found), sink));
    }

    private void full(Picture picture, MeasureSink sink) {
        FacesFound faces = networks.faces(picture);
        PersonMask mask = networks.segmenters().person(picture);
        Lab colours = Lab.of(mask.rgb());
        FaceCounting.measure(faces, sink);
        ImageQuality.whole(picture, sink);
        Sample chroma = new Sample();
        for (int i = 0; i < PersonMask.SIZE * PersonMask.SIZE; i++) {
            chroma.add(colours.chroma(i));
        }
        sink.add(Measures.COLOUR_CHROMA, chroma.quantile(0.95));
        DetectedFace main =
                faces.main().filter(face -> face.score() >= FacesFound.FACE).orElse(null);
        if (main == null) {
            Backdrop.measure(mask, colours, picture.height(), sink);
            return;
        }
        Face face = face(picture, main);
        Backdrop.measure(mask, colours, face.point(Landmark.CHIN).y(), sink);
        ofFace(face, main, mask, colours, sink);
    }

    private void ofFace(Face face, DetectedFace found, PersonMask mask, Lab colours, MeasureSink sink) {
        PartMap parts = networks.segmenters().parts(face.picture(), found);
        HeadMap head = new HeadMap(face.picture(), parts, face.frame());
        FaceGeometry.measure(face, sink);
        Silhouette.measure(face, mask, parts, sink);
        Accessories.measure(face, head, sink);
        Garment.measure(face, mask, head, colours, sink);
        SkinLight.measure(face, head, sink);
        EyeColours.measure(face, head, sink);
        ImageQuality.sharpness(face, sink);
    }

    private Face face(Picture picture, DetectedFace found) {
        return new Face(picture, networks.landmarks().find(picture, found));
    }
}
