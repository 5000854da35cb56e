package io.github.tucai.portraits.internal;

import io.github.tucai.portraits.spec.Dial;
import io.github.tucai.portraits.spec.PortraitSpec;
import java.util.List;

/** Gives the canonical face a person's proportions. */
final class Identity {
    private final PortraitSpec spec;

    private Identity(PortraitSpec spec) {
        this.spec = spec;
    }

    static List<Vec> face(PortraitSpec spec) {
        Identity identity = new Identity(spec);
        return CanonicalFace.instance().points().stream().map(identity::moved).toList();
    }

    private Vec moved(Vec p) {
        return new Vec(p.x() * width(p), p.y() + lift(p), p.z());
    }

    private double width(Vec p) {
        double side = Math.abs(p.x());
        double cheeks = .06 * spec.get(Dial.FACE_WIDTH) * Smooth.step(2, 6, side);
        double jaw = .08 * spec.get(Dial.JAW_WIDTH) * Smooth.step(-2, -7, p.y());
        double nose = .18 * spec.get(Dial.NOSE_WIDTH) * Smooth.bump(side - 1, p.y() + 1, 1.6);
        return (1 + cheeks + jaw) * (1 + nose);
    }

    private double lift(Vec p) {
        double chin = -.5 * spec.get(Dial.FACE_LENGTH) * Smooth.step(-2, -8, p.y());
        double ex = Math.abs(p.x()) - 3.15;
        double ey = p.y() - 2.6;
        double eyes = .25 * spec.get(Dial.EYE_SIZE) * ey * Math.exp(-(ex * ex / 3 + ey * ey / 1.6));
        double ly = p.y() + 4.3;
        double lips = .35 * spec.get(Dial.LIP_FULLNESS) * ly * Math.exp(-(p.x() * p.x() / 5 + ly * ly / 2));
        return chin + eyes + lips;
    }
}
