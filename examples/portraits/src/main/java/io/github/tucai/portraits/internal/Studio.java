package io.github.tucai.portraits.internal;

import io.github.tucai.portraits.spec.Dial;
import io.github.tucai.portraits.spec.DrawnPortrait;
import io.github.tucai.portraits.spec.Extra;
import io.github.tucai.portraits.spec.Glasses;
import io.github.tucai.portraits.spec.Hair;
import io.github.tucai.portraits.spec.Hat;
import io.github.tucai.portraits.spec.Landmark;
import io.github.tucai.portraits.spec.PixelClass;
import io.github.tucai.portraits.spec.PortraitSpec;
import java.util.ArrayList;
import java.util.List;

/** Seats a person before the camera and takes the picture. */
public final class Studio {
    private static final double HEAD_CM = 22.2; // chin to crown
    private static final double EYE_Y = 2.6;
    /** Below this the trunk always reaches, since it also throws light and shadow. */
    private static final double USUAL_BOTTOM = -46;

    private static final double LOWEST_BOTTOM = -120;
    private static final double HIDDEN_BELOW = 4; // centimetres beyond the lower edge, for the tilt of the trunk

    private final PortraitSpec spec;
    private final RenderPlan plan;
    private final Camera camera;
    private final Stance stance;
    private final FaceShape face;

    private Studio(PortraitSpec spec) {
        this.spec = spec;
        plan = RenderPlan.of(spec.quality());
        camera = camera();
        stance = new Stance(spec);
        face = new FaceShape(spec);
    }

    /**
     * Draws a portrait.
     *
     * @param threads how many work at it, the caller's included
     */
    public static DrawnPortrait draw(PortraitSpec spec, int threads) {
        try (Workers workers = new Workers(threads)) {
            return new Studio(spec).draw(workers);
        }
    }

    private Camera camera() {
        int n = plan.samples();
        double scale = spec.get(Dial.HEAD_HEIGHT) * spec.height() * n / HEAD_CM;
        double x = spec.get(Dial.HEAD_X) * spec.width() * n;
        double y = spec.get(Dial.EYE_LINE) * spec.height() * n + EYE_Y * scale;
        return new Camera(spec.width() * n, spec.height() * n, scale, x, y, spec.get(Dial.CAMERA_DISTANCE));
    }

    private DrawnPortrait draw(Workers workers) {
        List<Part> parts = parts();
        workers.forEach(parts.size(), i -> parts.get(i).finish());
        Raster raster = new Raster(camera);
        raster.draw(parts);
        float[] light = new Shader(raster, parts, Light.of(spec, plan), plan, workers).shade(workers);
        if (spec.glasses() != Glasses.NONE) {
            new Spectacles(spec, stance).cover(raster, light);
        }
        int[] pixels = new Film(spec, raster, plan.samples()).develop(light, workers);
        return new DrawnPortrait(spec, pixels, landmarks(), classes(raster, parts));
    }

    private List<Part> parts() {
        Skin skin = new Skin(spec, face, RenderPlan.facePaint(camera.scale()));
        List<Part> parts = new ArrayList<>(Head.parts(spec, face, stance, skin));
        parts.addAll(Eye.parts(spec, face, stance, face.rightEye()));
        parts.addAll(Eye.parts(spec, face, stance, face.leftEye()));
        parts.addAll(Mouth.parts(spec, face, stance));
        parts.addAll(Trunk.parts(spec, stance, skin, bottom(), RenderPlan.clothPaint(camera.scale())));
        if (spec.hair() != Hair.NONE) {
            parts.add(HairStrands.scalp(spec, face, stance));
            parts.add(HairStrands.grow(spec, face, stance, plan.hairDensity(camera.scale())));
        }
        if (spec.glasses() != Glasses.NONE) {
            parts.add(new Spectacles(spec, stance).frame());
        }
        if (spec.hat() != Hat.NONE) {
            parts.add(Headwear.part(spec, face, stance));
        }
        if (spec.has(Extra.EARRINGS)) {
            parts.add(Jewellery.earrings(spec, stance));
        }
        if (spec.has(Extra.NECKLACE)) {
            parts.add(Jewellery.necklace(stance));
        }
        return parts;
    }

    private double bottom() {
        double lowestSeen = camera.yAt(camera.height(), 0);
        return Math.max(LOWEST_BOTTOM, Math.min(USUAL_BOTTOM, lowestSeen - HIDDEN_BELOW));
    }

    private List<Landmark> landmarks() {
        List<Vec> points = new ArrayList<>(face.moved().subList(0, CanonicalFace.POINTS));
        points.addAll(face.rightEye().irisPoints());
        points.addAll(face.leftEye().irisPoints());
        return points.stream().map(stance::head).map(this::landmark).toList();
    }

    private Landmark landmark(Vec p) {
        int n = plan.samples();
        return new Landmark(camera.column(p.x(), p.z()) / n, camera.row(p.y(), p.z()) / n, p.z());
    }

    private byte[] classes(Raster raster, List<Part> parts) {
        byte[] classes = new byte[spec.width() * spec.height()];
        int n = plan.samples();
        for (int y = 0; y < spec.height(); y++) {
            for (int x = 0; x < spec.width(); x++) {
                short id = raster.parts[y * n * camera.width() + x * n];
                PixelClass kind = id == Raster.NOTHING ? PixelClass.BACKGROUND : parts.get(id).kind;
                classes[y * spec.width() + x] = (byte) kind.code();
            }
        }
        return classes;
    }
}
