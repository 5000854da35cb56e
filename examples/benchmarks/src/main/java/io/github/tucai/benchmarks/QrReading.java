package io.github.tucai.benchmarks;

import boofcv.abst.fiducial.QrCodeDetector;
import boofcv.alg.fiducial.qrcode.QrCode;
import boofcv.concurrency.BoofConcurrency;
import boofcv.factory.fiducial.FactoryFiducial;
import boofcv.struct.image.GrayU8;
import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import io.github.tucai.benchmarks.Testdata.CodePicture;
import io.github.tucai.code.CodeReading;
import io.github.tucai.imaging.Pictures;
import io.github.tucai.photo.PhotoImage;
import io.github.tucai.spi.CodeImageReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Reading QR pictures: ZXing, ZXing with two binarizers, BoofCV, and this library, on the same pictures. */
final class QrReading {
    private static final Duration BUDGET = Duration.ofMillis(400);

    // Other pictures than those the reading was tuned on.
    private static final long SEED = 50_000;

    static {
        // One thread for everybody.
        BoofConcurrency.USE_CONCURRENT = false;
    }

    private final Map<String, Function<PhotoImage, List<String>>> readers = new LinkedHashMap<>();

    private QrReading() {
        CodeImageReader ours =
                ServiceLoader.load(CodeImageReader.class).findFirst().orElseThrow();
        QrCodeDetector<GrayU8> boof = FactoryFiducial.qrcode(null, GrayU8.class);
        readers.put("zxing", photo -> zxing(photo, HybridBinarizer::new));
        readers.put("zxing-two", photo -> {
            List<String> local = zxing(photo, HybridBinarizer::new);
            return local.isEmpty() ? zxing(photo, GlobalHistogramBinarizer::new) : local;
        });
        readers.put("boofcv", photo -> boof(boof, photo));
        readers.put("ours", photo -> ours.read(photo, BUDGET).symbols().stream()
                .map(CodeReading.Symbol::text)
                .toList());
    }

    static void run(Effort effort, Figures figures) throws IOException {
        QrReading reading = new QrReading();
        List<CodePicture> real = Testdata.codes();
        if (!real.isEmpty()) {
            figures.section(
                    "QR pictures",
                    "Photographs with known texts. Right: every text of the picture; wrong: no text of the picture among"
                            + " those read. Times in ms with decoding, one thread, warm, pictures that were read.");
            reading.compare("qr.real", real, figures);
        }
        figures.section(
                "Drawn QR pictures",
                "One difficulty each, by a seeded generator; other seeds than those used for tuning.");
        for (DrawnCode.Kind kind : effort.kinds()) {
            List<CodePicture> drawn = IntStream.range(0, effort.drawn())
                    .mapToObj(i -> DrawnCode.draw(kind, SEED + i))
                    .map(code -> new CodePicture(code.encoded(), code.texts()))
                    .toList();
            reading.compare("qr.drawn." + kind.name().toLowerCase(Locale.ROOT), drawn, figures);
        }
    }

    private void compare(String name, List<CodePicture> pictures, Figures figures) {
        figures.add(name + ".pictures", pictures.size());
        readers.forEach((reader, read) -> {
            // Once to warm up, once to measure.
            measure(pictures, read);
            Tally tally = measure(pictures, read);
            figures.add(name + "." + reader + ".right", tally.right);
            figures.add(name + "." + reader + ".wrong", tally.wrong);
            figures.add(name + "." + reader + ".p50-ms", Figures.percentile(tally.millis, 0.5));
            figures.add(name + "." + reader + ".p95-ms", Figures.percentile(tally.millis, 0.95));
        });
    }

    private static Tally measure(List<CodePicture> pictures, Function<PhotoImage, List<String>> read) {
        Tally tally = new Tally();
        for (CodePicture picture : pictures) {
            long start = System.nanoTime();
            List<String> texts = read.apply(picture.file());
            double millis = (System.nanoTime() - start) / 1e6;
            List<String> wanted = picture.texts().stream().map(QrReading::plain).toList();
            List<String> got = texts.stream().map(QrReading::plain).toList();
            if (got.containsAll(wanted)) {
                tally.right++;
                tally.millis.add(millis);
            } else if (!got.isEmpty() && got.stream().noneMatch(wanted::contains)) {
                tally.wrong++;
            }
        }
        return tally;
    }

    /** Texts are kept in files, which add and change ends of lines. */
    private static String plain(String text) {
        return text.replace("\r", "").strip();
    }

    private static List<String> zxing(PhotoImage photo, Function<LuminanceSource, Binarizer> binarizer) {
        BufferedImage picture = Pictures.upright(photo);
        int width = picture.getWidth();
        int height = picture.getHeight();
        LuminanceSource source =
                new RGBLuminanceSource(width, height, picture.getRGB(0, 0, width, height, null, 0, width));
        try {
            Result[] results = new QRCodeMultiReader()
                    .decodeMultiple(new BinaryBitmap(binarizer.apply(source)), Map.of(DecodeHintType.TRY_HARDER, true));
            return Arrays.stream(results).map(Result::getText).toList();
        } catch (NotFoundException e) {
            return List.of();
        }
    }

    private static List<String> boof(QrCodeDetector<GrayU8> detector, PhotoImage photo) {
        BufferedImage picture = Pictures.upright(photo);
        GrayU8 grey = new GrayU8(picture.getWidth(), picture.getHeight());
        for (int y = 0; y < grey.height; y++) {
            for (int x = 0; x < grey.width; x++) {
                int rgb = picture.getRGB(x, y);
                grey.set(x, y, ((rgb >> 16 & 0xFF) + (rgb >> 8 & 0xFF) + (rgb & 0xFF)) / 3);
            }
        }
        detector.process(grey);
        return detector.getDetections().stream()
                .map((QrCode code) -> code.message)
                .toList();
    }

    private static final class Tally {
        private final List<Double> millis = new ArrayList<>();
        private int right;
        private int wrong;
    }
}
