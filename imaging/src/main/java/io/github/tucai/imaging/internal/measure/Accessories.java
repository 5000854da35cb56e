package io.github.tucai.imaging.internal.measure;

import io.github.tucai.imaging.internal.model.Part;
import io.github.tucai.imaging.internal.pixel.Box;
import io.github.tucai.imaging.internal.pixel.MeasureSink;
import io.github.tucai.imaging.internal.pixel.Sample;
import io.github.tucai.photo.MeasureId;
import io.github.tucai.photo.Measures;
import java.util.function.Function;

/**
 * What covers face and ears or is worn there: hair, glasses, jewellery, hats.
 *
 * <p>One pass of the network over the head is enough. A second one was tried on crops of 2.4 to 4 eye distances round the
 * eyes: by the mean likelihood of an accessory over both eyes the equal error rate for glasses is 3.7, 3.7, 3.5 and 0.3 per
 * cent, with the crop of the head 0.5, and by the lesser of both eyes 0.0. Fringes over the brows it tells no better at any
 * width (9.2 to 10.0 against 9.7). Nor does a guided filter of the hair along the picture's luminance, of 0.05 to 0.4 eye
 * distances: fringes 7.9 at best, in a band where 8.1 is told without it; hair over ears 4.1 to 4.6 against 4.6, and a plain
 * mean of the same size does as well. What is left of the errors on fringes is labels: without three pictures, one with both
 * brows free and two with a fringe down to the eyes, the rate of this measure is 1.9. Looking for hair over the ears down to
 * the mouth brings their 5.1 to 2.5, but mostly by hair that hangs behind free ears, which nobody forbids.
 */
final class Accessories {
    // From the outer end of one brow to that of the other, in eye distances from the middle.
    private static final double BROW_REACH = 0.8;
    private static final int BROW_COLUMNS = 32;
    // Where glasses are as likely as not, and how steeply that grows, by logistic regression on the logarithm. Half of
    // the bare portraits lie below 0.02 and the highest at 0.04, those with glasses, but one, from 0.09 on.
    private static final double GLASSES_LIKELIHOOD = 0.048;
    private static final double GLASSES_CERTAINTY = 5;
    // What a stretch of chain half an eye distance long and a fiftieth wide covers, in squared eye distances.
    private static final double CHAIN_AREA = 0.01;

    private final Face face;
    private final HeadMap head;
    private final MeasureSink sink;
    private final double confidence;

    private final double browLine;
    private final double mouthLine;
    private final double chinLine;
    private final double leftEdge;
    private final double rightEdge;

    private Accessories(Face face, HeadMap head, MeasureSink sink) {
        this.face = face;
        this.head = head;
        this.sink = sink;
        this.confidence = face.landmarks().presence();
        this.browLine = Math.min(face.down(105), face.down(334));
        this.mouthLine = (face.down(Landmark.UPPER_LIP_INNER) + face.down(Landmark.LOWER_LIP_INNER)) / 2;
        this.chinLine = face.down(Landmark.CHIN);
        this.leftEdge = Math.min(face.across(Landmark.LEFT_CHEEK), face.across(Landmark.LEFT_TEMPLE));
        this.rightEdge = Math.max(face.across(Landmark.RIGHT_CHEEK), face.across(Landmark.RIGHT_TEMPLE));
    }

    static void measure(Face face, HeadMap head, MeasureSink sink) {
        Accessories accessories = new Accessories(face, head, sink);
        accessories.glasses();
        accessories.hair();
        accessories.ears();
        accessories.jewellery();
        Earrings.measure(face, head, accessories.leftEdge, accessories.rightEdge, sink);
        accessories.covering();
        accessories.occlusion();
    }

    private void glasses() {
        Zone band = Zone.rectangle(-1.1, -0.5, 1.1, 0.5);
        double share = head.count(band).share(Part.ACCESSORY);
        sink.add(Measures.GLASSES_SHARE, share, head.box(band), confidence);
        // Both eyes must have it: a thing held before one of them is no pair. A hat that reaches to the brows is left
        // out.
        double top = Math.max(-0.4, browLine + 0.05);
        double left = likelihood(Zone.rectangle(-0.9, top, 0, 0.4));
        double right = likelihood(Zone.rectangle(0, top, 0.9, 0.4));
        double worn = 1 / (1 + Math.pow(GLASSES_LIKELIHOOD / Math.min(left, right), GLASSES_CERTAINTY));
        sink.add(Measures.GLASSES, worn, head.box(band), confidence);
        worse(Measures.FRAME_ON_EYES, eye -> face.outline(eye.outline()), Part.ACCESSORY);
    }

    /** How likely an accessory is before one eye; without limit where the picture ends before it, so that the other decides. */
    private double likelihood(Zone half) {
        Sample likelihood = head.likelihood(half, Part.ACCESSORY);
        return likelihood.size() == 0 ? Double.POSITIVE_INFINITY : likelihood.mean();
    }

    private void hair() {
        fringe();
        worse(Measures.HAIR_ON_EYES, eye -> face.outline(eye.outline(), 1.2), Part.HAIR);
    }

    /** How much of the breadth of the brows has hair hanging down to them; hair beside the face does not count. */
    private void fringe() {
        int[] hair = new int[BROW_COLUMNS];
        int[] all = new int[BROW_COLUMNS];
        Zone band = Zone.rectangle(-BROW_REACH, browLine - 0.15, BROW_REACH, browLine + 0.1);
        head.visit(band, (i, part, across, down) -> {
            int column = (int) ((across + BROW_REACH) / (2 * BROW_REACH) * BROW_COLUMNS);
            all[column]++;
            hair[column] += part == Part.HAIR ? 1 : 0;
        });
        int columns = 0;
        int covered = 0;
        for (int column = 0; column < BROW_COLUMNS; column++) {
            columns += all[column] > 0 ? 1 : 0;
            covered += 2 * hair[column] > all[column] ? 1 : 0;
        }
        sink.add(Measures.HAIR_ON_BROWS, (double) covered / columns, head.box(band), confidence);
    }

    /** Takes the share of a part in a zone round each eye and tells the greater. */
    private void worse(MeasureId id, Function<Landmark.Eye, Zone> zone, Part part) {
        Zone left = zone.apply(Landmark.LEFT_EYE);
        Zone right = zone.apply(Landmark.RIGHT_EYE);
        double leftShare = head.count(left).share(part);
        double rightShare = head.count(right).share(part);
        boolean leftIsWorse = leftShare > rightShare;
        sink.add(id, Math.max(leftShare, rightShare), head.box(leftIsWorse ? left : right), confidence);
    }

    private void ears() {
        Zone left = Zone.rectangle(leftEdge - 0.6, -0.15, leftEdge - 0.03, mouthLine);
        Zone right = Zone.rectangle(rightEdge + 0.03, -0.15, rightEdge + 0.6, mouthLine);
        double certainty = face.frontality();
        sink.add(Measures.EAR_SKIN_LEFT, skin(left), head.box(left), certainty);
        sink.add(Measures.EAR_SKIN_RIGHT, skin(right), head.box(right), certainty);
        Zone leftEar = Zone.rectangle(leftEdge - 0.22, 0, leftEdge - 0.02, mouthLine - 0.2);
        Zone rightEar = Zone.rectangle(rightEdge + 0.02, 0, rightEdge + 0.22, mouthLine - 0.2);
        double leftHair = head.likelihood(leftEar, Part.HAIR).mean();
        double rightHair = head.likelihood(rightEar, Part.HAIR).mean();
        Box box = head.box(leftHair > rightHair ? leftEar : rightEar);
        sink.add(Measures.HAIR_ON_EARS, Math.max(leftHair, rightHair), box, certainty);
    }

    private double skin(Zone ear) {
        return head.likelihood(ear, Part.FACE_SKIN).sum() * head.pixelArea();
    }

    private void jewellery() {
        Zone leftEar = Zone.rectangle(leftEdge - 0.5, 0.35, leftEdge + 0.12, chinLine + 0.3);
        Zone rightEar = Zone.rectangle(rightEdge - 0.12, 0.35, rightEdge + 0.5, chinLine + 0.3);
        // As wide as a neck: further out are straps, lapels and badges.
        Zone neck = Zone.rectangle(-1, chinLine + 0.2, 1, chinLine + 2)
                .without(leftEar)
                .without(rightEar);
        sink.add(Measures.NECKLACE, necklace(neck), head.box(neck), confidence);
        Zone elsewhere = Zone.rectangle(-1.5, browLine - 0.25, 1.5, chinLine + 0.1)
                .without(Zone.rectangle(-1.1, -0.6, 1.1, 0.6))
                .without(leftEar)
                .without(rightEar);
        sink.add(Measures.JEWELLERY, head.count(elsewhere).area(Part.ACCESSORY), head.box(elsewhere), confidence);
    }

    /**
     * Thin chains are rarely the strongest part anywhere, so the network is asked how sure it is where it is surest. Where
     * too little is in the picture below the chin, nothing is worn there that shows.
     */
    private double necklace(Zone neck) {
        Pixels pixels = head.select(neck);
        int count = (int) Math.max(1, Math.round(CHAIN_AREA / head.pixelArea()));
        return pixels.size() < count ? 0 : head.greatestProbability(pixels, Part.ACCESSORY, count);
    }

    private void covering() {
        Zone above = Zone.rectangle(-1.6, browLine - 2.5, 1.6, browLine - 0.25);
        double area = head.count(above).area(Part.ACCESSORY, Part.CLOTHES);
        sink.add(Measures.HEAD_COVERING, area, head.box(above), confidence);
    }

    private void occlusion() {
        Zone lower = face.outline(Landmark.CONTOUR, 0.9)
                .within(Zone.rectangle(-2, 0.4, 2, chinLine))
                .without(face.outline(Landmark.OUTER_LIPS, 1.15));
        double share = head.count(lower).share(Part.BACKGROUND, Part.CLOTHES, Part.ACCESSORY, Part.BODY_SKIN);
        sink.add(Measures.FACE_OCCLUSION, share, head.box(lower), confidence);
    }
}
