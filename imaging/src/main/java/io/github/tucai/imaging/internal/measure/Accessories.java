package io.github.tucai.imaging.internal.measure;

import io.github.tucai.imaging.internal.model.Part;
import io.github.tucai.photo.MeasureId;
import io.github.tucai.photo.Measures;
import java.util.function.Function;

/** What covers face and ears or is worn there: hair, glasses, jewellery, hats. */
final class Accessories {
    // From the outer end of one brow to that of the other, in eye distances from the middle.
    private static final double BROW_REACH = 0.8;
    private static final int BROW_COLUMNS = 32;

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
        // Rimless glasses show from 0.0097 on, bare faces stay below 0.0062; a hat above the brows is left out.
        Zone below = Zone.rectangle(-1.1, Math.max(-0.5, browLine + 0.05), 1.1, 0.5);
        double clear = head.count(below).share(Part.ACCESSORY);
        sink.add(Measures.GLASSES, 1 / (1 + Math.exp(-(clear - 0.008) / 0.0012)), head.box(band), confidence);
        worse(Measures.FRAME_ON_EYES, eye -> face.outline(eye.outline()), Part.ACCESSORY);
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
        Zone neck = Zone.rectangle(-1.1, chinLine + 0.1, 1.1, chinLine + 2)
                .without(leftEar)
                .without(rightEar);
        sink.add(Measures.NECKLACE, head.count(neck).area(Part.ACCESSORY), head.box(neck), confidence);
        Zone elsewhere = Zone.rectangle(-1.5, browLine - 0.25, 1.5, chinLine + 0.1)
                .without(Zone.rectangle(-1.1, -0.6, 1.1, 0.6))
                .without(leftEar)
                .without(rightEar);
        sink.add(Measures.JEWELLERY, head.count(elsewhere).area(Part.ACCESSORY), head.box(elsewhere), confidence);
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
