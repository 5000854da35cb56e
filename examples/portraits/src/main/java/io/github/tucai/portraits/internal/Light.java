package io.github.tucai.portraits.internal;

import io.github.tucai.portraits.spec.Dial;
import io.github.tucai.portraits.spec.PortraitSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * A distant light.
 *
 * @param direction to the light
 * @param lamp only lamps make highlights; those of the sky would wash out the iris
 */
record Light(Vec direction, Colour colour, boolean lamp) {
    private static final double GOLDEN_ANGLE = 2.39996;

    /** A main soft box, a weaker one against it, and a sky. */
    static List<Light> of(PortraitSpec spec, RenderPlan plan) {
        List<Light> lights = new ArrayList<>();
        double exposure = spec.get(Dial.EXPOSURE);
        double key = spec.get(Dial.LIGHT_CONTRAST);
        double yaw = spec.get(Dial.LIGHT_YAW);
        Colour warm = new Colour(1.03, 1, .97).times(1.9 * key * exposure);
        Colour white = new Colour(1, 1, 1).times((1 - key) * exposure);
        addBox(lights, yaw, spec.get(Dial.LIGHT_PITCH), 14, plan.keySide(), warm);
        addBox(lights, -yaw * 1.6, 12, 16, plan.fillSide(), white);
        addSky(lights, plan.skyLights(), 1.45 * (1 - key) * exposure);
        return lights;
    }

    private static void addBox(List<Light> lights, double yaw, double pitch, double half, int side, Colour all) {
        Colour each = all.times(1.0 / (side * side));
        for (int i = 0; i < side * side; i++) {
            double y = Math.toRadians(yaw + half * ((i % side + .5) / side * 2 - 1));
            int row = i / side;
            double p = Math.toRadians(pitch + half * ((row + .5) / side * 2 - 1));
            Vec direction = new Vec(Math.sin(y) * Math.cos(p), Math.sin(p), Math.cos(y) * Math.cos(p));
            lights.add(new Light(direction.unit(), each, true));
        }
    }

    private static void addSky(List<Light> lights, int n, double power) {
        for (int i = 0; i < n; i++) {
            double y = 1 - (i + .5) / n * 1.35;
            double r = Math.sqrt(Math.max(0, 1 - y * y));
            double a = i * GOLDEN_ANGLE;
            Vec direction = new Vec(r * Math.cos(a), y, r * Math.sin(a) * .7 + .35).unit();
            lights.add(new Light(direction, new Colour(1, 1, 1.02).times(power / n * (1 + .5 * y)), false));
        }
    }
}
