package io.github.tucai.imaging.internal.measure;

import io.github.tucai.imaging.internal.model.Part;
import io.github.tucai.imaging.internal.pixel.Box;
import io.github.tucai.imaging.internal.pixel.ColourSample;
import io.github.tucai.imaging.internal.pixel.MeasureSink;
import io.github.tucai.imaging.internal.pixel.Sample;
import io.github.tucai.photo.Measures;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** Colours at the eyes, the lips and behind glasses. */
final class EyeColours {
    // Of the lightest patch of a lens, in squared eye distances, and what pale skin has of colour at least.
    private static final double PATCH = 0.01;
    private static final double LEAST_CHROMA = 8;

    private final Face face;
    private final HeadMap head;
    private final ColourSample skin;
    private final MeasureSink sink;
    private final double confidence;

    private EyeColours(Face face, HeadMap head, Pixels skin, MeasureSink sink) {
        this.face = face;
        this.head = head;
        this.skin = skin.sample(head.colours());
        this.sink = sink;
        this.confidence = face.landmarks().presence();
    }

    static void measure(Face face, HeadMap head, Pixels skin, MeasureSink sink) {
        EyeColours colours = new EyeColours(face, head, skin, sink);
        colours.lenses();
        colours.irises();
        colours.mouth();
        colours.makeup();
    }

    private void lenses() {
        List<Double> darkness = new ArrayList<>();
        List<Double> chroma = new ArrayList<>();
        List<Double> glare = new ArrayList<>();
        List<Double> patch = new ArrayList<>();
        for (Landmark.Eye eye : Landmark.EYES) {
            ColourSample behind = sample(behindLens(eye));
            ColourSample cheek = sample(cheek(eye));
            darkness.add(cheek.lightness().median() - behind.lightness().median());
            chroma.add(cheek.chromaDistance(behind));
            glare.add(glare(eye, cheek));
            patch.add(patch(eye, cheek));
        }
        Box box = face.box(Landmark.LEFT_EYE.outline()).and(face.box(Landmark.RIGHT_EYE.outline()));
        sink.add(Measures.LENS_DARKNESS, Math.max(darkness.get(0), darkness.get(1)), box, confidence);
        sink.add(Measures.LENS_DARKNESS_BOTH, Math.min(darkness.get(0), darkness.get(1)), box, confidence);
        sink.add(Measures.LENS_CHROMA, Math.max(chroma.get(0), chroma.get(1)), box, confidence);
        sink.add(Measures.LENS_GLARE, Math.max(glare.get(0), glare.get(1)), box, confidence);
        sink.add(Measures.LENS_GLARE_BOTH, Math.min(glare.get(0), glare.get(1)), box, confidence);
        sink.add(Measures.LENS_GLARE_LIGHT, Math.max(patch.get(0), patch.get(1)), box, confidence);
    }

    /** Skin close under the lower lid, which a lens still covers. */
    private Zone behindLens(Landmark.Eye eye) {
        double across = face.across(eye.iris());
        return Zone.rectangle(across - 0.22, 0.17, across + 0.22, 0.3);
    }

    private Zone cheek(Landmark.Eye eye) {
        double across = face.across(eye.iris());
        return Zone.rectangle(across - 0.2, 0.6, across + 0.2, 0.85);
    }

    private ColourSample sample(Zone zone) {
        return head.sample(zone, Part.FACE_SKIN, Part.ACCESSORY, Part.BODY_SKIN);
    }

    /** Much lighter than the cheek and without its colour, outside the eye itself, whose white is both. */
    private double glare(Landmark.Eye eye, ColourSample cheek) {
        Zone lens = lens(eye);
        double bright = Math.min(95, cheek.lightness().median() + 14);
        double chroma = 0.6 * Math.hypot(cheek.a().median(), cheek.b().median());
        return share(
                lens,
                i -> head.colours().lightness(i) > bright && head.colours().chroma(i) < chroma);
    }

    private Zone lens(Landmark.Eye eye) {
        double across = face.across(eye.iris());
        return Zone.rectangle(across - 0.4, -0.22, across + 0.4, 0.34).without(face.outline(eye.outline(), 1.3));
    }

    /** A mirrored window or lamp is white, however light the skin is. */
    private double patch(Landmark.Eye eye, ColourSample cheek) {
        double chroma = 0.6
                * Math.max(
                        LEAST_CHROMA, Math.hypot(cheek.a().median(), cheek.b().median()));
        Sample light = new Sample();
        head.visit(
                lens(eye),
                (i, part, across, down) -> light.add(
                        head.colours().chroma(i) < chroma ? head.colours().lightness(i) : 0));
        return light.meanOfGreatest((int) Math.max(1, Math.round(PATCH / head.pixelArea())));
    }

    private double share(Zone zone, IntPredicate wanted) {
        int[] counts = new int[2];
        head.visit(zone, (i, part, across, down) -> {
            counts[0]++;
            counts[1] += wanted.test(i) ? 1 : 0;
        });
        return (double) counts[1] / counts[0];
    }

    private void irises() {
        List<Double> red = new ArrayList<>();
        List<Double> contrast = new ArrayList<>();
        Sample chroma = new Sample();
        Sample ring = new Sample();
        for (Landmark.Eye eye : Landmark.EYES) {
            double radius = face.distance(eye.iris() + 1, eye.iris() + 3)
                    / 2
                    / face.frame().unit();
            Zone opening = face.outline(eye.outline());
            Zone iris = Zone.disc(face.across(eye.iris()), face.down(eye.iris()), radius);
            Zone seen = iris.within(opening);
            red.add(share(seen, this::isRed));
            ColourSample irisColours = colours(seen);
            ColourSample white =
                    colours(opening.without(Zone.disc(face.across(eye.iris()), face.down(eye.iris()), 1.25 * radius)));
            if (white.size() >= 8 && irisColours.size() >= 8) {
                contrast.add(white.lightness().quantile(0.8)
                        - irisColours.lightness().median());
                Zone inner = Zone.disc(face.across(eye.iris()), face.down(eye.iris()), 0.8 * radius);
                ring.add(Math.max(
                        0,
                        white.lightness().median()
                                - colours(seen.without(inner)).lightness().median()));
            }
            chroma.add(Math.hypot(irisColours.a().median(), irisColours.b().median()));
        }
        Box box = face.box(Landmark.LEFT_EYE.outline()).and(face.box(Landmark.RIGHT_EYE.outline()));
        sink.add(Measures.RED_EYE, Math.max(red.get(0), red.get(1)), box, confidence);
        contrast.stream()
                .min(Double::compare)
                .ifPresent(lower -> sink.add(Measures.SCLERA_CONTRAST, lower, box, confidence));
        sink.add(Measures.IRIS_CHROMA, chroma.mean(), box, confidence);
        sink.add(Measures.IRIS_RING, ring.mean(), box, confidence);
    }

    /** Redder than any natural iris: brown ones have a yellow part as large as the red one. */
    private boolean isRed(int i) {
        double a = head.colours().a(i);
        return a > 22 && a > 1.1 * head.colours().b(i);
    }

    private ColourSample colours(Zone zone) {
        ColourSample sample = new ColourSample();
        head.visit(zone, (i, part, across, down) -> sample.add(head.colours(), i));
        return sample;
    }

    private void mouth() {
        Zone opening = face.outline(Landmark.INNER_LIPS);
        double gap = face.down(Landmark.LOWER_LIP_INNER) - face.down(Landmark.UPPER_LIP_INNER);
        Box box = face.box(Landmark.OUTER_LIPS);
        // A gap of less than a pixel of the map shows no teeth.
        boolean isClosed = gap * face.frame().unit() * 256 / head.parts().crop().width() < 1;
        double light = skin.lightness().median() - 8;
        double chroma = 0.7 * Math.hypot(skin.a().median(), skin.b().median());
        double teeth = isClosed
                ? 0
                : share(
                        opening,
                        i -> head.colours().lightness(i) > light
                                && head.colours().chroma(i) < chroma);
        sink.add(Measures.MOUTH_TEETH, teeth, box, confidence);
    }

    private void makeup() {
        ColourSample lips =
                colours(face.outline(Landmark.OUTER_LIPS, 0.9).without(face.outline(Landmark.INNER_LIPS, 1.1)));
        sink.add(Measures.LIP_CHROMA, lips.chromaDistance(skin), face.box(Landmark.OUTER_LIPS), confidence);
        double left = face.across(Landmark.LEFT_IRIS);
        double right = face.across(Landmark.RIGHT_IRIS);
        Zone leftCheek = Zone.rectangle(left - 0.25, 0.5, left + 0.15, 0.8);
        Zone rightCheek = Zone.rectangle(right - 0.15, 0.5, right + 0.25, 0.8);
        double cheeks = Math.max(
                head.sample(leftCheek, Part.FACE_SKIN).chromaDistance(skin),
                head.sample(rightCheek, Part.FACE_SKIN).chromaDistance(skin));
        sink.add(Measures.CHEEK_CHROMA, cheeks, head.box(leftCheek).and(head.box(rightCheek)), confidence);
        ColourSample lids = new ColourSample();
        for (Landmark.Eye eye : Landmark.EYES) {
            double across = face.across(eye.iris());
            double top = face.down(eye.lids().get(0).upper());
            head.visit(
                    Zone.rectangle(across - 0.15, top - 0.12, across + 0.15, top - 0.04),
                    (i, part, x, y) -> lids.add(head.colours(), i));
        }
        Zone forehead = Zone.rectangle(-0.4, -0.95, 0.4, -0.6);
        double eyelids = lids.chromaDistance(head.sample(forehead, Part.FACE_SKIN));
        Box eyes = face.box(Landmark.LEFT_EYE.outline()).and(face.box(Landmark.RIGHT_EYE.outline()));
        sink.add(Measures.EYELID_CHROMA, eyelids, eyes, confidence);
    }
}
