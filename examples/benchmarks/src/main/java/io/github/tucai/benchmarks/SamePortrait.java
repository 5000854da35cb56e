package io.github.tucai.benchmarks;

import io.github.tucai.check.PhotoChecker;
import io.github.tucai.photo.AnalysisMode;
import io.github.tucai.photo.Crop;
import io.github.tucai.photo.FinishedPhoto;
import io.github.tucai.photo.Finishing;
import io.github.tucai.photo.Measurements;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.photo.PictureHash;
import io.github.tucai.photo.ProductSpec;
import io.github.tucai.photo.Verdict;
import io.github.tucai.spi.ImageAnalyzer;
import io.github.tucai.spi.PhotoFinisher;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;

/**
 * One drawn portrait for a whole campaign, each copy with a number behind it so that no two files are equal. Measuring and
 * finishing are done for real the first time and remembered: these benchmarks are about everything else.
 */
final class SamePortrait implements ImageAnalyzer, PhotoFinisher {
    private final ImageAnalyzer analyzer =
            ServiceLoader.load(ImageAnalyzer.class).findFirst().orElseThrow();
    private final PhotoFinisher finisher =
            ServiceLoader.load(PhotoFinisher.class).findFirst().orElseThrow();
    private final Map<PhotoImage, Measurements> measured = new ConcurrentHashMap<>();
    private final Map<PhotoImage, Finishing> finished = new ConcurrentHashMap<>();

    /** Drawn once, when first asked for. */
    private static final class Accepted {
        private static final PhotoImage PORTRAIT = find(PhotoChecker.builder().build());

        private static PhotoImage find(PhotoChecker checker) {
            return LongStream.rangeClosed(21, 33)
                    .mapToObj(Testdata::drawn)
                    .filter(photo -> checker.check(photo).verdict() == Verdict.ACCEPT)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("none of the drawn portraits is accepted"));
        }
    }

    @Override
    public String id() {
        return "same-portrait";
    }

    PhotoImage copy(long number) {
        return numbered(Accepted.PORTRAIT, number);
    }

    @Override
    public Measurements analyze(PhotoImage image, AnalysisMode mode) {
        Measurements same = measured.computeIfAbsent(plain(image), photo -> analyzer.analyze(photo, mode));
        return withHashOf(number(image), same);
    }

    /** Each copy stands for another student's photo, so it must not be recognised as the same picture. */
    private static Measurements withHashOf(long number, Measurements same) {
        Measurements.Builder copy = Measurements.builder(same.analyzer(), same.analyzerVersion(), same.file())
                .hash(PictureHash.copyOf(new SplittableRandom(number).longs(4).toArray()))
                .took(same.decoding(), same.analysis());
        same.models().forEach(copy::model);
        same.all().values().forEach(copy::add);
        return copy.build();
    }

    @Override
    public Finishing finish(PhotoImage original, Crop crop, ProductSpec spec) {
        Finishing first = finished.computeIfAbsent(plain(original), photo -> finisher.finish(photo, crop, spec));
        return first instanceof Finishing.Done done ? new Finishing.Done(numbered(done.photo(), original)) : first;
    }

    private static FinishedPhoto numbered(FinishedPhoto photo, PhotoImage original) {
        PhotoImage product = numbered(photo.product(), number(original));
        FinishedPhoto.Proof proof = photo.proof();
        return new FinishedPhoto(
                product,
                new FinishedPhoto.Proof(
                        original.digest(),
                        product.digest(),
                        proof.crop(),
                        proof.scale(),
                        proof.background(),
                        proof.quality(),
                        proof.facePixelsChanged()));
    }

    private static PhotoImage numbered(PhotoImage photo, long number) {
        byte[] bytes = photo.bytes();
        return PhotoImage.copyOf(ByteBuffer.allocate(bytes.length + Long.BYTES)
                .put(bytes)
                .putLong(number)
                .array());
    }

    private static long number(PhotoImage copy) {
        byte[] bytes = copy.bytes();
        return ByteBuffer.wrap(bytes, bytes.length - Long.BYTES, Long.BYTES).getLong();
    }

    private static PhotoImage plain(PhotoImage copy) {
        byte[] bytes = copy.bytes();
        return PhotoImage.copyOf(Arrays.copyOf(bytes, bytes.length - Long.BYTES));
    }
}
