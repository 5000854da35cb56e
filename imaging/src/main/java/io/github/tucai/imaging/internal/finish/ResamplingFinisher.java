package io.github.tucai.imaging.internal.finish;

import io.github.tucai.imaging.internal.decode.DecodedPhoto;
import io.github.tucai.imaging.internal.decode.PhotoDecoder;
import io.github.tucai.imaging.internal.model.Networks;
import io.github.tucai.imaging.internal.model.OnnxRuntime;
import io.github.tucai.imaging.internal.model.PersonMask;
import io.github.tucai.imaging.internal.pixel.Picture;
import io.github.tucai.imaging.internal.pixel.Tile;
import io.github.tucai.photo.Advice;
import io.github.tucai.photo.FinishedPhoto;
import io.github.tucai.photo.Finishing;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.photo.ProductSpec;
import io.github.tucai.photo.Region;
import io.github.tucai.photo.Rgb;
import io.github.tucai.spi.PhotoFinisher;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.util.List;

/** The default finisher: finds the head with the analyzer's networks and resamples once. */
public final class ResamplingFinisher implements PhotoFinisher {
    private final PhotoDecoder decoder = PhotoDecoder.standard();

    /** Made by {@link java.util.ServiceLoader}; loads nothing yet. */
    public ResamplingFinisher() {}

    @Override
    public String id() {
        return "resampling";
    }

    @Override
    public boolean isAvailable() {
        return OnnxRuntime.isAvailable();
    }

    @Override
    public Finishing finish(PhotoImage original, ProductSpec spec) {
        DecodedPhoto photo = decoder.decode(original);
        Picture picture = new Picture(photo.width(), photo.height(), photo.rgb());
        Networks networks = Networks.shared();
        HeadFinder.Found found = new HeadFinder(networks).find(picture, photo.facts());
        if (found.head().isEmpty()) {
            return new Finishing.Impossible(List.of(found.otherwise()));
        }
        Head head = found.head().get();
        double mostScale = 1 / photo.scale();
        CropPlan plan = CropPlan.best(head, photo.width(), photo.height(), mostScale, spec);
        List<Advice> faults = plan.faults(mostScale, spec);
        if (!faults.isEmpty()) {
            return new Finishing.Impossible(faults);
        }
        Region crop = region(plan, photo, spec);
        int[] plain = Resampler.resample(picture, crop, photo.scale(), spec.width(), spec.height());
        boolean[] face = Areas.inside(inProduct(head.face(), crop, photo.scale(), spec), spec.width(), spec.height());
        int[] composed = spec.background()
                .map(colour -> onBackground(plain, spec, face, colour, networks))
                .orElse(plain);
        return encode(original, crop, composed, changed(plain, composed, face), spec);
    }

    /** The crop in whole pixels of the full upright picture. */
    private static Region region(CropPlan plan, DecodedPhoto photo, ProductSpec spec) {
        double unit = plan.scale() * photo.scale();
        int width = (int) Math.round(spec.width() / unit);
        int height = (int) Math.round(spec.height() / unit);
        int left = (int) Math.round(plan.left() / photo.scale());
        int top = (int) Math.round(plan.top() / photo.scale());
        int mostLeft = Math.max(0, photo.facts().width() - width);
        int mostTop = photo.facts().height() - height;
        return new Region(Math.min(left, mostLeft), Math.min(top, mostTop), width, height);
    }

    private static Path2D inProduct(Path2D face, Region crop, double unit, ProductSpec spec) {
        AffineTransform transform = new AffineTransform();
        transform.scale(spec.width() / (crop.width() * unit), spec.height() / (crop.height() * unit));
        transform.translate(-crop.x() * unit, -crop.y() * unit);
        return new Path2D.Double(face, transform);
    }

    private static int[] onBackground(int[] plain, ProductSpec spec, boolean[] face, Rgb colour, Networks networks) {
        PersonMask mask = networks.segmenters().person(new Picture(spec.width(), spec.height(), plain));
        float[] prior = new float[plain.length];
        for (int y = 0; y < spec.height(); y++) {
            for (int x = 0; x < spec.width(); x++) {
                prior[y * spec.width() + x] = smooth(
                        mask, (x + 0.5) * Tile.SIZE / spec.width() - 0.5, (y + 0.5) * Tile.SIZE / spec.height() - 0.5);
            }
        }
        MainPerson.keep(prior, spec.width(), spec.height(), face);
        return BackgroundFill.fill(plain, new Matte(plain, spec.width(), spec.height(), prior, face), colour);
    }

    private static float smooth(PersonMask mask, double column, double row) {
        double x = Math.max(0, Math.min(Tile.SIZE - 1, column));
        double y = Math.max(0, Math.min(Tile.SIZE - 1, row));
        int left = (int) Math.min(x, Tile.SIZE - 2);
        int top = (int) Math.min(y, Tile.SIZE - 2);
        float right = (float) (x - left);
        float down = (float) (y - top);
        float upper = mask.at(left, top) * (1 - right) + mask.at(left + 1, top) * right;
        float lower = mask.at(left, top + 1) * (1 - right) + mask.at(left + 1, top + 1) * right;
        return upper * (1 - down) + lower * down;
    }

    /** Counts the pixels of the face that are not what plain resampling gave. */
    private static int changed(int[] plain, int[] composed, boolean[] face) {
        int changed = 0;
        for (int i = 0; i < plain.length; i++) {
            if (face[i] && plain[i] != composed[i]) {
                changed++;
            }
        }
        return changed;
    }

    private static Finishing encode(
            PhotoImage original, Region crop, int[] rgb, int facePixelsChanged, ProductSpec spec) {
        ProductJpeg jpeg = new ProductJpeg(rgb, spec);
        int quality = jpeg.bestQuality();
        byte[] bytes = jpeg.encode(quality);
        if (bytes.length > spec.mostBytes()) {
            return new Finishing.Impossible(List.of(Refusal.TOO_DETAILED));
        }
        if (bytes.length < spec.leastBytes()) {
            return new Finishing.Impossible(List.of(Refusal.TOO_PLAIN));
        }
        PhotoImage product = PhotoImage.copyOf(bytes);
        return new Finishing.Done(new FinishedPhoto(
                product,
                new FinishedPhoto.Proof(
                        original.digest(),
                        product.digest(),
                        crop,
                        (double) spec.width() / crop.width(),
                        spec.background().map(Rgb::hex).orElse("keep"),
                        quality,
                        facePixelsChanged)));
    }
}
