package io.github.tucai.portraits.internal;

import io.github.tucai.portraits.spec.Dial;
import io.github.tucai.portraits.spec.PixelClass;
import io.github.tucai.portraits.spec.PortraitSpec;
import java.util.List;
import java.util.stream.IntStream;

/** Gold hoops at the ears and a chain with a pendant. */
final class Jewellery {
    private static final Colour GOLD = Colour.of(0xd8b25a);
    private static final int HOOP_POINTS = 32;
    private static final int CHAIN_POINTS = 80;

    private Jewellery() {}

    static Part earrings(PortraitSpec spec, Stance stance) {
        Part part = Part.solid(PixelClass.OTHER, Surface.plain(GOLD, .6, 50, 0));
        double x = 8.25 * (1 + .06 * spec.get(Dial.FACE_WIDTH));
        Tube.add(part, hoop(-x), .17, stance::head);
        Tube.add(part, hoop(x), .17, stance::head);
        return part;
    }

    private static List<Vec> hoop(double x) {
        return IntStream.rangeClosed(0, HOOP_POINTS)
                .mapToDouble(i -> 2 * Math.PI * i / HOOP_POINTS)
                .mapToObj(a -> new Vec(x + Math.signum(x) * .95 * Math.sin(a), -3.2 + 1.05 * Math.cos(a), -2.7))
                .toList();
    }

    static Part necklace(Stance stance) {
        Part part = Part.solid(PixelClass.OTHER, Surface.plain(GOLD, .6, 40, 0));
        Tube.add(part, chain(), .16, stance::trunk);
        Vec end = Trunk.around(-17.3, 0, .3);
        Tube.add(part, List.of(Trunk.around(-16.4, 0, .3), end, new Vec(0, -18, end.z() + .2)), .42, stance::trunk);
        return part;
    }

    private static List<Vec> chain() {
        return IntStream.rangeClosed(0, CHAIN_POINTS)
                .mapToDouble(i -> Math.toRadians(-100 + 200.0 * i / CHAIN_POINTS))
                .mapToObj(a -> {
                    double front = Math.max(0, Math.cos(a));
                    return Trunk.around(-13.9 - 2.6 * front * front, a, .15);
                })
                .toList();
    }
}
