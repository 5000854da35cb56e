package io.github.tucai.portraits.internal;

import io.github.tucai.portraits.spec.PixelClass;
import io.github.tucai.portraits.spec.PortraitSpec;
import io.github.tucai.portraits.spec.Tint;
import java.util.Random;

/** Grows hair strand by strand: combed, drawn down, jittered, and kept off skull, face, ears and body. */
final class HairStrands {
    private static final double STEP = .45; // centimetres
    private static final double KNOT_Z = -11.5;
    private static final int MOST_POINTS = 128;

    private final HairCut cut;
    private final HairObstacles obstacles;
    private final Stance stance;
    private final Part part;
    private final Random random;
    private final Vec[] path = new Vec[MOST_POINTS];

    private HairStrands(PortraitSpec spec, FaceShape face, Stance stance) {
        this.stance = stance;
        cut = new HairCut(spec);
        obstacles = new HairObstacles(cut, new HeightField(face.rest()));
        part = Part.strands(PixelClass.HAIR, surface(Colour.of(spec.get(Tint.HAIR))), cut.strandWidth());
        random = new Random(spec.seed() * 31 + 7);
    }

    /**
     * Grows the hair of a head.
     *
     * @param density share of the strands of a full head
     */
    static Part grow(PortraitSpec spec, FaceShape face, Stance stance, double density) {
        HairStrands hair = new HairStrands(spec, face, stance);
        int wanted = (int) (hair.cut.strands() * density);
        for (int k = 0; k < wanted; ) {
            Vec out =
                    new Vec(hair.random.nextGaussian(), hair.random.nextGaussian(), hair.random.nextGaussian()).unit();
            Vec root = Skull.place(out);
            if (hair.isRoot(root)) {
                k++;
                if (!hair.cut.isHidden(root)) {
                    Vec r = Skull.RADII;
                    hair.strand(root, new Vec(out.x() / r.x(), out.y() / r.y(), out.z() / r.z()).unit());
                }
            }
        }
        return hair.part;
    }

    /** The dark skin between the strands. */
    static Part scalp(PortraitSpec spec, FaceShape face, Stance stance) {
        Colour colour = Colour.of(spec.get(Tint.HAIR)).times(.5);
        Part scalp = Part.masked(PixelClass.HAIR, (x, y, z, out) -> {
            out.colour(colour);
            out.finish(.02, 10, 0);
            return y > HairCut.hairline(x, z) + .35;
        });
        Skull.addShell(scalp, face, stance, 1.012);
        return scalp;
    }

    /** Strands carry, in place of a rest point, their brightness and how far along they are, 0 to 1. */
    private static Surface surface(Colour colour) {
        double shine = .035 + .05 * colour.mean();
        return (brightness, along, unused, out) -> {
            double k = 1.6 * brightness * (.85 + .3 * along);
            out.colour(colour.red() * k, colour.green() * k, colour.blue() * k);
            out.finish(shine, 60, 0);
            return true;
        };
    }

    private boolean isRoot(Vec root) {
        double edge = root.y() - HairCut.hairline(root.x(), root.z());
        return edge >= .5 || (edge >= 0 && random.nextDouble() <= .3 + edge);
    }

    private void strand(Vec root, Vec normal) {
        HairCut.Start start = cut.start(root, random);
        double clump = Noise.at(root.x() * 1.1, root.y() * 1.1, root.z() * 1.1);
        double high = cut.height(root, random.nextDouble(), clump);
        double wisp = Noise.at(root.x(), root.y() + 9, root.z());
        Vec comb = start.comb().plus(new Vec(.25 * clump, 0, .25 * wisp)).unit();
        double brightness = Math.exp(cut.contrast() * (random.nextGaussian() * .5 + .8 * clump));
        double length = start.length() * (.8 + .3 * random.nextDouble());
        Vec jitter = new Vec(random.nextGaussian(), random.nextGaussian(), random.nextGaussian()).times(.05);
        int count = grow(root, comb.plus(normal, start.lift()).unit(), comb, jitter, length, high);
        add(count, brightness);
    }

    /** Fills the path and returns the number of its points, 0 if the strand is cut away. */
    private int grow(Vec root, Vec first, Vec comb, Vec jitter, double length, double high) {
        Vec at = root;
        Vec direction = first;
        int count = 0;
        for (double grown = 0; grown < length && count < MOST_POINTS; grown += STEP) {
            path[count++] = at;
            if (cut.isForbidden(at.x(), at.y(), at.z())) {
                return 0;
            }
            if (cut.isTied() && at.z() < KNOT_Z) {
                break;
            }
            Vec next = at.plus(bend(direction, at, comb, jitter), STEP);
            next = obstacles.avoid(next, high);
            direction = next.minus(at).unit();
            at = next;
        }
        return count;
    }

    private Vec bend(Vec direction, Vec at, Vec comb, Vec jitter) {
        boolean onHead = at.y() > 4.5;
        Vec bent = direction;
        if (cut.isLong() && onHead) {
            bent = bent.plus(comb, .35);
        } else if (cut.isTied()) {
            bent = bent.plus(HairCut.tiedWay(at, comb), .5);
        }
        double wave = .05 * Noise.at(at.x() * .6, at.y() * .3, at.z() * .6);
        return new Vec(bent.x() + jitter.x() + wave, bent.y() - cut.gravity(onHead) + jitter.y(), bent.z() + jitter.z())
                .unit();
    }

    private void add(int count, double brightness) {
        int previous = -1;
        for (int i = 0; i < count; i++) {
            Vec p = path[i];
            Vec place = stance.between(p, Smooth.step(-3, -15, p.y()));
            int vertex = part.vertex(place, new Vec(brightness, (double) i / count, 0));
            if (previous >= 0) {
                part.segment(previous, vertex);
            }
            previous = vertex;
        }
    }
}
