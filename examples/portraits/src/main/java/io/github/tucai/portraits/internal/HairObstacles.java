package io.github.tucai.portraits.internal;

/** Pushes a point of a strand out of skull, face and body, and towards the other hair. */
final class HairObstacles {
    /** Where long hair over the ears lies off the cheeks, by height. */
    private static final Table OVER_EARS = Table.of(-13, 7.2, -5, 8.2, 1, 9.0, 6, 7.8);
    /** How far long hair may stand out, by height. */
    private static final Table WIDEST = Table.of(-28, 13, -18, 11.5, -12, 9.6, -5, 8.6, 3, 8.6, 6, 8.4);

    private static final double BODY_POWER = 2.3;

    private final HairCut cut;
    private final HeightField face;

    HairObstacles(HairCut cut, HeightField face) {
        this.cut = cut;
        this.face = face;
    }

    /**
     * Moves a point to where hair can be.
     *
     * @param high where this strand is held over the skull, 1 on it
     */
    Vec avoid(Vec wanted, double high) {
        double thick = (high - 1) * 8;
        Vec q = offSkull(wanted, high);
        if (cut.isTied()) {
            return q;
        }
        if (cut.isLong()) {
            q = drape(q, thick);
        }
        q = offFace(q, thick);
        return q.y() < -12 ? offBody(q, thick) : q;
    }

    /** Out of the skull; and back to it, else hair stands off like fur. */
    private Vec offSkull(Vec q, double high) {
        double f = Skull.relative(q).length();
        if (f < high && q.y() > -4) {
            return Skull.CENTRE.mix(q, high / Math.max(.2, f));
        }
        if (cut.isTied()) {
            return f > high ? Skull.CENTRE.mix(q, high / f) : q;
        }
        boolean clings = q.y() > 5 || (!cut.isLong() && q.z() < 1);
        return f > high && clings ? Skull.CENTRE.mix(q, Smooth.mix(1, high / f, .35)) : q;
    }

    private Vec drape(Vec start, double thick) {
        Vec q = start;
        if (cut.isBehindEars() && q.y() < 6.8 && q.y() > -9) {
            q = behindEars(q, thick);
        } else if (cut.isOverEars() && q.y() < 6 && q.y() > -13 && q.z() > -7) {
            double wide = OVER_EARS.at(q.y()) + thick * .7;
            if (Math.abs(q.x()) < wide && Math.abs(q.x()) > 2) {
                q = q.withX(Math.signum(q.x()) * Smooth.mix(Math.abs(q.x()), wide, .6));
            }
        }
        double most = WIDEST.at(q.y()) + thick * 1.4;
        if (q.y() < 6 && Math.abs(q.x()) > most) {
            q = q.withX(Math.signum(q.x()) * Smooth.mix(Math.abs(q.x()), most, .45));
        }
        return q;
    }

    private static Vec behindEars(Vec q, double thick) {
        double frontmost = Smooth.mix(1.5, -6.2, Smooth.step(6.8, 4.2, q.y()));
        double z = q.z() > frontmost ? Smooth.mix(q.z(), frontmost - thick, .5) : q.z();
        boolean underEar = q.y() < 1 && Math.abs(q.x()) < 7.2 && q.z() > -8;
        return new Vec(underEar ? q.x() + Math.signum(q.x()) * .25 : q.x(), q.y(), z);
    }

    private Vec offFace(Vec q, double thick) {
        if (q.z() <= -2.5) {
            return q;
        }
        return q.withZ(Math.max(q.z(), face.at(q.x(), q.y()) + .15 + thick * .4));
    }

    private static Vec offBody(Vec q, double thick) {
        double wide = Trunk.halfWidth(q.y()) + .9 + thick;
        double deep = Trunk.halfDepth(q.y()) + .9 + thick;
        double across = Math.pow(Math.abs(q.x() / wide), BODY_POWER);
        double along = Math.pow(Math.abs((q.z() + 5) / deep), BODY_POWER);
        if (across + along >= 1) {
            return q;
        }
        if (q.z() > -5.5 && Math.abs(q.x()) > 4) {
            double front = -5 + deep * Math.pow(Math.max(0, 1 - across), 1 / BODY_POWER);
            return q.withZ(Smooth.mix(q.z(), front, .8));
        }
        return q.withZ(Smooth.mix(q.z(), -5 - deep, .5));
    }
}
