package io.github.tucai.imaging.internal.measure;

import io.github.tucai.imaging.internal.forensic.Moire;
import io.github.tucai.imaging.internal.forensic.PaperEdge;
import io.github.tucai.imaging.internal.pixel.Box;
import io.github.tucai.imaging.internal.pixel.ColourSample;
import io.github.tucai.imaging.internal.pixel.Lab;
import io.github.tucai.imaging.internal.pixel.MeasureSink;
import io.github.tucai.photo.Measures;

/**
 * Cues that a photo was taken of a print or a screen, or that a face was beautified. Each is weak and is told with its own
 * strength; together they are evidence for a person, never proof.
 *
 * <p>A cue counts half where {@code middle} says. The middles lie beyond 98 of 100 genuine photographs of the test data
 * and, as far as they can, before the simulated recaptures and retouches.
 */
public final class Integrity {
    // The right one of the picture; the left one mirrors it.
    private static final Box CHEEK = new Box(0.22, 0.42, 0.78, 0.9);
    private static final Box BROW = new Box(0.15, -0.5, 0.85, -0.2);
    private static final double SKIN_PIXELS = 80;
    // Differences above this are no hairs.
    private static final double MOST_DETAIL = 20;
    // Of 255: what rounding alone would make.
    private static final double FLOOR = 0.1;
    private static final double LEAST_CHROMA = 8;

    private final Face face;
    private final MeasureSink sink;

    private Integrity(Face face, MeasureSink sink) {
        this.face = face;
        this.sink = sink;
    }

    /**
     * Measures the cues.
     *
     * @param whole the whole picture as the person network saw it
     * @param skin of the face
     */
    static void measure(Face face, Lab whole, HeadMap head, Pixels skin, MeasureSink sink) {
        Integrity integrity = new Integrity(face, sink);
        integrity.recapture(whole);
        integrity.retouch(head, skin);
    }

    /** Patterns of 1.6 and more are seen in 2 of 100 genuine photographs, 2.0 in enlarged ones; two sides may be a door. */
    private void recapture(Lab whole) {
        double moire = Moire.peak(face.picture(), face.frame()::place);
        double border = PaperEdge.share(whole);
        sink.add(Measures.RECAPTURE_MOIRE, moire);
        sink.add(Measures.RECAPTURE_BORDER, border);
        sink.add(Measures.RECAPTURE, together(cue(moire, 2.1, 0.12), cue(border, 0.7, 0.05)));
    }

    private void retouch(HeadMap head, Pixels skin) {
        Box box = face.box(Landmark.CONTOUR);
        double confidence =
                face.landmarks().presence() * Math.min(1, face.frame().unit() / 80);
        double texture = texture(face);
        double iris = irisByFace();
        double pallor = pallor(head, skin);
        sink.add(Measures.RETOUCH_SKIN_TEXTURE, texture, box, confidence);
        sink.add(Measures.RETOUCH_IRIS, iris, box, face.frontality());
        sink.add(Measures.RETOUCH_PALLOR, pallor, box, confidence);
        double evidence = together(cue(-Math.log(texture), 0.95, 0.06), cue(iris, 0.108, 0.002), cue(pallor, 42, 2.5));
        sink.add(Measures.RETOUCH, evidence, box, confidence);
    }

    /** Strength of a cue, 0 to 1; 0 for one that could not be measured. */
    private static double cue(double value, double middle, double width) {
        return Double.isNaN(value) ? 0 : 1 / (1 + Math.exp(-(value - middle) / width));
    }

    /** That not all of them are chance. */
    private static double together(double... cues) {
        double chance = 1;
        for (double cue : cues) {
            chance *= 1 - cue;
        }
        return 1 - chance;
    }

    /**
     * Texture of the cheeks two to six hundredths of the eye distance wide. Coarser texture says whose skin it is, brows how
     * sharp the picture is; both vary more than fine texture does. Medians leave folds, hair and beards out.
     */
    public static double texture(Face face) {
        double fine = 0;
        double coarse = 0;
        double brows = 0;
        for (int side = -1; side <= 1; side += 2) {
            GreyPatch cheek = patch(face, side, CHEEK);
            GreyPatch soft = cheek.smoothed(1);
            GreyPatch softer = soft.smoothed(2);
            fine += soft.medianDifference(softer) / 2;
            coarse += softer.medianDifference(softer.smoothed(4)) / 2;
            GreyPatch brow = patch(face, side, BROW);
            brows += brow.meanSquare(brow.smoothed(1), MOST_DETAIL) / 2;
        }
        return (fine + FLOOR) / Math.sqrt(coarse + FLOOR) / Math.pow(Math.sqrt(brows) + FLOOR, 0.3);
    }

    private static GreyPatch patch(Face face, int side, Box right) {
        Box zone = side > 0 ? right : new Box(-right.right(), right.top(), -right.left(), right.bottom());
        return GreyPatch.of(face, zone, SKIN_PIXELS);
    }

    /** Irises differ little between people; eyes drawn larger have larger ones, slimmed faces are narrower. */
    private double irisByFace() {
        double width = face.distance(Landmark.LEFT_CHEEK, Landmark.RIGHT_CHEEK)
                / Math.max(0.5, Math.cos(Math.toRadians(face.pose().yaw())));
        double iris = 0;
        for (Landmark.Eye eye : Landmark.EYES) {
            iris += face.distance(eye.iris() + 1, eye.iris() + 3) / 2;
        }
        return iris / width;
    }

    /** Light skin keeps its colour; whitened skin loses it. Told only of pictures that have colour. */
    private static double pallor(HeadMap head, Pixels skin) {
        ColourSample sample = skin.sample(head.colours());
        double chroma = Math.hypot(sample.a().mean(), sample.b().mean());
        return chroma < LEAST_CHROMA ? Double.NaN : sample.lightness().mean() - 2.2 * chroma;
    }
}
