package io.github.tucai.portraits.internal;

import io.github.tucai.portraits.spec.PortraitSpec;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The face of one person in one mood: canonical face, proportions, expression, smoothed twice. The first 468 vertices
 * are MediaPipe's points; smoothing moves them, so the truth about landmarks is read here.
 */
final class FaceShape {
    private final Eyeball rightEye;
    private final Eyeball leftEye;
    private final List<Vec> coarse;
    private final List<Vec> moved;
    private final List<Vec> rest;
    private final List<int[]> triangles;
    private final List<Integer> border;

    FaceShape(PortraitSpec spec) {
        rightEye = Eyeball.right(spec);
        leftEye = Eyeball.left(spec);
        List<Vec> identity = Identity.face(spec);
        coarse = Expression.face(spec, identity, rightEye, leftEye);
        Set<Integer> sharp = union(FacePoints.CORNERS, new int[0]);
        Loop first = new Loop(CanonicalFace.POINTS, withoutOpenings(), sharp);
        List<Vec> movedOnce = first.refine(coarse);
        Loop second = new Loop(movedOnce.size(), first.triangles(), sharp);
        moved = second.refine(movedOnce);
        rest = second.refine(first.refine(identity));
        triangles = second.triangles();
        border = Loop.border(triangles, FacePoints.FOREHEAD_TOP);
    }

    Eyeball rightEye() {
        return rightEye;
    }

    Eyeball leftEye() {
        return leftEye;
    }

    /** A point before smoothing, with its expression. */
    Vec coarse(int number) {
        return coarse.get(number);
    }

    /** The vertices with their expression, the head not yet turned. */
    List<Vec> moved() {
        return moved;
    }

    /** The vertices of the same face without expression: where its skin is painted. */
    List<Vec> rest() {
        return rest;
    }

    List<int[]> triangles() {
        return triangles;
    }

    /** The vertices along the edge of the face, in order. */
    List<Integer> border() {
        return border;
    }

    private static List<int[]> withoutOpenings() {
        List<Set<Integer>> openings = List.of(
                union(FacePoints.UPPER_LID_RIGHT, FacePoints.LOWER_LID_RIGHT),
                union(FacePoints.UPPER_LID_LEFT, FacePoints.LOWER_LID_LEFT),
                union(FacePoints.UPPER_LIP_INNER, FacePoints.LOWER_LIP_INNER));
        return CanonicalFace.instance().triangles().stream()
                .filter(t -> openings.stream().noneMatch(o -> liesIn(o, t)))
                .toList();
    }

    private static boolean liesIn(Set<Integer> opening, int[] t) {
        return opening.contains(t[0]) && opening.contains(t[1]) && opening.contains(t[2]);
    }

    private static Set<Integer> union(int[] a, int[] b) {
        Set<Integer> all = new HashSet<>();
        for (int i : a) {
            all.add(i);
        }
        for (int i : b) {
            all.add(i);
        }
        return all;
    }
}
