package io.github.tucai.imaging.internal.finish;

import io.github.tucai.imaging.internal.decode.DecodedPhoto;
import io.github.tucai.imaging.internal.decode.PhotoDecoder;
import io.github.tucai.imaging.internal.model.FoundFace;
import io.github.tucai.imaging.internal.model.Networks;
import io.github.tucai.imaging.internal.model.OnnxRuntime;
import io.github.tucai.imaging.internal.model.PersonMask;
import io.github.tucai.imaging.internal.pixel.Picture;
import io.github.tucai.imaging.internal.pixel.Tile;
import io.github.tucai.photo.Crop;
import io.github.tucai.photo.FileFacts;
import io.github.tucai.photo.FinishedPhoto;
import io.github.tucai.photo.Finishing;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.photo.ProductSpec;
import io.github.tucai.photo.Region;
import io.github.tucai.photo.Rgb;
import io.github.tucai.spi.PhotoFinisher;
import java.util.List;
import java.util.Optional;

/** The default finisher: resamples once, and finds the face in the product with the analyzer's networks. */
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
    public Finishing finish(PhotoImage original, Crop crop, ProductSpec spec) {
        DecodedPhoto photo = decoder.decode(original);
        if (!photo.facts().generationMarks().isEmpty()) {
            return new Finishing.Impossible(List.of(Refusal.GENERATED));
        }
        Region part = wholePixels(crop, photo.facts());
        int[] plain = Resampler.resample(
                new Picture(photo.width(), photo.height(), photo.rgb()),
                part,
                photo.scale(),
                spec.width(),
                spec.height());
        Optional<boolean[]> face = face(plain, spec);
        return face.map(inside -> finish(original, part, plain, inside, spec))
                .orElseGet(() -> new Finishing.Impossible(List.of(Refusal.NO_FACE)));
    }

    private static Optional<boolean[]> face(int[] plain, ProductSpec spec) {
        return Networks.shared()
                .faces(new Picture(spec.width(), spec.height(), plain))
                .main()
                .map(FoundFace::landmarks)
                .map(landmarks -> Areas.inside(FaceOutline.of(landmarks), spec.width(), spec.height()));
    }

    private static Finishing finish(PhotoImage original, Region crop, int[] plain, boolean[] face, ProductSpec spec) {
        int[] composed = spec.background()
                .map(colour -> onBackground(plain, spec, face, colour))
                .orElse(plain);
        return encode(original, crop, composed, changed(plain, composed, face), spec);
    }

    /** What rounding leaves outside is shifted in; more than a pixel of it was never this photo's. */
    private static Region wholePixels(Crop crop, FileFacts photo) {
        boolean isInside = crop.left() > -1
                && crop.left() + crop.width() < photo.width() + 1
                && crop.top() + crop.height() < photo.height() + 1;
        if (!isInside) {
            throw new IllegalArgumentException("the crop reaches out of a photo of " + photo.width() + " x "
                    + photo.height() + " pixels, beside or below: " + crop);
        }
        int width = (int) Math.round(crop.width());
        int height = (int) Math.round(crop.height());
        int mostLeft = Math.max(0, photo.width() - width);
        int left = Math.max(0, Math.min((int) Math.round(crop.left()), mostLeft));
        return new Region(left, Math.min((int) Math.round(crop.top()), photo.height() - height), width, height);
    }

    private static int[] onBackground(int[] plain, ProductSpec spec, boolean[] face, Rgb colour) {
        PersonMask mask = Networks.shared().segmenters().person(new Picture(spec.width(), spec.height(), plain));
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
